import type { FastifyReply, FastifyRequest } from 'fastify';
import { hidden, problemSummary, radioField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { CertificateContent, Printed } from '../domain/content.ts';
import { exemptionIds } from '../domain/exemptions.ts';
import type { KindId } from '../domain/kinds.ts';
import type { Catalogue } from '../use-cases/read-people.ts';
import { kindNames } from './pieces.ts';
import { kindWords } from './words/kinds.ts';
import { certificateWords } from './words/words.ts';

export interface DetailsPage {
  readonly catalogue: Catalogue;
  readonly kinds: readonly KindId[];
  /** What it would say, in Italian; absent where it cannot be had. */
  readonly content: CertificateContent;
  readonly canPay: boolean;
  readonly typed: Typed;
  readonly key?: string | undefined;
  readonly problems?: Readonly<Record<string, string>>;
  readonly warning?: Html | undefined;
}

export const choiceQuery = (personId: string, kinds: readonly KindId[]) =>
  `person=${personId}${kinds.map((kind) => `&kinds=${kind}`).join('')}`;

/** In which language, for what use, and what it will say: the last step before the request. */
export function detailsPage(request: FastifyRequest, reply: FastifyReply, page: DetailsPage): FastifyReply {
  const { locale } = request;
  const { catalogue, kinds, content, canPay, typed, key, problems = {}, warning } = page;
  const words = certificateWords[locale];
  const own = words.confirm;
  const names = kindWords[locale];
  const failed = Object.entries(problems).map(([name, text]) => ({ name, text }));
  const query = choiceQuery(catalogue.subject.personId, kinds);
  const href = (path: string) => localized(locale, path);
  const uses = exemptionIds.map((use) => ({ value: use, label: names.exemptions[use] }));
  return reply.page({
    title: own.title,
    section: 'certificates',
    status: failed.length > 0 ? 422 : warning === undefined ? 200 : 409,
    hasProblems: failed.length > 0,
    breadcrumb: [
      { label: words.title, path: '/certificates' },
      { label: words.choose.title, path: `/certificates/new?person=${catalogue.subject.personId}` },
      { label: own.title },
    ],
    main: html`${failed.length > 0 && problemSummary(webWords[locale].problems.summaryTitle, failed)}
${warning && html`<div class="notice notice-warning" role="alert">${warning}</div>`}
<h1>${own.title}</h1>
<dl class="summary"><div><dt>${own.kinds}</dt><dd>${kindNames(kinds, locale)}</dd></div><div><dt>${own.about}</dt><dd>${catalogue.subject.name}</dd></div></dl>
<p><a href="${href(`/certificates/new?${query}`)}">${own.change}</a></p>
${form(reply, {
  action: '/certificates',
  key,
  content: html`${hidden('person', catalogue.subject.personId)}${hidden('kinds', kinds.join(','))}${
    catalogue.languages.length > 1
      ? radioField({
          name: 'language',
          label: own.language,
          hint: own.languageHint,
          value: typed['language'] ?? 'it',
          choices: catalogue.languages.map((each) => ({ value: each, label: names.languages[each] })),
        })
      : hidden('language', 'it')
  }${radioField({
    name: 'use',
    label: own.use,
    hint: canPay ? own.useHint : `${own.useHint} ${own.noStamp}`,
    problem: problems['use'],
    value: typed['use'],
    choices: [...uses, ...(canPay ? [{ value: 'stamp', label: own.stamp, hint: own.stampHint }] : [])],
  })}${radioField({
    name: 'by_mail',
    label: own.delivery,
    hint: own.deliveryHint,
    value: typed['by_mail'] ?? 'no',
    choices: [
      { value: 'no', label: own.download },
      { value: 'yes', label: own.byMail, hint: own.byMailHint },
    ],
  })}${submitButton(own.submit)}`,
})}
<h2>${own.says}</h2><p>${own.saysLead}</p>${said(content)}
<p><a href="${href(`/certificates/new/preview.pdf?${query}`)}">${own.preview}</a></p>
<p>${own.wrong} <a href="${href('/your-data')}">${own.data}</a></p>`,
  });
}

/** The sentences of the certificate, in the language in which they are printed. */
function said({ person, statements }: CertificateContent): Html {
  const it = ({ it: text }: Printed) => text;
  return html`<div class="said" lang="it"><dl class="summary">${person.map(
    ({ label, value }) => html`<div><dt>${it(label)}</dt><dd>${value}</dd></div>`,
  )}</dl>${statements.map(
    ({ title, sentences, table }) =>
      html`<h3>${it(title)}</h3>${sentences.map((each) => html`<p>${it(each)}</p>`)}${
        table &&
        html`<section class="wide-table"${attributes({ tabindex: 0, 'aria-label': it(title) })}><table><thead><tr>${table.head.map(
          (each) => html`<th scope="col">${it(each)}</th>`,
        )}</tr></thead><tbody>${table.rows.map(
          (row) => html`<tr>${row.map((cell) => html`<td>${it(cell)}</td>`)}</tr>`,
        )}</tbody></table></section>`
      }`,
  )}</div>`;
}
