import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Cents, formatEuro } from '#kernel/money.ts';
import { fieldId, problemSummary, textField } from '#platform/web/form/fields.ts';
import { form } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { type Crumb, localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { priceFees, takeableFees } from '../domain/price-fees.ts';
import { type Receipt, receiptNumberOf } from '../domain/receipt.ts';
import { feeName } from './fee-names.ts';
import { quantityField, readFees } from './fees-form.ts';
import { officeOf } from './till-request.ts';
import { paymentWords } from './words/words.ts';

export interface TakeFeesPage {
  readonly day: CivilDate;
  /** Path that the form posts to. */
  readonly action: string;
  readonly back: Crumb & { readonly path: string };
  /** Fees of the service, shown first. */
  readonly suggested?: readonly string[];
  /** What stands in the fields: what was typed, or what is known of the person and the service. */
  readonly typed: Typed;
  readonly key?: string;
  readonly problems?: Readonly<Record<string, string>>;
  /** Receipts that were issued for the same appointment. */
  readonly already?: readonly Receipt[];
}

/** Fees with their amounts of the day, how often each, who pays, and the slip of the terminal. */
export function takeFeesPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { day, action, back, suggested = [], typed, key, problems = {}, already = [] }: TakeFeesPage,
): FastifyReply {
  const { locale } = request;
  const words = paymentWords[locale].take;
  const all = takeableFees(day);
  const isFirst = (feeId: string) => suggested.includes(feeId);
  const rows = (first: boolean) =>
    all
      .filter(({ feeId }) => suggested.length === 0 || isFirst(feeId) === first)
      .map(({ feeId, unit }) =>
        feeRow(request, { feeId, name: feeName(feeId, day, locale), unit, typed, problems }),
      );
  const priced = priceFees(readFees(typed, locale).fees, day);
  const someOther = all.some(
    ({ feeId }) =>
      !isFirst(feeId) && ((typed[quantityField(feeId)] ?? '') !== '' || problems[quantityField(feeId)]),
  );
  const listed = Object.entries(problems).map(([name, text]) => ({ name, text }));
  return reply.page({
    title: words.title,
    section: 'desk',
    scripts: ['fee-total'],
    status: listed.length > 0 ? 422 : 200,
    hasProblems: listed.length > 0,
    breadcrumb: [{ label: paymentWords[locale].desk, path: '/desk' }, back, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${already.map((each) => html`<div class="notice notice-warning"><p>${words.already(receiptNumberOf(each), formatEuro(each.total, locale))} <a href="${localized(locale, `/desk/offices/${officeOf(request).id}/receipts/${each.id}`)}">${paymentWords[locale].receipt.title(receiptNumberOf(each))}</a></p></div>`)}
${problemSummary(webWords[locale].problems.summaryTitle, listed)}
<fee-total locale="${locale}">${form(reply, {
      action,
      key,
      content: html`${textField({
        name: 'payer_name',
        label: words.payer,
        hint: words.payerHint,
        value: typed['payer_name'],
        problem: problems['payer_name'],
        autocomplete: 'off',
        spellcheck: false,
      })}
<fieldset class="field-group fee-list" id="${fieldId('fees')}"><legend class="field-label">${suggested.length === 0 ? words.fees : words.suggested}</legend>${problems['fees'] && html`<p class="field-problem">${problems['fees']}</p>`}${rows(true)}</fieldset>
${suggested.length > 0 && html`<details class="fee-others"${attributes({ open: someOther })}><summary>${words.others}</summary><fieldset class="field-group fee-list"><legend class="visually-hidden">${words.others}</legend>${rows(false)}</fieldset></details>`}
<p class="fee-sum">${words.total}: <output class="fee-sum-amount">${formatEuro(priced.ok ? priced.value.total : (0 as Cents), locale)}</output> <button type="submit" name="sum" value="yes" class="btn btn-sm btn-outline-primary">${words.sum}</button></p>
${textField({
  name: 'terminal_reference',
  label: words.reference,
  hint: words.referenceHint,
  value: typed['terminal_reference'],
  problem: problems['terminal_reference'],
  autocomplete: 'off',
  spellcheck: false,
  width: 'medium',
})}<button type="submit" class="btn btn-primary">${words.submit}</button> <a class="form-back" href="${localized(locale, back.path)}">${words.back}</a>`,
    })}</fee-total>`,
  });
}

function feeRow(
  request: FastifyRequest,
  {
    feeId,
    name,
    unit,
    typed,
    problems,
  }: { feeId: string; name: string; unit: Cents; typed: Typed; problems: Readonly<Record<string, string>> },
): Html {
  const words = paymentWords[request.locale].take;
  const field = quantityField(feeId);
  const id = fieldId(field);
  const problem = problems[field];
  return html`<div class="fee-row${problem ? ' field-in-error' : ''}"><label for="${id}">${name}<span class="visually-hidden">. ${words.quantity(name)}</span></label><span class="fee-unit">${formatEuro(unit, request.locale)}</span><input class="form-control fee-quantity"${attributes(
    {
      id,
      name: field,
      type: 'text',
      inputmode: 'numeric',
      maxlength: 2,
      value: typed[field],
      autocomplete: 'off',
      'data-unit': String(unit),
      'aria-describedby': problem && `${id}-problem`,
      'aria-invalid': problem ? 'true' : undefined,
    },
  )}>${problem && html`<p class="field-problem" id="${id}-problem">${problem}</p>`}</div>`;
}
