import type { FastifyReply, FastifyRequest } from 'fastify';
import { qrImageUrl } from '#platform/pdf/qr.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Printout } from '../letters/printout/printout.ts';
import { appointmentWords } from './words/words.ts';

/** The confirmation as a page: to read, to show on the telephone, to print. */
export async function printoutPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { printout, id, zone }: { printout: Printout; id: string; zone: string | undefined },
): Promise<FastifyReply> {
  const { locale } = request;
  const words = appointmentWords[locale];
  const { bring, costs } = printout;
  const pdf = `/appointments/${id}/printout.pdf${zone === undefined ? '' : `?zone=${encodeURIComponent(zone)}`}`;
  return reply.page({
    title: printout.title,
    section: 'appointments',
    breadcrumb: [
      { label: words.list.title, path: '/appointments' },
      { label: words.detail.back, path: `/appointments/${id}` },
      { label: printout.title },
    ],
    main: html`<h1>${printout.title}</h1>
${printout.warning && html`<div class="notice notice-warning"><p>${printout.warning}</p></div>`}
<p class="actions"><a class="btn btn-primary" href="${localized(locale, pdf)}">${words.detail.pdf}</a></p>
<dl class="summary">${printout.facts.map(
      (fact) =>
        html`<div><dt>${fact.label}</dt><dd>${fact.lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</dd></div>`,
    )}</dl>
${printout.entry && (await entry(printout.entry))}
<h2>${bring.title}</h2><ul class="checklist">${bring.items.map(
      (item) =>
        html`<li>${item.when !== '' && html`<strong>${item.when}:</strong> `}${item.what}${item.detail !== '' && html`<br><span class="detail">${item.detail}</span>`}</li>`,
    )}</ul>
<h2>${costs.title}</h2>${
      costs.rows.length > 0 &&
      html`<dl class="summary">${costs.rows.map(
        (row) =>
          html`<div><dt>${row.what}</dt><dd><strong>${row.amount}</strong>${row.payment !== '' && html`<br>${row.payment}`}</dd></div>`,
      )}</dl>`
    }<p class="source">${costs.note}</p>
${printout.closing.map((sentence) => html`<p class="typed">${sentence}</p>`)}`,
  });
}

async function entry({ title, text, codes }: NonNullable<Printout['entry']>): Promise<Html> {
  const cards = await Promise.all(
    codes.map(
      async ({ name, reference, alt, url }) =>
        html`<li class="entry-code"><img src="${await qrImageUrl(url)}" alt="${alt}" width="220" height="220"><div><strong>${name}</strong><br>${reference}</div></li>`,
    ),
  );
  return html`<h2>${title}</h2><p>${text}</p><ul class="entry-codes">${cards}</ul>`;
}
