import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { seal } from '#platform/credentials/secret-box.ts';
import { enrolmentSecret, stepOfCode } from '#platform/credentials/totp.ts';
import { record } from '#platform/event-log/record.ts';
import { type Contact, parseEmail } from '../domain/contact.ts';
import { officialLifecycle } from '../domain/official.ts';
import { parseCode } from '../domain/one-time-code.ts';
import { type PasswordFault, passwordFault, shortest } from '../domain/password-policy.ts';
import { dropLinks, findLink, useLink } from '../store/links.ts';
import {
  findOfficial,
  insertOfficial,
  type OfficialRecord,
  saveOfficialCredential,
  saveOfficialState,
} from '../store/officials.ts';
import { asIdentity, contactKey, type IdentityDeps } from './identity-deps.ts';

export interface Enrolment {
  /** The invited official; nobody yet where the link is the one of the installation. */
  readonly official: OfficialRecord | undefined;
  readonly secret: string;
}

/** What an enrolment link opens. */
export async function findEnrolment(
  { db, now, keys }: IdentityDeps,
  token: string,
): Promise<Enrolment | undefined> {
  return db.transaction(asIdentity, async (tx) => {
    const link = await findLink(tx, token, 'enrolment', now());
    if (link === undefined) return undefined;
    const official = link.officialId ? await findOfficial(tx, link.officialId) : undefined;
    return { official, secret: enrolmentSecret(keys, token) };
  });
}

export type EnrolRefusal =
  | { readonly code: 'link_expired' | 'wrong_code' | 'not_an_email' | 'already_official' }
  | { readonly code: 'password'; readonly fault: PasswordFault };

export interface EnrolWish {
  readonly token: string;
  readonly password: string;
  readonly code: string;
  readonly locale: Locale;
  /** Who the first administrator is: their link names nobody. */
  readonly newcomer: { readonly givenName: string; readonly familyName: string; readonly email: string };
}

/** An official sets password and second factor by the link of an invitation; the link is good once. */
export async function enrolOfficial(
  deps: IdentityDeps,
  { token, password, code, locale, newcomer }: EnrolWish,
): Promise<Outcome<{ officialId: string }, EnrolRefusal>> {
  const { db, now, keys, passwords } = deps;
  const at = now();
  const enrolment = await findEnrolment(deps, token);
  if (enrolment === undefined) return refused({ code: 'link_expired' });
  const official = enrolment.official ?? firstAdministrator(deps, newcomer, locale);
  if (official === undefined) return refused({ code: 'not_an_email' });
  const fault = passwordFault(password, {
    minimum: shortest.with_second_factor,
    about: [official.givenName, official.familyName, official.email],
  });
  if (fault !== undefined) return refused({ code: 'password', fault });
  const totpStep = stepOfCode(enrolment.secret, parseCode(code) ?? '------', { at, after: 0 });
  if (totpStep === undefined) return refused({ code: 'wrong_code' });
  const passwordHash = await passwords.hash(password);

  return db.transaction(asIdentity, async (tx): Promise<Outcome<{ officialId: string }, EnrolRefusal>> => {
    const link = await useLink(tx, token, 'enrolment', at);
    if (link === undefined) return refused({ code: 'link_expired' });
    if (enrolment.official === undefined) {
      if (!(await insertOfficial(tx, official, at))) return refused({ code: 'already_official' });
    } else {
      const current = await findOfficial(tx, official.id, { forChange: true });
      const next = officialLifecycle.next(current?.state ?? 'dismissed', 'enrol');
      if (!next.ok) return refused({ code: 'link_expired' });
      await saveOfficialState(tx, official.id, next.value, at);
    }
    await saveOfficialCredential(tx, official.id, {
      passwordHash,
      totpSecret: seal(keys, 'totp', official.id, enrolment.secret),
      totpStep,
    });
    await dropLinks(tx, 'enrolment', { officialId: enrolment.official?.id ?? null });
    await record(tx, {
      type: 'official.enrolled',
      subject: { kind: 'official', id: official.id },
      actor: { kind: 'official', id: official.id },
      at,
      facts: { ministry: official.ministry },
    });
    return granted({ officialId: official.id });
  });
}

function firstAdministrator(
  { keys }: IdentityDeps,
  { givenName, familyName, email }: EnrolWish['newcomer'],
  locale: Locale,
): OfficialRecord | undefined {
  const parsed = parseEmail(email);
  if (!parsed.ok) return undefined;
  const contact: Contact = parsed.value;
  return {
    id: crypto.randomUUID(),
    state: 'active',
    givenName,
    familyName,
    email: contact.value,
    emailKey: contactKey(keys, contact),
    ministry: true,
    locale,
  };
}
