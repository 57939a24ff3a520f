import type { FastifyInstance } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { MunicipalityContacts } from '../domain/registry-match.ts';
import { findStrongTaxCode } from '../use-cases/read-strong-identity.ts';
import type { IdentityWeb } from './identity-web.ts';
import { requireStrong } from './strong-reason.ts';
import { identityWords } from './words/words.ts';

/** Whether a digital identity has led to exactly one registry record, and if not, which case it is and whom to ask. */
export function matchRoutes(app: FastifyInstance, { deps, matchPerson }: IdentityWeb): void {
  app.get('/account/registry-match', { preHandler: requireStrong('registry') }, async (request, reply) => {
    const { accountId } = citizenOf(request);
    const taxCode = await findStrongTaxCode(deps, accountId);
    if (taxCode === undefined || matchPerson === undefined) return reply.notFound();
    const match = await matchPerson({ accountId, taxCode });
    const { locale } = request;
    const { account, spid } = identityWords[locale];
    const words = spid.match;
    const { title, why } = match.ok ? { title: words.fineTitle, why: words.fine } : words.cases[match.case];
    return reply.page({
      title,
      section: 'account',
      breadcrumb: [{ label: account.title, path: '/account' }, { label: title }],
      main: html`<h1>${title}</h1><p class="lead">${why}</p>${
        !match.ok &&
        html`<h2>${words.what}</h2><p>${words.ask}</p>${
          match.municipality === undefined
            ? html`<p>${words.unknown}</p>`
            : html`<h2>${words.municipality}</h2>${contacts(match.municipality, words, locale)}`
        }<p>${words.meanwhile}</p><p><a class="btn btn-outline-primary" href="${localized(locale, '/account/registry-match')}">${words.again}</a></p>`
      }<p><a href="${localized(locale, '/account')}">${account.title}</a></p>`,
    });
  });
}

type ContactWords = Readonly<Record<'email' | 'pec' | 'telephone' | 'address', string>>;

function contacts(municipality: MunicipalityContacts, words: ContactWords, locale: Locale) {
  const kinds = ['address', 'telephone', 'email', 'pec'] as const;
  return html`<p><strong>${municipality.name[locale]}</strong></p><dl class="summary">${kinds.map((kind) => {
    const value = municipality[kind];
    if (value === undefined) return undefined;
    const href = kind === 'telephone' ? `tel:${value.replace(/[^+\d]/g, '')}` : `mailto:${value}`;
    return html`<dt>${words[kind]}</dt><dd>${kind === 'address' ? value : html`<a href="${href}">${value}</a>`}</dd>`;
  })}</dl>`;
}
