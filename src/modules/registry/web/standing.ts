import type { FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { ConsularStanding } from '../domain/consular-entry.ts';
import { type NextStep, nextStep } from '../domain/next-step.ts';
import { consularStanding } from '../use-cases/consular-standing.ts';
import type { RegistryDeps } from '../use-cases/read-record.ts';
import { standingWords } from './words/standing.ts';
import { registryWords } from './words/words.ts';
import { municipalityNames, partialText } from './written.ts';

/** Which of account, consular register and AIRE a person has, with the next step (CF-10); nothing for all others. */
export function standingSection(deps: RegistryDeps): (request: FastifyRequest) => Promise<Html> {
  return async ({ who, locale }) => {
    if (who.kind !== 'citizen' || !who.active) return html``;
    const standing = await consularStanding(deps, who.accountId);
    const next = nextStep(standing, who.officeId);
    return next === undefined ? html`` : written(standing, { next, officeId: who.officeId, locale });
  };
}

async function written(
  standing: ConsularStanding,
  { next, officeId, locale }: { next: NextStep; officeId: string | null; locale: Locale },
): Promise<Html> {
  const words = standingWords[locale];
  const service = (id: string) => `/offices/${officeId ?? ''}/services/${id}`;
  const paths: Record<NextStep, string> = {
    register: service('aire-registration'),
    register_at_new_office: service('aire-registration'),
    wait: '/requests',
    tell_changes: service('change-of-address'),
    return: '/municipalities',
  };
  return html`<section aria-labelledby="standing"><h2 id="standing">${words.title}</h2><p>${words.lead}</p>
<dl class="summary"><div><dt>${words.account}</dt><dd>${words.accountYes}</dd></div><div><dt>${words.register}</dt><dd>${register(standing, locale)}</dd></div><div><dt>${words.aire}</dt><dd>${await aire(standing, locale)}</dd></div></dl>
<p>${words.next[next]}</p><ul class="link-list"><li><a href="${localized(locale, paths[next])}">${words.link[next]}</a></li>${
    standing.consularRegister !== undefined &&
    html`<li><a href="${localized(locale, '/your-data/comparison')}">${words.compare}</a></li>`
  }</ul></section>`;
}

function register({ consularRegister: entry }: ConsularStanding, locale: Locale): string {
  const words = standingWords[locale];
  if (entry === undefined) return words.registerNo;
  const office = findOffice(entry.officeId);
  const day = formatShortDay(dayAt(entry.since, office?.timeZone ?? 'Europe/Rome'), locale);
  const name = office?.name[locale] ?? entry.officeId;
  return entry.state === 'registered_with_aire'
    ? words.registerYes(name, day)
    : words.registerWaiting(name, day);
}

async function aire({ aire: known, consularRegister }: ConsularStanding, locale: Locale): Promise<string> {
  const words = standingWords[locale];
  if (known === undefined) return consularRegister === undefined ? words.aireNo : words.aireWaiting;
  const names = await municipalityNames([known.municipalityId], locale);
  return words.aireYes(
    names(known.municipalityId),
    registryWords[locale].since(partialText(known.since, locale)),
  );
}
