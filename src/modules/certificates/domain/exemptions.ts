/** The eight uses for which the law takes no stamp duty (CE-7), with their number in the registry's table 39. */
export const exemptionIds = [
  'non_profit',
  'sports_club',
  'judicial',
  'protection_of_adults',
  'adoption_and_minors',
  'separation_or_divorce',
  'street_renamed',
  'foreign_pension',
] as const;
export type ExemptionId = (typeof exemptionIds)[number];

export interface Exemption {
  readonly code: number;
  /** The provision that is printed on the certificate (norma di esenzione). */
  readonly law: string;
}

/** Uses exempt from stamp duty (esenzioni dall'imposta di bollo). */
export const exemptions: Readonly<Record<ExemptionId, Exemption>> = {
  non_profit: { code: 1, law: 'art. 27-bis, Tabella allegato B, DPR 26 ottobre 1972, n. 642' },
  sports_club: { code: 2, law: 'art. 8-bis, Tabella allegato B, DPR 26 ottobre 1972, n. 642' },
  judicial: { code: 3, law: 'art. 18, DPR 30 maggio 2002, n. 115' },
  protection_of_adults: { code: 5, law: 'art. 13, Tabella allegato B, DPR 26 ottobre 1972, n. 642' },
  adoption_and_minors: {
    code: 6,
    law: 'art. 13, Tabella allegato B, DPR 26 ottobre 1972, n. 642; art. 82, legge 4 maggio 1983, n. 184',
  },
  separation_or_divorce: { code: 7, law: 'art. 19, legge 6 marzo 1987, n. 74' },
  street_renamed: { code: 8, law: 'art. 16, comma 8, legge 24 dicembre 1993, n. 537' },
  foreign_pension: { code: 9, law: 'art. 9, Tabella allegato B, DPR 26 ottobre 1972, n. 642' },
};

/** With the stamp duty (in bollo), or without it for one of the uses of the law (in carta libera). */
export type Duty = { readonly kind: 'stamp' } | { readonly kind: 'exempt'; readonly use: ExemptionId };

export function isExemptionId(raw: string): raw is ExemptionId {
  return (exemptionIds as readonly string[]).includes(raw);
}
