/** Every certificate that can be asked for online (CE-1). */
export const kindIds = [
  'residence',
  'family_status',
  'birth',
  'marriage',
  'civil_union',
  'cohabitation_contract',
  'citizenship',
  'existence',
  'civil_status',
  'free_status',
  'family_and_civil_status',
  'family_relationships',
  'facility_residence',
  'aire_residence',
  'aire_family_status',
  'political_rights',
  'electoral_roll',
] as const;
export type KindId = (typeof kindIds)[number];

/** Which register of the municipality the certificate is drawn from; an electoral one is the electoral office's. */
export type Register = 'any' | 'resident' | 'aire' | 'electoral';

export interface Kind {
  /** Number in the registry's table of certificates (tabella 13); the electoral ones are not in it. */
  readonly code?: number;
  readonly register: Register;
  /** The provision under which it is issued (base normativa). */
  readonly law: string;
}

/** DPR 30 May 1989 no. 223, art. 33: the certificates of the registry of residents. */
const registryLaw = 'DPR 30 maggio 1989, n. 223, art. 33';
const aireLaw = 'Legge 27 ottobre 1988, n. 470; DPR 30 maggio 1989, n. 223, art. 33';

/** The kinds of certificates (tipi di certificato) with their number and law. */
export const kinds: Readonly<Record<KindId, Kind>> = {
  residence: { code: 8, register: 'resident', law: registryLaw },
  family_status: { code: 12, register: 'resident', law: registryLaw },
  birth: { code: 1, register: 'any', law: registryLaw },
  marriage: { code: 3, register: 'any', law: registryLaw },
  civil_union: { code: 18, register: 'any', law: `Legge 20 maggio 2016, n. 76, art. 1; ${registryLaw}` },
  cohabitation_contract: {
    code: 19,
    register: 'any',
    law: `Legge 20 maggio 2016, n. 76, art. 1, commi 50-63; ${registryLaw}`,
  },
  citizenship: { code: 5, register: 'any', law: registryLaw },
  existence: { code: 7, register: 'resident', law: registryLaw },
  civil_status: { code: 11, register: 'resident', law: registryLaw },
  free_status: { code: 17, register: 'resident', law: registryLaw },
  family_and_civil_status: { code: 13, register: 'resident', law: registryLaw },
  family_relationships: { code: 16, register: 'resident', law: registryLaw },
  facility_residence: {
    code: 14,
    register: 'resident',
    law: 'DPR 30 maggio 1989, n. 223, artt. 5 e 33',
  },
  aire_residence: { code: 10, register: 'aire', law: aireLaw },
  aire_family_status: { code: 15, register: 'aire', law: aireLaw },
  political_rights: { register: 'electoral', law: 'DPR 20 marzo 1967, n. 223, artt. 1 e 2' },
  electoral_roll: { register: 'electoral', law: 'DPR 20 marzo 1967, n. 223, art. 4' },
};

/** Certificates that no online request can have; the page says where to go (CE-9). */
export const elsewhereIds = [
  'death',
  'struck_off',
  'past_citizenship',
  'past_residence',
  'residence_on_a_day',
] as const;
export type ElsewhereId = (typeof elsewhereIds)[number];

/** Their numbers in the registry's table. */
export const elsewhereCodes: Readonly<Record<ElsewhereId, number>> = {
  death: 2,
  struck_off: 4,
  past_citizenship: 6,
  past_residence: 9,
  residence_on_a_day: 20,
};

export function isKindId(raw: string): raw is KindId {
  return (kindIds as readonly string[]).includes(raw);
}
