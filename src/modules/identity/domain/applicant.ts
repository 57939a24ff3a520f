import type { Locale } from '#kernel/locale.ts';

/** A person as other modules need to know them to serve them. */
export interface Applicant {
  readonly accountId: string;
  readonly givenName: string;
  readonly familyName: string;
  /** `YYYY-MM-DD` */
  readonly bornOn: string;
  readonly birthPlace: string | null;
  readonly taxCode: string | null;
  /** The same for every account of one person: keyed hash of the tax code without omocodes, else of name and date of birth. */
  readonly personKey: string;
  readonly officeId: string | null;
  readonly locale: Locale;
  readonly email: string;
  readonly active: boolean;
  readonly bothContactsVerified: boolean;
}
