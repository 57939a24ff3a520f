import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import { record } from '#platform/event-log/record.ts';
import type { Carriage } from '#platform/spid/authn-request.ts';
import {
  issuerOf,
  readLogoutRequest,
  readLogoutResponse,
  writeLogoutRequest,
  writeLogoutResponse,
} from '#platform/spid/logout.ts';
import type { IdentityProvider } from '#platform/spid/parties.ts';
import { readRedirect, unpack } from '#platform/spid/sign.ts';
import { answerSpidLogout, endSpidSessions, findSpidSession, insertSpidLogout } from '../store/spid.ts';
import { asIdentity } from './identity-deps.ts';
import { register, type SpidDeps } from './spid-deps.ts';

export interface ProviderLogout {
  readonly provider: IdentityProvider;
  readonly carriage: Carriage;
}

/** Before a session ends here: what has to be said to the provider so that it ends there too (single logout). */
export async function askSpidLogout(deps: SpidDeps, token: string): Promise<ProviderLogout | undefined> {
  const { db, now, spid } = deps;
  const session = await db.transaction(asIdentity, (tx) => findSpidSession(tx, tokenHash(token)));
  const provider = (await spid.providers.list()).find((each) => each.entityId === session?.provider);
  if (session === undefined || provider === undefined) return undefined;
  const at = now();
  const named = { ...session, sessionIndex: session.sessionIndex ?? undefined };
  const request = writeLogoutRequest(await spid.party(), provider, named, at);
  if (request === undefined) return undefined;
  await db.transaction(asIdentity, async (tx) => {
    await insertSpidLogout(tx, { requestId: request.id, provider: provider.entityId }, at);
    await register(tx, { kind: 'logout', outcome: 'asked', requestId: request.id, request: request.xml }, at);
  });
  return { provider, carriage: request.carriage };
}

/** A logout message as a browser brought it: as a form, or in an address with the query as it was sent. */
export type Brought =
  | {
      readonly by: 'form';
      readonly request?: string;
      readonly response?: string;
      readonly relayState?: string;
    }
  | { readonly by: 'link'; readonly query: string; readonly kind: 'SAMLRequest' | 'SAMLResponse' };

export type LoggedOut =
  /** The provider asked: this goes back to it. */
  | { readonly kind: 'asked'; readonly carriage: Carriage }
  /** The provider answers: whether everything is over there too. */
  | { readonly kind: 'answered'; readonly complete: boolean };

interface Unpacked {
  readonly kind: 'SAMLRequest' | 'SAMLResponse';
  readonly xml: string;
  readonly signedOutside: boolean;
  readonly relayState: string | undefined;
  readonly provider: IdentityProvider;
}

async function unpackBrought({ spid }: SpidDeps, brought: Brought): Promise<Unpacked | undefined> {
  const providers = await spid.providers.list();
  const from = (xml: string) => {
    const issuer = issuerOf(xml);
    return providers.find((each) => each.entityId === issuer);
  };
  try {
    if (brought.by === 'form') {
      const kind = brought.request === undefined ? 'SAMLResponse' : 'SAMLRequest';
      const xml = Buffer.from(brought.request ?? brought.response ?? '', 'base64').toString('utf8');
      const provider = from(xml);
      return provider && { kind, xml, signedOutside: false, relayState: brought.relayState, provider };
    }
    const raw = new URLSearchParams(brought.query).get(brought.kind) ?? '';
    const provider = from(unpack(raw));
    const read = provider && readRedirect(brought.kind, brought.query, provider.certificates);
    return provider && read && { kind: brought.kind, ...read, signedOutside: true, provider };
  } catch {
    return undefined;
  }
}

/** A provider asks for a logout, or answers ours; what it has not signed is nothing. */
export async function receiveLogout(
  deps: SpidDeps,
  brought: Brought,
): Promise<Outcome<LoggedOut, { code: 'not_believed' }>> {
  const { db, now, spid } = deps;
  const message = await unpackBrought(deps, brought);
  if (message === undefined) return refused({ code: 'not_believed' });
  const { provider, xml, relayState } = message;
  const party = await spid.party();
  const at = now();
  const around = { party, provider, now: at };
  if (message.kind === 'SAMLResponse') {
    const answer = readLogoutResponse(message, around);
    if (answer === undefined) return refused({ code: 'not_believed' });
    const { inResponseTo: requestId, complete } = answer;
    return db.transaction(asIdentity, async (tx) => {
      if (!(await answerSpidLogout(tx, { requestId, provider: provider.entityId }, at))) {
        return refused({ code: 'not_believed' as const });
      }
      const outcome = complete ? 'complete' : 'partial';
      await register(tx, { kind: 'logout', outcome, requestId, response: xml }, at);
      return granted({ kind: 'answered' as const, complete });
    });
  }
  const asked = readLogoutRequest(message, around);
  if (asked === undefined) return refused({ code: 'not_believed' });
  await db.transaction(asIdentity, async (tx) => {
    const accounts = await endSpidSessions(tx, { provider: provider.entityId, ...asked });
    await register(tx, { kind: 'logout', outcome: 'ended', requestId: asked.id, request: xml }, at);
    await record(
      tx,
      ...accounts.map((accountId) => ({
        type: 'account.signed-out',
        subject: { kind: 'account', id: accountId },
        actor: { kind: 'system' as const, id: 'spid' },
        at,
        accountId,
      })),
    );
  });
  const carriage = writeLogoutResponse(party, provider, {
    inResponseTo: asked.id,
    relayState,
    ended: true,
    at,
  });
  return carriage === undefined ? refused({ code: 'not_believed' }) : granted({ kind: 'asked', carriage });
}
