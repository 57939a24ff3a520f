import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { actorOf, mayAdminister, type OfficeRole, type Official, principalOf } from '#platform/web/who.ts';
import { parseEmail } from '../domain/contact.ts';
import { decidesAbout, officialLifecycle } from '../domain/official.ts';
import { enrolmentLinkFor } from '../domain/sign-in-lane.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { dropLinks, insertLink } from '../store/links.ts';
import {
  findOfficial,
  insertOfficial,
  listOfficials,
  listRoles,
  type OfficialRecord,
  removeOfficialCredential,
  removeRole,
  removeRoles,
  saveOfficialState,
  saveRole,
} from '../store/officials.ts';
import { removePasskeys } from '../store/passkeys.ts';
import { endSessions } from '../store/sessions.ts';
import { asIdentity, contactKey, type IdentityDeps } from './identity-deps.ts';

/** The officials whom an administrator looks after, as the database lets them see. */
export function readOfficials({ db }: IdentityDeps, by: Official) {
  return db.transaction(principalOf(by), (tx) => listOfficials(tx));
}

export interface Invitation {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly locale: Locale;
  /** A role at an office, or the ministry's administration. */
  readonly role: { readonly officeId: string; readonly role: OfficeRole } | 'ministry';
  readonly key: string;
  readonly by: Official;
}

export type InviteRefusal = { readonly code: 'not_an_email' | 'already_official' | 'not_yours' };

/** Invites an official: the letter's link leads to the set-up of password and second factor. */
export async function inviteOfficial(
  deps: IdentityDeps,
  { givenName, familyName, email, locale, role, key, by }: Invitation,
): Promise<Outcome<{ officialId: string }, InviteRefusal | KeyReused>> {
  const { db, now, keys } = deps;
  const may = role === 'ministry' ? by.ministry : mayAdminister(by, role.officeId);
  if (!may) return refused({ code: 'not_yours' });
  const parsed = parseEmail(email);
  if (!parsed.ok) return refused({ code: 'not_an_email' });
  const at = now();
  const wish = { givenName, familyName, email, role };
  return db.transaction(asIdentity, (tx) =>
    once(
      tx,
      { scope: `official:${by.officialId}`, key, wish, at },
      async (): Promise<Outcome<{ officialId: string }, InviteRefusal>> => {
        const official: OfficialRecord = {
          id: crypto.randomUUID(),
          state: 'invited',
          givenName,
          familyName,
          email: parsed.value.value,
          emailKey: contactKey(keys, parsed.value),
          ministry: role === 'ministry',
          locale,
        };
        if (!(await insertOfficial(tx, official, at))) return refused({ code: 'already_official' });
        if (role !== 'ministry') await saveRole(tx, official.id, role);
        await sendEnrolment(tx, deps, official, 'invited');
        await record(tx, {
          type: 'official.invited',
          subject: { kind: 'official', id: official.id },
          actor: actorOf(by),
          at,
          ...(role === 'ministry' ? {} : { officeId: role.officeId }),
          facts: role === 'ministry' ? { ministry: true } : { role: role.role },
        });
        return granted({ officialId: official.id });
      },
    ),
  );
}

async function sendEnrolment(
  tx: Tx,
  { keys, now, publicUrl }: IdentityDeps,
  official: OfficialRecord,
  why: 'invited' | 'factorReset',
): Promise<void> {
  const at = now();
  const token = keys.token();
  await dropLinks(tx, 'enrolment', { officialId: official.id });
  await insertLink(
    tx,
    token,
    { purpose: 'enrolment', officialId: official.id },
    at,
    at.add(enrolmentLinkFor),
  );
  const letter = letters[official.locale][why](linkTo.enrolment(publicUrl, official.locale, token));
  await enqueueMessages(tx, at, [
    letterTo({ kind: 'email', value: official.email }, official.locale, letter),
  ]);
}

export type RoleRefusal = { readonly code: 'no_such_official' | 'not_yours' };

/** Gives an official a role at an office, changes it, or takes it away; it holds from the next request on. */
export async function changeRole(
  { db, now }: IdentityDeps,
  {
    officialId,
    officeId,
    role,
    by,
  }: { officialId: string; officeId: string; role: OfficeRole | 'none'; by: Official },
): Promise<Outcome<null, RoleRefusal>> {
  if (!mayAdminister(by, officeId)) return refused({ code: 'not_yours' });
  const at = now();
  // Whom the administrator cannot see is nobody: a guessed id neither gets a role nor tells that it exists.
  const seen = await db.transaction(principalOf(by), (tx) => findOfficial(tx, officialId));
  if (seen === undefined) return refused({ code: 'no_such_official' });
  return db.transaction(asIdentity, async (tx) => {
    const official = await findOfficial(tx, officialId, { forChange: true });
    if (official === undefined || official.state === 'dismissed')
      return refused({ code: 'no_such_official' });
    if (role === 'none') await removeRole(tx, officialId, officeId);
    else await saveRole(tx, officialId, { officeId, role });
    await record(tx, {
      type: 'official.role-changed',
      subject: { kind: 'official', id: officialId },
      actor: actorOf(by),
      at,
      officeId,
      facts: { role },
    });
    return granted(null);
  });
}

export type DismissRefusal = { readonly code: 'no_such_official' | 'not_yours' | 'yourself' };

/** Ends an official's access at once: sessions, password and second factor are gone with the commit. */
export function dismissOfficial(
  deps: IdentityDeps,
  wish: { officialId: string; by: Official },
): Promise<Outcome<null, DismissRefusal>> {
  return changeAccess(deps, wish, 'dismiss');
}

/** Takes password and second factor of an official back and sends a new enrolment link (telephone lost). */
export function resetSecondFactor(
  deps: IdentityDeps,
  wish: { officialId: string; by: Official },
): Promise<Outcome<null, DismissRefusal>> {
  return changeAccess(deps, wish, 'reset_second_factor');
}

async function changeAccess(
  deps: IdentityDeps,
  { officialId, by }: { officialId: string; by: Official },
  event: 'dismiss' | 'reset_second_factor',
): Promise<Outcome<null, DismissRefusal>> {
  if (officialId === by.officialId) return refused({ code: 'yourself' });
  const at = deps.now();
  return deps.db.transaction(asIdentity, async (tx) => {
    const official = await findOfficial(tx, officialId, { forChange: true });
    if (official === undefined) return refused({ code: 'no_such_official' });
    const roles = await listRoles(tx, officialId);
    if (!decidesAbout(by, { ministry: official.ministry, roles })) return refused({ code: 'not_yours' });
    const next = officialLifecycle.next(official.state, event);
    if (!next.ok) return refused({ code: 'no_such_official' });
    await saveOfficialState(tx, officialId, next.value, at);
    await removeOfficialCredential(tx, officialId);
    await removePasskeys(tx, { officialId }, 'all');
    await endSessions(tx, { officialId });
    await dropLinks(tx, 'official_unlock', { officialId });
    await dropLinks(tx, 'enrolment', { officialId });
    if (event === 'dismiss') await removeRoles(tx, officialId);
    else await sendEnrolment(tx, deps, official, 'factorReset');
    await record(tx, {
      type: event === 'dismiss' ? 'official.dismissed' : 'official.second-factor-reset',
      subject: { kind: 'official', id: officialId },
      actor: actorOf(by),
      at,
      ...(roles[0] === undefined ? {} : { officeId: roles[0].officeId }),
    });
    return granted(null);
  });
}
