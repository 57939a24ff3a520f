import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { daySent, idempotencyHeader, inBothLanguages, listOf } from '#platform/web/api-schemas.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { webWords } from '#platform/web/words/words.ts';

import type { Notice } from '../domain/notice.ts';
import { findSeat } from '../domain/seat.ts';
import { publishNotice, readNotices, readOwnNotices, withdrawNotice } from '../use-cases/notices.ts';
import { everybody, noticeWriterOf, noticeWritersOnly } from './notice-writers.ts';
import { officeParams } from './office-guards.ts';

const tags = ['notices'];
const both = (most: number) => z.strictObject({ it: z.string().max(most), en: z.string().max(most) });
const noticeSchema = z.strictObject({
  notice_id: z.uuid().max(36),
  office_id: z.string().max(80).nullable().describe('null: the notice is for everybody'),
  title: both(120),
  text: both(2000),
  from_on: z.iso.date(),
  until_on: z.iso.date().describe('The last day on which it stands'),
});
const noticeBody = z
  .strictObject({
    title: inBothLanguages(120),
    text: inBothLanguages(2000),
    from_on: daySent,
    until_on: daySent,
  })
  .refine(({ from_on: from, until_on: until }) => from <= until, { message: 'order', path: ['until_on'] })
  .meta({
    examples: [
      {
        title: { it: 'Chiusura natalizia', en: 'Closed for Christmas' },
        text: { it: 'La sede è chiusa il 24 dicembre.', en: 'The office is closed on 24 December.' },
        from_on: '2026-12-01',
        until_on: '2026-12-24',
      },
    ],
  });

type Refusal = Extract<Awaited<ReturnType<typeof withdrawNotice>>, { ok: false }>['refusal'];

function refuse(reply: FastifyReply, { code }: Refusal): FastifyReply {
  if (code === 'no_such_notice') return reply.notFound();
  const detail = webWords[reply.request.locale].problems.keyReused;
  const title = 'This idempotency key was used for another request';
  return sendProblem(reply, { status: 422, code, title, detail });
}

function noticeOut(notice: Notice): z.output<typeof noticeSchema> {
  return {
    notice_id: notice.id,
    office_id: notice.officeId,
    title: { ...notice.title },
    text: { ...notice.text },
    from_on: notice.fromOn,
    until_on: notice.untilOn,
  };
}

/** What offices, and the ministry for all of them, tell the public. */
export function noticeApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.get(
      '/api/v1/notices',
      {
        schema: {
          tags,
          operationId: 'list-notices',
          summary: 'What the public is told today: by notices for everybody, and by those of an office',
          querystring: z.strictObject({ office_id: z.string().max(80).optional() }),
          response: { 200: listOf(noticeSchema, 1000) },
        },
      },
      async (request, reply) => {
        const { office_id: officeId } = request.query;
        if (officeId !== undefined && (await findSeat(officeId)) === undefined) return reply.notFound();
        return { items: (await readNotices(deps, officeId)).map(noticeOut), next: null };
      },
    );
    await app.register(writing(deps));
  };
}

function writing(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    const officeIn = (request: FastifyRequest) => (request.params as z.output<typeof officeParams>).office_id;
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', (request, reply) => noticeWritersOnly(request, reply, officeIn(request)));
    const base = '/api/v1/desk/offices/:office_id/notices';
    const params = officeParams.describe(
      `\`${everybody}\` as office: notices for everybody, by the ministry`,
    );

    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'list-own-notices',
          summary: 'The notices of an office that are in force or planned',
          params,
          response: { 200: listOf(noticeSchema, 1000) },
        },
      },
      async (request) => ({
        items: (await readOwnNotices(deps, noticeWriterOf(request, officeIn(request)))).map(noticeOut),
        next: null,
      }),
    );

    app.post(
      base,
      {
        schema: {
          tags,
          operationId: 'publish-notice',
          summary: 'Publish a notice; `all` as office, by the ministry, speaks to everybody',
          params,
          headers: idempotencyHeader,
          body: noticeBody,
          response: { 201: z.strictObject({ notice_id: z.uuid().max(36) }) },
        },
      },
      async (request, reply) => {
        const { title, text, from_on: fromOn, until_on: untilOn } = request.body;
        const who = {
          ...noticeWriterOf(request, request.params.office_id),
          key: request.headers['idempotency-key'],
        };
        const published = await publishNotice(deps, who, { title, text, fromOn, untilOn });
        return published.ok
          ? reply.code(201).send({ notice_id: published.value.id })
          : refuse(reply, published.refusal);
      },
    );

    app.delete(
      `${base}/:notice_id`,
      {
        schema: {
          tags,
          operationId: 'withdraw-notice',
          summary: 'Withdraw a notice',
          params: officeParams.extend({ notice_id: z.uuid().max(36) }),
          headers: idempotencyHeader,
          response: { 204: z.null().describe('The notice stands no more') },
        },
      },
      async (request, reply) => {
        const who = {
          ...noticeWriterOf(request, request.params.office_id),
          key: request.headers['idempotency-key'],
        };
        const withdrawn = await withdrawNotice(deps, who, request.params.notice_id);
        return withdrawn.ok ? reply.code(204).send(null) : refuse(reply, withdrawn.refusal);
      },
    );
  };
}
