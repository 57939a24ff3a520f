import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Certificate } from '../domain/certificate.ts';

/** What is needed of the register of sealed documents: a place, the QR code of the place, the seal, the entry. */
export interface Sealing {
  /** Documents of the demonstration say on their face that they are none. */
  readonly facSimile: boolean;
  /** Opens the register; what it answers takes a place in a transaction, the same certificate always the same one. */
  openRegister(): Promise<(tx: Tx, certificate: Certificate & { readonly number: string }) => Promise<void>>;
  /** What stands on the paper of a place. */
  codeOf(id: string): Promise<{
    readonly qr: string;
    readonly code: string;
    /** The key of the place is out of trust: it needs another place. */
    readonly withdrawn: boolean;
  }>;
  seal(
    pdf: Uint8Array,
    occasion: { readonly reason: string; readonly location: string; readonly at: Temporal.Instant },
  ): Promise<Uint8Array>;
  /** Enters the sealed file; a repetition keeps the first one. */
  enter(tx: Tx, id: string, pdf: Uint8Array): Promise<void>;
  /** Takes an issued certificate back; again it changes nothing. */
  revoke(
    tx: Tx,
    id: string,
    by: { readonly officialId: string } | 'platform',
    because: RevocationReason,
  ): Promise<void>;
  /** Fingerprint of the certificate with which is sealed now. */
  sealId(): string;
  /** Another document stands for a revoked one. */
  replace(tx: Tx, id: string, by: string): Promise<void>;
  /** When and why each of these was revoked, for those that were. */
  revokedAmong(
    tx: Tx,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly at: Temporal.Instant; readonly because: string }>>;
}

export type RevocationReason = 'holder' | 'wrong_data' | 'issued_by_mistake';

/** What is needed of payments for a certificate with the stamp duty. */
export interface Stamping {
  order(
    tx: Tx,
    wanted: {
      readonly accountId: string;
      readonly certificateId: string;
      readonly payer: {
        readonly givenName: string;
        readonly familyName: string;
        readonly taxCode: string;
        readonly email: string;
        readonly province: string;
      };
      readonly documentHash: string;
      readonly locale: Locale;
      readonly at: Temporal.Instant;
    },
  ): Promise<{ readonly id: string }>;
  /** How a payment stands, as the page of the certificate tells it. */
  standing(
    tx: Tx,
    orderId: string,
  ): Promise<{
    readonly ended: boolean;
    readonly stamp?: { iubd: string; boughtOn: CivilDate; hash: string };
  }>;
  /** Nobody may pay any more: the certificate is not wanted. */
  end(tx: Tx, orderId: string, at: Temporal.Instant): Promise<boolean>;
  /** The money goes back. */
  refund(tx: Tx, orderId: string, at: Temporal.Instant): Promise<boolean>;
}

/** The outside world of certificates. */
export interface CertificateDeps extends Deps {
  readonly files: FileStore;
  readonly sealing: Sealing;
  /** Absent where nothing can be paid online: then only exempt certificates can be had. */
  readonly stamping: Stamping | undefined;
}

/** Steps of the issue are the platform's own. */
export const asCertificates = { kind: 'system', task: 'certificates' } as const;

/** The day of certificates is that of Rome. */
export const certificateZone = 'Europe/Rome';

/** What open pages of a certificate listen to. */
export function certificateTopic(id: string): string {
  return `certificate:${id}`;
}

/** Files lie by the day on which they were written, so that what a break left behind is found without looking at all. */
export function fileFolder(at: Temporal.Instant): string {
  return `certificates/${dayAt(at, 'UTC')}`;
}
