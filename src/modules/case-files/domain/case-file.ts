import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { CaseFileState } from './case-file-lifecycle.ts';
import type { Answers } from './procedure.ts';
import type { ProcedureId } from './procedures.ts';

/** A file (pratica): what somebody asked of an office in writing, and how it stands. */
export interface CaseFile {
  readonly officeId: string;
  readonly id: string;
  readonly procedure: ProcedureId;
  readonly serviceId: string | null;
  /** None where the person was not signed in. */
  readonly accountId: string | null;
  readonly personName: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly answers: Answers;
  readonly state: CaseFileState;
  readonly submittedAt: Temporal.Instant;
  readonly takenBy: string | null;
  readonly waitingSince: Temporal.Instant | null;
  readonly waitedDays: number;
  readonly closedAt: Temporal.Instant | null;
  readonly keepUntil: CivilDate | null;
}

export const messageKinds = ['message', 'request_for_more', 'answer', 'rejection'] as const;
export type MessageKind = (typeof messageKinds)[number];

export interface Message {
  readonly id: string;
  readonly author: 'person' | 'office';
  readonly kind: MessageKind;
  readonly text: string;
  readonly at: Temporal.Instant;
}

/** Longest text of a message, in characters. */
export const longestText = 4000;
/** How long an answered request can be taken up again. */
export const writeAgainFor = { days: 30 } as const;
/** Requests of one address in a day. */
export const requestsPerDay = 10;

/** What people quote when they ring up: the beginning of the id. */
export function referenceOf(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isCaseFileId(raw: string): boolean {
  return uuid.test(raw);
}

interface TokenKeys {
  hash(purpose: string, value: string): string;
  matches(purpose: string, value: string, hash: string): boolean;
}

/** The link of the letters opens a file to people without an account: only who reads the mail has it. */
export function caseFileToken(keys: TokenKeys, { officeId, id }: { officeId: string; id: string }): string {
  return keys.hash('case-file-link', `${officeId}:${id}`);
}

export function isCaseFileToken(
  keys: TokenKeys,
  { officeId, id }: { officeId: string; id: string },
  token: string,
): boolean {
  return keys.matches('case-file-link', `${officeId}:${id}`, token);
}
