import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatDay } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { problemSummary, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { TillDay } from '../use-cases/see-till.ts';
import { officeOf, tillPath } from './till-request.ts';
import { paymentWords } from './words/words.ts';

export interface ClosingPage {
  readonly till: TillDay;
  readonly typed: Typed;
  readonly key?: string;
  readonly problems?: Readonly<Record<string, string>>;
}

/** Asks for the terminal's total and compares it with the receipts. */
export function closingPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { till, typed, key, problems = {} }: ClosingPage,
): FastifyReply {
  const { locale } = request;
  const words = paymentWords[locale].close;
  const office = officeOf(request);
  const path = tillPath(office.id, till.day);
  const title = words.title(formatDay(till.day, locale));
  const listed = Object.entries(problems).map(([name, text]) => ({ name, text }));
  return reply.page({
    title,
    section: 'desk',
    status: listed.length > 0 ? 422 : 200,
    hasProblems: listed.length > 0,
    breadcrumb: [
      { label: paymentWords[locale].desk, path: '/desk' },
      { label: paymentWords[locale].till.title(formatDay(till.day, locale)), path },
      { label: title },
    ],
    main: html`<h1>${title}</h1><p class="lead">${words.lead}</p>
${problemSummary(webWords[locale].problems.summaryTitle, listed)}
<dl class="summary"><div><dt>${words.receipts}</dt><dd>${till.sums.receipts}</dd></div><div><dt>${words.voided}</dt><dd>${till.sums.voided}</dd></div><div><dt>${words.sum}</dt><dd><strong>${formatEuro(till.sums.total, locale)}</strong></dd></div></dl>
${form(reply, {
  action: `${path}/closing`,
  key,
  content: html`${textField({
    name: 'terminal',
    label: words.terminal,
    hint: words.terminalHint,
    value: typed['terminal'],
    problem: problems['terminal'],
    inputmode: 'decimal',
    autocomplete: 'off',
    width: 'medium',
  })}${textArea({
    name: 'reason',
    label: words.reason,
    hint: words.reasonHint,
    optional: webWords[locale].optional,
    value: typed['reason'],
    problem: problems['reason'],
  })}${submitButton(words.submit)} <a class="form-back" href="${localized(locale, path)}">${words.back}</a>`,
})}`,
  });
}
