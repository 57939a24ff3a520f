import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { CaseFileState } from './case-file-lifecycle.ts';
import type { FormAnswers } from './form.ts';
import { answerTo } from './form-answers.ts';

/** A file (pratica): what somebody asked of an office in writing, and how it stands. */
export interface CaseFile {
  readonly officeId: string;
  readonly id: string;
  /** The name of its definition. */
  readonly procedure: string;
  readonly serviceId: string | null;
  /** None where the person was not signed in. */
  readonly accountId: string | null;
  readonly personName: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly answers: FormAnswers;
  readonly state: CaseFileState;
  readonly submittedAt: Temporal.Instant;
  readonly takenBy: string | null;
  readonly waitingSince: Temporal.Instant | null;
  readonly waitedDays: number;
  readonly closedAt: Temporal.Instant | null;
  readonly keepUntil: CivilDate | null;
  /** The number in the protocol register (numero di protocollo) of files with a form. */
  readonly protocol: Protocol | null;
  /** The municipality that it was sent to, as an office. */
  readonly municipalityId: string | null;
  readonly sentAt: Temporal.Instant | null;
  /** The account that sent it, where a delegate did. */
  readonly submittedBy: string | null;
  /** Counts every change. */
  readonly version: number;
  readonly openKey: string | null;
}

export interface Protocol {
  readonly year: number;
  readonly number: number;
}

/** A protocol number as it is written on letters: `2026/000123`. */
export function protocolText({ year, number }: Protocol): string {
  return `${year}/${String(number).padStart(6, '0')}`;
}

/** One answer of a file, outside groups; empty where it was not given. */
export function answerOf(file: Pick<CaseFile, 'answers'>, name: string): string {
  return answerTo(file.answers, name);
}

export const messageKinds = [
  'message',
  'request_for_more',
  'answer',
  'rejection',
  'correction_wanted',
  'municipal_refusal',
  'internal_note',
  'between_offices',
] as const;
export type MessageKind = (typeof messageKinds)[number];

export interface Message {
  readonly id: string;
  readonly author: 'person' | 'office' | 'municipality';
  readonly kind: MessageKind;
  readonly text: string;
  readonly at: Temporal.Instant;
  /** The delegate who wrote it for the person. */
  readonly writtenBy: string | null;
}

/** Longest text of a message, in characters. */
export const longestText = 4000;
/** How long an answered request can be taken up again. */
export const writeAgainFor = { days: 30 } as const;
/** Requests of one address in a day. */
export const requestsPerDay = 10;

/** What people quote about a plain request when they ring up: the beginning of the id. */
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
