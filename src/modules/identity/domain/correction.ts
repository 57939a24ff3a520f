import type { CivilDate } from '#kernel/civil-date.ts';

/** Identity data that a person may not edit alone (dati anagrafici): the office corrects them, with proof. */
export const correctableData = ['name', 'birth_date', 'birth_place', 'tax_code', 'email'] as const;
export type CorrectableDatum = (typeof correctableData)[number];

/**
 * What a datum should read (rettifica, GDPR art. 16). Name and date of birth make the tax code, so that a new code may
 * come with them.
 */
export type Correction =
  | {
      readonly datum: 'name';
      readonly givenName: string;
      readonly familyName: string;
      readonly taxCode?: string;
    }
  | { readonly datum: 'birth_date'; readonly bornOn: CivilDate; readonly taxCode?: string }
  | { readonly datum: 'birth_place'; readonly birthPlace: string }
  | { readonly datum: 'tax_code'; readonly taxCode: string }
  | { readonly datum: 'email'; readonly email: string };

export type CorrectionRefusal = {
  readonly code: 'no_such_account' | 'tax_code_does_not_fit' | 'email_not_proven' | 'email_not_usable';
};
