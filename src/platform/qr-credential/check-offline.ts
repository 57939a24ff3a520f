import { type Credential, credentialInText, readCredential } from './credential.ts';
import { holds, type KeyList, type RevocationList, unpackSerials } from './lists.ts';
import { isPutBack } from './newest-list.ts';
import type { Reason } from './verdict.ts';

/** What a device knows without network: the lists as it last got them. */
export interface Known {
  readonly keys: KeyList | undefined;
  readonly revocations: RevocationList | undefined;
  /** The highest numbers of lists that the device has ever seen. */
  readonly seen?: { readonly keys: number | undefined; readonly revocations: number | undefined };
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Checked {
  readonly reason: Reason;
  /** Shown only where the signature holds: nobody shall read what somebody else has made up. */
  readonly credential?: Credential;
}

const day = 86_400_000;

/** The day it is in Rome, in days since 1970: the day that the validity of documents is counted by. */
export function romanDay(now: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(now);
  return Math.floor(Date.parse(`${parts}T00:00:00Z`) / day);
}

/** Checks what a scanner has read (the whole text or the address) with the lists at hand, without asking anybody. */
export async function checkOffline(text: string, { keys, revocations, seen, now }: Known): Promise<Checked> {
  const written = credentialInText(text);
  if (written === undefined) return { reason: 'not_ours' };
  const read = readCredential(written);
  if (read === undefined) return { reason: 'damaged' };
  if (keys === undefined) return { reason: 'no_lists' };
  const key = keys.items.find((each) => each.key_id === read.keyId);
  const oldKeys = Date.parse(keys.next_update) < now;
  const putBack =
    isPutBack(keys, seen?.keys) || (revocations !== undefined && isPutBack(revocations, seen?.revocations));
  if (key === undefined) return { reason: putBack ? 'lists_put_back' : oldKeys ? 'old_lists' : 'not_ours' };
  if (!(await holds(key, read.signed, read.signature))) return { reason: 'changed' };
  const { credential } = read;
  const from = romanDay(Date.parse(key.signs_from));
  const until = romanDay(Date.parse(key.signs_until));
  if (credential.issuedOn < from || credential.issuedOn > until) return { reason: 'not_ours' };
  const serials = revocations && unpackSerials(revocations.revoked);
  const told = (reason: Reason): Checked => ({ reason, credential });
  if (key.withdrawn_at !== null) return told('key_withdrawn');
  if (serials?.has(credential.serial)) return told('withdrawn');
  if (credential.validUntil < romanDay(now)) return told('past_validity');
  if (revocations === undefined || serials === undefined) return told('no_lists');
  if (putBack) return told('lists_put_back');
  if (oldKeys || Date.parse(revocations.next_update) < now) return told('old_lists');
  return told('holds');
}
