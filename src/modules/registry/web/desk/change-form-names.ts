/** What a municipality can change in a record; the names stand in addresses. */
export const changeFormNames = [
  'names',
  'sex',
  'tax-code',
  'birth',
  'marital-status',
  'citizenships',
  'cohabitation-contract',
  'identity-documents',
  'address',
  'aire-registration',
  'address-abroad',
  'procedure',
  'procedure-closing',
  'certifiability',
  'household-certifiability',
  'roll-entry',
  'members-move',
  'household',
  'duplicate',
  'striking',
] as const;
export type ChangeFormName = (typeof changeFormNames)[number];
