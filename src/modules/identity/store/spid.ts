import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { ConnectedHow, StrongLevel } from '../domain/strong-identity.ts';

export interface SpidRequest {
  readonly requestId: string;
  readonly provider: string;
  readonly level: StrongLevel;
  readonly relayHash: Buffer;
  readonly browserHash: Buffer;
  readonly locale: Locale;
  readonly nextPath: string | null;
  readonly issuedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export async function insertSpidRequest(tx: Tx, request: SpidRequest): Promise<void> {
  await tx.sql(
    `insert into identity.spid_request (request_id, provider, level, relay_hash, browser_hash, locale, next_path, issued_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      request.requestId,
      request.provider,
      request.level,
      request.relayHash,
      request.browserHash,
      request.locale,
      request.nextPath,
      request.issuedAt,
      request.expiresAt,
    ],
  );
}

const requestColumns = `request_id as "requestId", provider, level, relay_hash as "relayHash", browser_hash as "browserHash",
  locale, next_path as "nextPath", issued_at as "issuedAt", expires_at as "expiresAt"`;

/** The request that an answer names, answered or not. */
export async function findSpidRequest(
  tx: Tx,
  requestId: string,
): Promise<(SpidRequest & { readonly answeredAt: Temporal.Instant | null }) | undefined> {
  const [row] = await tx.sql<SpidRequest & { answeredAt: Temporal.Instant | null }>(
    `select ${requestColumns}, answered_at as "answeredAt" from identity.spid_request where request_id = $1`,
    [requestId],
  );
  return row;
}

/** The first answer consumes the request, wherever it arrives; false for every other one. */
export async function consumeSpidRequest(
  tx: Tx,
  requestId: string,
  { answer, arrivalHash }: { answer: unknown; arrivalHash: Buffer },
  at: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql(
    `update identity.spid_request set answered_at = $2, answer = $3, arrival_hash = $4
     where request_id = $1 and answered_at is null and expires_at > $2 returning request_id`,
    [requestId, at, JSON.stringify(answer), arrivalHash],
  );
  return rows.length === 1;
}

export interface SpidArrival<Answer> {
  readonly requestId: string;
  readonly provider: string;
  readonly browserHash: Buffer;
  readonly nextPath: string | null;
  readonly answer: Answer | null;
  readonly answeredAt: Temporal.Instant;
}

/** The answer that a browser comes in with, kept from changing until the transaction ends. */
export async function findSpidArrival<Answer>(
  tx: Tx,
  arrivalHash: Buffer,
): Promise<SpidArrival<Answer> | undefined> {
  const [row] = await tx.sql<SpidArrival<Answer>>(
    `select request_id as "requestId", provider, browser_hash as "browserHash", next_path as "nextPath", answer,
       answered_at as "answeredAt"
     from identity.spid_request where arrival_hash = $1 for update`,
    [arrivalHash],
  );
  return row;
}

/** The browser is in: what the provider said of the person is not kept here any longer. */
export async function closeSpidArrival(tx: Tx, requestId: string, at: Temporal.Instant): Promise<void> {
  await tx.sql('update identity.spid_request set answer = null, entered_at = $2 where request_id = $1', [
    requestId,
    at,
  ]);
}

export async function findStrongAccount(tx: Tx, taxKey: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ accountId: string }>(
    'select account_id as "accountId" from identity.strong_identity where tax_key = $1',
    [taxKey],
  );
  return row?.accountId;
}

export interface KeptStrongIdentity {
  readonly accountId: string;
  readonly taxKey: string;
  readonly taxCode: string;
  readonly how: ConnectedHow;
}

/** Connects a tax code with an account; false where either has another already. */
export async function insertStrongIdentity(
  tx: Tx,
  { accountId, taxKey, taxCode, how }: KeptStrongIdentity,
  at: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql(
    `insert into identity.strong_identity (account_id, tax_key, tax_code, connected_at, connected_how, last_used_at)
     values ($1, $2, $3, $4, $5, $4) on conflict do nothing returning account_id`,
    [accountId, taxKey, taxCode, at, how],
  );
  return rows.length === 1;
}

/** The tax code as the provider states it today: a letter may have come in the place of a digit. */
export async function noteStrongUse(
  tx: Tx,
  accountId: string,
  taxCode: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql('update identity.strong_identity set last_used_at = $2, tax_code = $3 where account_id = $1', [
    accountId,
    at,
    taxCode,
  ]);
}

export async function findStrongIdentity(
  tx: Tx,
  accountId: string,
): Promise<{ readonly taxCode: string; readonly connectedAt: Temporal.Instant } | undefined> {
  const [row] = await tx.sql<{ taxCode: string; connectedAt: Temporal.Instant }>(
    `select tax_code as "taxCode", connected_at as "connectedAt" from identity.strong_identity where account_id = $1`,
    [accountId],
  );
  return row;
}

/** Open accounts that name this tax code of their own accord. */
export async function listAccountsNaming(tx: Tx, taxCode: string): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `select id from identity.account where tax_code = $1 and state = 'active'
       and not exists (select 1 from identity.strong_identity where account_id = account.id) order by id`,
    [taxCode],
  );
  return rows.map((row) => row.id);
}

/** Nobody else makes or connects an account for this tax code until the transaction ends. */
export async function lockTaxKey(tx: Tx, taxKey: string): Promise<void> {
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 17))', [taxKey]);
}

export interface SpidSession {
  readonly sessionId: string;
  readonly provider: string;
  readonly nameId: string;
  readonly nameQualifier: string;
  readonly sessionIndex: string | null;
}

export async function insertSpidSession(tx: Tx, session: SpidSession): Promise<void> {
  await tx.sql(
    `insert into identity.spid_session (session_id, provider, name_id, name_qualifier, session_index)
     values ($1, $2, $3, $4, $5)`,
    [session.sessionId, session.provider, session.nameId, session.nameQualifier, session.sessionIndex],
  );
}

/** What the provider calls the session of this cookie. */
export async function findSpidSession(tx: Tx, tokenHash: Buffer): Promise<SpidSession | undefined> {
  const [row] = await tx.sql<SpidSession>(
    `select session_id as "sessionId", provider, name_id as "nameId", name_qualifier as "nameQualifier",
       session_index as "sessionIndex"
     from identity.spid_session join identity.session on session.id = session_id where token_hash = $1`,
    [tokenHash],
  );
  return row;
}

/** Ends the sessions that a provider names; answers whose they were. */
export async function endSpidSessions(
  tx: Tx,
  { provider, nameId, sessionIndex }: { provider: string; nameId: string; sessionIndex: string | undefined },
): Promise<string[]> {
  const rows = await tx.sql<{ accountId: string }>(
    `delete from identity.session using identity.spid_session
     where session.id = session_id and provider = $1 and name_id = $2 and ($3::text is null or session_index = $3)
     returning account_id as "accountId"`,
    [provider, nameId, sessionIndex ?? null],
  );
  return rows.map((row) => row.accountId);
}

export async function insertSpidLogout(
  tx: Tx,
  { requestId, provider }: { requestId: string; provider: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql('insert into identity.spid_logout (request_id, provider, issued_at) values ($1, $2, $3)', [
    requestId,
    provider,
    at,
  ]);
}

/** Takes the answer to a logout that we asked for; false where we did not, or have an answer already. */
export async function answerSpidLogout(
  tx: Tx,
  { requestId, provider }: { requestId: string; provider: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql(
    `update identity.spid_logout set answered_at = $3
     where request_id = $1 and provider = $2 and answered_at is null returning request_id`,
    [requestId, provider, at],
  );
  return rows.length === 1;
}

export async function eraseOldSpidRequests(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.sql('delete from identity.spid_request where expires_at <= $1', [before]);
  await tx.sql('delete from identity.spid_logout where issued_at <= $1', [before]);
}
