import { createHash } from 'node:crypto';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import type { ServiceProvider } from '#platform/spid/parties.ts';
import type { Providers } from '#platform/spid/providers.ts';
import { appendToRegister, type RegisterLine } from '../store/spid-register.ts';
import type { IdentityDeps } from './identity-deps.ts';

/** This service as identity providers know it, and the providers that it knows. */
export interface Spid {
  readonly providers: Providers;
  /** The key is made at the first use. */
  party(): Promise<ServiceProvider>;
}

export interface SpidDeps extends IdentityDeps {
  readonly spid: Spid;
}

const nothing = {
  requestIssueInstant: null,
  request: null,
  responseId: null,
  responseIssueInstant: null,
  responseIssuer: null,
  assertionId: null,
  subject: null,
  subjectNameQualifier: null,
  response: null,
} as const;

/**
 * Writes a message down for twenty-four months. Its digest goes into the sealed history, so that a line of the register
 * that was altered, even by the owner of the tables, is found out.
 */
export async function register(
  tx: Tx,
  line: Pick<RegisterLine, 'kind' | 'outcome' | 'requestId'> & Partial<RegisterLine>,
  at: Temporal.Instant,
): Promise<void> {
  await appendToRegister(tx, { ...nothing, ...line }, at);
  const digest = createHash('sha256')
    .update(line.request ?? line.response ?? '')
    .digest('base64url');
  await record(tx, {
    type: `spid.${line.kind}-registered`,
    subject: { kind: 'spid-request', id: line.requestId },
    actor: system('identity'),
    at,
    facts: { outcome: line.outcome, digest },
  });
}

/** The keyed hash under which a tax code is compared. */
export function taxKeyOf({ keys }: Pick<IdentityDeps, 'keys'>, normalTaxCode: string): string {
  return keys.hash('tax-code', normalTaxCode);
}
