import type { FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import type { Deps } from '#platform/deps.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { type AddressMeaning, formerOfficeFor, meaningOfAddress } from '../domain/former-office.ts';
import { findOwnAccount, type Profile } from '../use-cases/read-profile.ts';
import { identityWords } from './words/words.ts';

const services: Record<AddressMeaning, string> = {
  change_of_address: '/change-of-address',
  aire_registration: '/aire-registration',
  return_to_italy: '',
};

/** To somebody who closed the account and registered anew: what the new address means, for the declaration's term. */
export function addressNotice(
  { account }: Pick<Profile, 'account'>,
  now: Temporal.Instant,
  locale: Locale,
): Html | false {
  const { move: words } = identityWords[locale];
  const meaning = meaningOfAddress(account);
  const since = account.activatedAt;
  if (meaning === undefined || since === null) return false;
  if (Temporal.Instant.compare(now, since.add(formerOfficeFor)) >= 0) return false;
  const office = account.officeId === null ? '' : `/offices/${account.officeId}`;
  const path = `${office}/services${services[meaning]}`;
  return html`<section class="notice" aria-labelledby="new-address"><h2 id="new-address">${words.meaningTitle}</h2><p>${words.meaning[meaning]}</p><p><a href="${localized(locale, path)}">${words.meaningLink[meaning]}</a></p></section>`;
}

/** The same for the home page; nothing for visitors, officials, and most people. */
export function addressNoticeOn(deps: Deps): (request: FastifyRequest) => Promise<Html | false> {
  return async ({ who, locale }) => {
    if (who.kind !== 'citizen' || !who.active) return false;
    const account = await findOwnAccount(deps, who.accountId);
    return account === undefined ? false : addressNotice({ account }, deps.now(), locale);
  };
}
