import type { FastifyInstance } from 'fastify';
import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { contactKinds } from '../domain/account.ts';
import { type Profile, readProfile } from '../use-cases/read-profile.ts';
import { addressNotice } from './address-notice.ts';
import type { IdentityWeb } from './identity-web.ts';
import { identityWords } from './words/words.ts';

/** Everything about the own account, each with its page below this one. */
const settings = ['profile', 'password', 'access', 'delegations', 'office', 'tokens', 'closing'] as const;

/** The person's own page: what waits, who they are, and what the other modules have to say. */
export function accountRoutes(app: FastifyInstance, { deps, sections }: IdentityWeb): void {
  app.get('/account', { preHandler: citizensOnly }, async (request, reply) => {
    const { locale } = request;
    const { account: words } = identityWords[locale];
    const profile = await readProfile(deps, citizenOf(request).accountId);
    const offices = await deps.residence.listOffices();
    const office = offices.find((each) => each.id === profile.account.officeId);
    const others = await Promise.all(sections.map((section) => section(request, reply)));
    return reply.page({
      title: words.title,
      section: 'account',
      breadcrumb: [{ label: words.title }],
      main: html`<h1>${words.hello(profile.account.givenName)}</h1>
${addressNotice(profile, deps.now(), locale)}
<section aria-labelledby="next"><h2 id="next">${words.nextTitle}</h2>${nextSteps(profile, locale)}</section>
${others}
<section aria-labelledby="contacts"><h2 id="contacts">${words.contactsTitle}</h2>${contactList(profile, locale)}</section>
<section aria-labelledby="residence"><h2 id="residence">${words.residenceTitle}</h2>
<p>${words.livesIn(profile.account.place, countryName(profile.account.country, locale))} ${
        office !== undefined
          ? words.office(office.name[locale])
          : profile.account.country === 'IT'
            ? words.officeItaly(profile.account.place)
            : words.officeNone
      }</p></section>
<section aria-labelledby="settings"><h2 id="settings">${words.settingsTitle}</h2><ul class="ways">${settings.map(
        (each) =>
          html`<li class="way"><h3><a href="${localized(locale, `/account/${each}`)}">${words.settings[each][0]}</a></h3><p>${words.settings[each][1]}</p></li>`,
      )}</ul></section>`,
    });
  });
}

function nextSteps({ account, email, mobile }: Profile, locale: Locale): Html {
  const { account: words } = identityWords[locale];
  const contacts = { email, mobile };
  const steps = contactKinds
    .filter((kind) => contacts[kind]?.verified !== true)
    .map((kind) => {
      const label = contacts[kind] === undefined ? words.needed.link[kind] : words.verify[kind];
      return html`<li>${words.nextVerify[kind]} <a href="${localized(locale, `/account/contacts/${kind}`)}">${label}</a></li>`;
    });
  if (account.officeId === null) steps.push(html`<li>${words.nextOffice}</li>`);
  return steps.length === 0 ? html`<p>${words.nothing}</p>` : html`<ol>${steps}</ol>`;
}

function contactList(profile: Profile, locale: Locale): Html {
  const { account: words } = identityWords[locale];
  return html`<dl class="summary">${contactKinds.map((kind) => {
    const contact = profile[kind];
    const href = localized(locale, `/account/contacts/${kind}`);
    if (contact === undefined) {
      return html`<dt>${words.kind[kind]}</dt><dd>${words.needed.none} <a href="${href}">${words.needed.link[kind]}</a></dd>`;
    }
    return html`<dt>${words.kind[kind]}</dt><dd>${contact.value} (${contact.verified ? words.verified : words.unverified})
${
  contact.verified
    ? kind === 'mobile' && html`<a href="${href}">${words.change.mobile}</a>`
    : html`<a href="${href}">${words.verify[kind]}</a>`
}</dd>`;
  })}</dl>`;
}
