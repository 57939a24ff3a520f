/** What an official sees of somebody in a list of findings. */
export interface FoundPerson {
  readonly id: string;
  readonly taxCode: string | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly bornOn: string;
  readonly standing: 'enrolled' | 'struck' | 'duplicate';
  readonly register: 'resident' | 'aire';
  readonly openProcedures: number;
}

/** What an official looks for: a tax code, or a name with or without the day of birth. */
export type Wanted = { readonly taxCode: string } | { readonly name: string; readonly bornOn?: string };

export type SearchRefusal =
  /** a name needs three letters, so that nobody leafs through the town */
  { readonly code: 'too_short' } | { readonly code: 'not_a_date' };
