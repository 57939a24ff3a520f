import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatEuro } from '#kernel/money.ts';
import { feeFor } from '#modules/tariff/public.ts';
import type { Deps } from '#platform/deps.ts';
import { problemSummary, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { moneyDay } from '../../domain/money-day.ts';
import { startContribution } from '../../use-cases/start-contribution.ts';
import { onlineWords } from '../words/online.ts';

const name = z.string().trim().min(1).max(100);
/** Empty, or 16 letters and digits. */
export const taxCodeField = z
  .string()
  .transform((raw) => raw.replace(/\s/g, '').toUpperCase())
  .pipe(z.union([z.literal(''), z.string().regex(/^[A-Z]{6}[A-Z0-9]{10}$/)]));
const contributionForm = z.object({ given_name: name, family_name: name, tax_code: taxCodeField });

/** The contribution for an application of citizenship: who the applicant is, and then the payment. */
export function contributionRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/payments/contributions/new', async (request, reply) =>
    contributionPage(deps, request, reply, { typed: {} }),
  );

  app.post('/payments/contributions', async (request, reply) => {
    const reading = readForm(contributionForm, request.body);
    const { typed, key } = reading;
    const words = onlineWords[request.locale].contribution.problems;
    if (!reading.ok) {
      const problems = Object.fromEntries(
        Object.keys(reading.problems).map((field) => [field, words[field as keyof typeof words]]),
      );
      return contributionPage(deps, request, reply, { typed, key, problems });
    }
    const { given_name: givenName, family_name: familyName, tax_code: taxCode } = reading.value;
    const outcome = await startContribution(deps, {
      accountId: citizenOf(request).accountId,
      givenName,
      familyName,
      taxCode: taxCode === '' ? null : taxCode,
      locale: request.locale,
      key,
    });
    // The same form with other words is another wish: it gets a key of its own.
    if (!outcome.ok) return contributionPage(deps, request, reply, { typed });
    return reply.seeOther(`/payments/${outcome.value.id}`);
  });
}

function contributionPage(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, key, problems = {} }: { typed: Typed; key?: string; problems?: Readonly<Record<string, string>> },
): FastifyReply {
  const { locale } = request;
  const words = onlineWords[locale];
  const own = words.contribution;
  const fee = feeFor('citizenship_contribution', moneyDay(deps.now()));
  const failed = Object.entries(problems).map(([field, text]) => ({ name: field, text }));
  return reply.page({
    title: own.title,
    section: 'payments',
    status: failed.length > 0 ? 422 : 200,
    hasProblems: failed.length > 0,
    breadcrumb: [{ label: words.title, path: '/payments' }, { label: own.title }],
    main: html`${failed.length > 0 && problemSummary(webWords[locale].problems.summaryTitle, failed)}
<h1>${own.title}</h1><p class="lead">${own.lead(formatEuro(fee.amount, locale))}</p><p>${fee.source}. ${own.notRefunded}</p>
${form(reply, {
  action: '/payments/contributions',
  key,
  content: html`${textField({
    name: 'given_name',
    label: own.givenName,
    value: typed['given_name'],
    problem: problems['given_name'],
    maxlength: 100,
  })}${textField({
    name: 'family_name',
    label: own.familyName,
    value: typed['family_name'],
    problem: problems['family_name'],
    maxlength: 100,
  })}${textField({
    name: 'tax_code',
    label: own.taxCode,
    hint: own.taxCodeHint,
    optional: own.optional,
    value: typed['tax_code'],
    problem: problems['tax_code'],
    maxlength: 20,
    spellcheck: false,
    width: 'medium',
  })}${submitButton(own.submit)}`,
})}`,
  });
}
