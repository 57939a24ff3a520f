import type { CivilDate } from '#kernel/civil-date.ts';
import type { PartialDate } from '#kernel/partial-date.ts';

/** What is sealed: a certificate (certificato) or a proof reduced to its purpose (attestazione mirata). */
export type SealedKind = 'certificate' | 'proof';

/** A fact that a proof states, in codes. */
export type Claim = readonly [string, ...(readonly string[])];

/** Why a sealed document counts no more (motivo della revoca). */
export const revocationReasons = ['holder', 'wrong_data', 'key_compromised', 'issued_by_mistake'] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** A line of the register of sealed documents (registro dei documenti sigillati). */
export interface SealedDocument {
  readonly id: string;
  /** Place in the revocation list. */
  readonly serial: number;
  readonly kind: SealedKind;
  /** Which certificate or proof, as its QR code says it. */
  readonly subject: string;
  readonly number: string | null;
  /** Verification code without its check characters. */
  readonly code: string;
  readonly holder: string;
  readonly claims: readonly Claim[];
  readonly officeId: string | null;
  readonly accountId: string | null;
  readonly keyId: string;
  readonly issuedOn: CivilDate;
  readonly validUntil: CivilDate;
  readonly sealedAt: Temporal.Instant | null;
  readonly sealCertificate: string | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly revokedBecause: RevocationReason | null;
  readonly replacedBy: string | null;
}

/**
 * What a QR code says of the holder: initials and year of birth. Whoever has the paper sees that both belong together;
 * whoever has only the code learns nearly nothing (GDPR art. 5.1.c).
 */
export function holderHint(
  person: {
    readonly givenName?: string;
    readonly familyName?: string;
    readonly birth: { readonly on: PartialDate };
  },
  { year = true }: { readonly year?: boolean } = {},
): string {
  const initial = (name: string | undefined) =>
    name?.trim() ? `${Array.from(name.trim())[0]?.toUpperCase()}.` : '–';
  const initials = `${initial(person.givenName)}${initial(person.familyName)}`;
  return year ? `${initials} ${person.birth.on.slice(0, 4)}` : initials;
}

/** Whether a document of the register counts on a day; an unsealed one does not exist. */
export function standingOf(
  document: Pick<SealedDocument, 'revokedAt' | 'replacedBy' | 'validUntil'>,
  today: CivilDate,
): 'holds' | 'withdrawn' | 'replaced' | 'past_validity' {
  if (document.revokedAt !== null) return document.replacedBy === null ? 'withdrawn' : 'replaced';
  return document.validUntil < today ? 'past_validity' : 'holds';
}
