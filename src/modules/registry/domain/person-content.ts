import type { PersonId, RegistryRecord, Relation } from './record.ts';

/** What the registry holds of one person: the record (scheda anagrafica) without the others in the household. */
export type PersonContent = Omit<RegistryRecord, 'household'> & {
  readonly membership?: Membership;
  /** Identifier of the facility of the enrolment (convivenza), within its municipality. */
  readonly facilityId?: string;
};

/** The person's place in a household (famiglia anagrafica, DPR 223/1989 art. 4). */
export interface Membership {
  readonly householdId: string;
  readonly relation: Relation;
  /** Order in the household; the holder is first. */
  readonly place: number;
}

/** What the registry holds of a household apart from its members. */
export interface HouseholdContent {
  readonly id: string;
  readonly register: 'resident' | 'aire';
  readonly municipality: string;
  readonly consulate?: string;
  /** The municipality has declared the family record complete (famiglia completa e certificabile). */
  readonly certifiable: boolean;
}

/** A record as it was read: with its version, for whoever changes it, and since when it is true and known. */
export interface KnownRecord extends RegistryRecord {
  /** Number of the version; a change names the version that it was made on. */
  readonly version: number;
  readonly trueFrom: string;
  readonly knownFrom: Temporal.Instant;
}

const shape = /^[A-Z]{2}\d{5}[A-Z]{2}$/;

/** Whether a text can be an identifier of a person in the registry (ID ANPR). */
export function isPersonId(raw: string): raw is PersonId {
  return shape.test(raw);
}
