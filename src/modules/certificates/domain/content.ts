import type { CivilDate } from '#kernel/civil-date.ts';
import type { MunicipalityCode, PersonId } from '#modules/registry/public.ts';
import type { Duty } from './exemptions.ts';
import type { KindId } from './kinds.ts';
import type { CertificateLanguage } from './languages.ts';

/** A text of a certificate: in Italian, and beside it in the second language where the certificate is bilingual. */
export interface Printed {
  readonly it: string;
  readonly other?: string;
}

/** People of a household, one line each. */
export interface PrintedTable {
  readonly head: readonly Printed[];
  readonly rows: readonly (readonly Printed[])[];
}

/** What one kind of certificate says. */
export interface Statement {
  readonly kind: KindId;
  readonly title: Printed;
  readonly sentences: readonly Printed[];
  readonly table?: PrintedTable;
}

/**
 * All that a certificate states, in the words in which it is printed: fixed at the request (CE-5), so that what was
 * previewed, paid for and issued is the same.
 */
export interface CertificateContent {
  readonly language: CertificateLanguage;
  readonly duty: Duty;
  readonly municipality: {
    readonly code: MunicipalityCode;
    readonly name: Printed;
    readonly province: string;
  };
  readonly personId: PersonId;
  readonly person: readonly { readonly label: Printed; readonly value: string }[];
  readonly statements: readonly Statement[];
  /** Day of the request, on which the data were as printed. */
  readonly dataOf: CivilDate;
}
