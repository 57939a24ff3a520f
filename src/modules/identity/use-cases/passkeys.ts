import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { askForNewPasskey, checkNewPasskey, readPasskeyAnswer } from '#platform/credentials/passkeys.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import { type HistoryEvent, record } from '#platform/event-log/record.ts';
import { challengeFor, type Holder, type Passkey, passkeysAtMost } from '../domain/passkey.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount } from '../store/accounts.ts';
import { findOfficial } from '../store/officials.ts';
import {
  insertChallenge,
  insertPasskey,
  listPasskeys,
  removePasskeys,
  renamePasskey,
  takeChallenge,
} from '../store/passkeys.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';
import { findLetterBox } from './sign-in.ts';

export type { Passkey };

/** Passkeys of a person are the person's by the database's policies; those of an official are the platform's to keep. */
function principalOf(holder: Holder): Principal {
  return 'accountId' in holder ? { kind: 'citizen', accountId: holder.accountId } : asIdentity;
}

export function readPasskeys({ db }: IdentityDeps, holder: Holder): Promise<Passkey[]> {
  return db.transaction(principalOf(holder), (tx) => listPasskeys(tx, holder));
}

/** Asks the device to make a passkey; the question is good for one answer of this person. */
export async function offerPasskey(
  { db, now, keys, publicUrl }: IdentityDeps,
  { holder, name }: { holder: Holder; name: string },
) {
  const challenge = keys.token();
  const known = await db.transaction(asIdentity, async (tx) => {
    await insertChallenge(tx, challenge, { purpose: 'register', holder }, now().add(challengeFor));
    return listPasskeys(tx, holder);
  });
  const personId = 'accountId' in holder ? holder.accountId : holder.officialId;
  return askForNewPasskey(publicUrl, { challenge, personId, name, known });
}

export type PasskeyRefusal = { readonly code: 'passkey_not_made' | 'too_many_passkeys' };

/** Adds the passkey that a device has made (chiave di accesso), and tells the person by letter. */
export async function addPasskey(
  deps: IdentityDeps,
  { holder, answer: raw, label }: { holder: Holder; answer: unknown; label: string },
): Promise<Outcome<{ id: string }, PasskeyRefusal>> {
  const { db, now, publicUrl } = deps;
  const answer = readPasskeyAnswer(raw);
  if (answer === undefined) return refused({ code: 'passkey_not_made' });
  const at = now();
  return db.transaction(asIdentity, async (tx) => {
    const asked = await takeChallenge(tx, answer.challenge, { purpose: 'register', holder }, at);
    const key = asked ? await checkNewPasskey(publicUrl, answer) : undefined;
    const person = await lockHolder(tx, holder);
    if (key === undefined || person === undefined) return refused({ code: 'passkey_not_made' });
    if ((await listPasskeys(tx, holder)).length >= passkeysAtMost) {
      return refused({ code: 'too_many_passkeys' });
    }
    const id = crypto.randomUUID();
    if (!(await insertPasskey(tx, { id, holder, label, key }, at))) {
      return refused({ code: 'passkey_not_made' });
    }
    const { locale, box, accountId } = person;
    if (box !== undefined) {
      const letter = letters[locale].passkeyAdded(
        label,
        linkTo.access(publicUrl, locale, accountId === undefined),
      );
      await enqueueMessages(tx, at, [letterTo(box, locale, letter, accountId)]);
    }
    await record(tx, passkeyEvent('passkey.added', id, holder, at));
    return granted({ id });
  });
}

async function lockHolder(tx: Tx, holder: Holder) {
  if ('accountId' in holder) {
    const account = await findAccount(tx, holder.accountId, { forChange: true });
    if (account?.state !== 'active') return undefined;
    return { locale: account.locale, box: await findLetterBox(tx, account.id), accountId: account.id };
  }
  const official = await findOfficial(tx, holder.officialId, { forChange: true });
  if (official?.state !== 'active') return undefined;
  const box = { kind: 'email' as const, value: official.email };
  return { locale: official.locale, box, accountId: undefined };
}

export async function changePasskey(
  { db, now }: IdentityDeps,
  { holder, id, to }: { holder: Holder; id: string; to: { readonly label: string } | 'removed' },
): Promise<Outcome<null, { code: 'no_such_passkey' }>> {
  return db.transaction(principalOf(holder), async (tx) => {
    const changed =
      to === 'removed'
        ? (await removePasskeys(tx, holder, { id })) > 0
        : await renamePasskey(tx, holder, id, to.label);
    if (!changed) return refused({ code: 'no_such_passkey' });
    await record(
      tx,
      passkeyEvent(to === 'removed' ? 'passkey.removed' : 'passkey.renamed', id, holder, now()),
    );
    return granted(null);
  });
}

function passkeyEvent(type: string, id: string, holder: Holder, at: Temporal.Instant): HistoryEvent {
  const subject = { kind: 'passkey', id };
  return 'accountId' in holder
    ? { type, subject, actor: { kind: 'citizen', id: holder.accountId }, at, accountId: holder.accountId }
    : { type, subject, actor: { kind: 'official', id: holder.officialId }, at };
}
