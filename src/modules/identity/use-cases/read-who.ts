import { joinCalls } from '#platform/batch/in-turns.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Deps } from '#platform/deps.ts';
import type { Who } from '#platform/web/who.ts';
import { readApiTokens, type TokenHolder } from '../store/api-tokens.ts';
import { readSessions, type SessionRow } from '../store/sessions.ts';
import { asIdentity } from './identity-deps.ts';

const visitor: Who = { kind: 'visitor' };

/** Finds whose session or API token it is; requests of one turn of the event loop are looked up in one statement. */
export interface WhoReader {
  bySession(token: string): Promise<Who>;
  byApiToken(token: string): Promise<Who>;
}

export function makeWhoReader({ db, now }: Deps): WhoReader {
  const bySession = joinCalls(async (tokens: readonly string[]) => {
    const hashes = tokens.map(tokenHash);
    const rows = await db.transaction(asIdentity, (tx) => readSessions(tx, hashes, now()));
    const byHash = new Map(rows.map((row) => [row.hash, row]));
    return hashes.map((hash) => whoseSession(byHash.get(hash.toString('hex'))));
  });
  const byApiToken = joinCalls(async (tokens: readonly string[]) => {
    const hashes = tokens.map(tokenHash);
    const rows = await db.transaction(asIdentity, (tx) => readApiTokens(tx, hashes, now()));
    const byHash = new Map(rows.map((row) => [row.hash, row]));
    return hashes.map((hash) => whoseToken(byHash.get(hash.toString('hex'))));
  });
  return { bySession, byApiToken };
}

function whoseToken(row: TokenHolder | undefined): Who {
  if (row === undefined) return visitor;
  return {
    kind: 'citizen',
    accountId: row.account_id,
    sessionId: row.id,
    name: `${row.given_name} ${row.family_name}`,
    officeId: row.office_id,
    active: row.account_state === 'active',
    signedInWith: 'password',
    level: 1,
  };
}

function whoseSession(row: SessionRow | undefined): Who {
  if (row === undefined) return visitor;
  const name = `${row.given_name} ${row.family_name}`;
  if (row.account_id !== null) {
    return {
      kind: 'citizen',
      accountId: row.account_id,
      sessionId: row.id,
      name,
      officeId: row.office_id,
      active: row.account_state === 'active',
      signedInWith: row.means === 'spid' ? 'spid' : 'password',
      level: row.level,
    };
  }
  if (row.official_id === null) return visitor;
  return {
    kind: 'official',
    officialId: row.official_id,
    sessionId: row.id,
    name,
    ministry: row.ministry === true,
    roles: row.roles ?? [],
  };
}
