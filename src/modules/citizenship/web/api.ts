import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { isLocale, type Locale } from '#kernel/locale.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { assessmentShape } from '../domain/answer/assessment-shape.ts';
import { assess } from '../domain/assess.ts';
import { examplesOf } from '../domain/examples/worked-examples.ts';
import type { FactsRefused } from '../domain/facts/refusal.ts';
import { factsShape } from '../domain/facts/shape.ts';
import { assessmentJsonSchema, factsJsonSchema, recordsJsonSchema } from '../domain/json-schemas.ts';
import { compareRecords } from '../domain/records/compare-records.ts';
import { recordsShape } from '../domain/records/shape.ts';
import { ruleBook, ruleIds, rulesVersion } from '../domain/rules/rule-book.ts';
import {
  anySchema,
  comparisonAnswer,
  comparisonJsonSchema,
  localeQuery,
  rulesAnswer,
} from './api-schemas.ts';
import { factRefusals } from './words/fact-refusals.ts';

const tags = ['citizenship'];

/** Assessing asks nothing of the database: generous for everybody, and for programs on this machine. */
const limited = {
  rateLimit: {
    timeWindow: '1 minute',
    max: (request: FastifyRequest) => (/^(127\.|::1$|::ffff:127\.)/.test(request.ip) ? 100_000 : 1200),
  },
};

/** The facts are read by the rules themselves, whose refusals have codes of their own; answers are written as they are. */
const unread = {
  validatorCompiler: (route: { httpPart?: string; schema: unknown }) =>
    route.httpPart === 'body'
      ? (value: unknown) => ({ value })
      : validatorCompiler(route as Parameters<typeof validatorCompiler>[0]),
  serializerCompiler: () => (value: unknown) => JSON.stringify(value),
};

/** Citizenship for machines: open to everybody, keeping nothing. */
export function citizenshipApi(): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();

    app.post(
      '/api/v1/citizenship/assessments',
      {
        ...unread,
        config: limited,
        schema: {
          tags,
          operationId: 'assess-citizenship',
          summary: 'Assess facts of a family',
          description:
            'Whether and how Italian citizenship can be recognised, acquired, reacquired or renounced, with every step. Information, not a decision; nothing is kept.',
          security: [],
          querystring: localeQuery,
          body: factsShape,
          response: { 200: assessmentShape },
        },
      },
      async (request, reply) => {
        const locale = localeOf(request);
        const outcome = assess(request.body, { locale });
        if (!outcome.ok) return refuse(reply, outcome.refusal, locale);
        return reply.header('content-language', locale).send(outcome.value as never);
      },
    );

    app.post(
      '/api/v1/citizenship/record-comparisons',
      {
        ...unread,
        config: limited,
        schema: {
          tags,
          operationId: 'compare-records',
          summary: 'Compare the records of a line',
          description:
            'Names, dates and places of all records of a line, each difference harmless, to be explained or to be corrected. Nothing is kept.',
          security: [],
          querystring: localeQuery,
          body: recordsShape,
          response: { 200: comparisonAnswer },
        },
      },
      async (request, reply) => {
        const locale = localeOf(request);
        const outcome = compareRecords(request.body, { locale });
        if (!outcome.ok) return refuse(reply, outcome.refusal, locale);
        return reply.header('content-language', locale).send(outcome.value as never);
      },
    );

    app.get(
      '/api/v1/citizenship/rules',
      {
        schema: {
          tags,
          operationId: 'list-citizenship-rules',
          summary: 'The rule book of citizenship',
          security: [],
          querystring: localeQuery,
          response: { 200: rulesAnswer },
        },
      },
      async (request) => ({ rules_version: rulesVersion, items: rules(localeOf(request)), next: null }),
    );

    for (const [name, summary, schema] of [
      ['facts', 'JSON Schema of the facts to assess', factsJsonSchema],
      ['assessment', 'JSON Schema of an assessment', assessmentJsonSchema],
      ['records', 'JSON Schema of the records to compare', recordsJsonSchema],
      ['record-comparison', 'JSON Schema of a comparison of records', comparisonJsonSchema],
    ] as const) {
      let published: string | undefined;
      app.get(
        `/api/v1/citizenship/schemas/${name}`,
        {
          ...unread,
          schema: {
            tags,
            operationId: `read-citizenship-schema-${name}`,
            summary,
            security: [],
            response: {
              200: {
                description: 'The schema',
                content: { 'application/schema+json': { schema: anySchema } },
              },
            },
          },
        },
        async (_request, reply) => {
          published ??= JSON.stringify(schema());
          return reply
            .type('application/schema+json; charset=utf-8')
            .header('cache-control', 'public, max-age=3600')
            .serializer((text: unknown) => String(text))
            .send(published as never);
        },
      );
    }
  };
}

function localeOf(request: FastifyRequest): Locale {
  const { locale } = request.query as { locale?: unknown };
  return typeof locale === 'string' && isLocale(locale) ? locale : request.locale;
}

function refuse(reply: FastifyReply, { errors }: FactsRefused, locale: Locale): FastifyReply {
  return sendProblem(reply, {
    status: 422,
    code: 'impossible_facts',
    title: locale === 'it' ? 'Questi fatti non possono essere giusti' : 'These facts cannot be right',
    errors: errors.map(({ pointer, code }) => ({ pointer, code, detail: factRefusals[code][locale] })),
  });
}

function rules(locale: Locale) {
  return ruleIds.map((id) => {
    const { citation, from, until, principle = false, says } = ruleBook[id];
    const examples = examplesOf(id, locale).map((each) => ({
      example_id: each.id,
      route: each.route,
      verdict: each.verdict,
      reason: each.reason,
    }));
    return {
      rule: id,
      says: says[locale],
      citation,
      ...(from && { from }),
      ...(until && { until }),
      principle,
      examples,
    };
  });
}
