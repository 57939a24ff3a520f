import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { PersonId } from '#modules/registry/public.ts';
import type { CertificateState } from './certificate-lifecycle.ts';
import type { CertificateContent } from './content.ts';
import type { Duty } from './exemptions.ts';
import type { KindId } from './kinds.ts';
import type { CertificateLanguage } from './languages.ts';

/** A certificate that was asked for (certificato). */
export interface Certificate {
  /** The municipality that keeps the record, as an office. */
  readonly officeId: string;
  readonly id: string;
  readonly accountId: string | null;
  readonly personId: PersonId;
  readonly askedBy: PersonId;
  readonly kinds: readonly KindId[];
  readonly language: CertificateLanguage;
  readonly duty: Duty;
  readonly content: CertificateContent;
  readonly locale: Locale;
  readonly mailTo: string | null;
  readonly state: CertificateState;
  readonly requestedAt: Temporal.Instant;
  /** The file on which the stamp is bought, and its SHA-256 in base64. */
  readonly rendering: { readonly file: string; readonly hash: string } | null;
  readonly orderId: string | null;
  readonly stamp: { readonly iubd: string; readonly boughtOn: CivilDate } | null;
  readonly paidAt: Temporal.Instant | null;
  readonly issue: {
    readonly year: number;
    readonly number: number;
    readonly at: Temporal.Instant;
    readonly on: CivilDate;
    readonly validUntil: CivilDate;
  } | null;
  readonly file: { readonly key: string; readonly hash: Uint8Array } | null;
  /** The sealed document that stands for it: its own id, another one once it was issued again. */
  readonly documentId: string;
  /** When it was issued again because of its key. */
  readonly replacedAt: Temporal.Instant | null;
  readonly tries: number;
}

/** The number as it is printed: municipality, year, place in its register. */
export function numberOf({ content, issue }: Pick<Certificate, 'content' | 'issue'>): string | undefined {
  if (issue === null) return undefined;
  return `${content.municipality.code}/${issue.year}/${String(issue.number).padStart(6, '0')}`;
}

/** Whether it is still valid on a day. */
export function isValidOn({ issue }: Pick<Certificate, 'issue'>, day: CivilDate): boolean {
  return issue !== null && day <= issue.validUntil;
}

/** The name of whom it is about, as it is printed. */
export function holderOf({ content }: Pick<Certificate, 'content'>): string {
  return content.person[0]?.value ?? '';
}
