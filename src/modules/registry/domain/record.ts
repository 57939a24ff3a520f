import type { CivilDate } from '#kernel/civil-date.ts';
import type { PartialDate } from '#kernel/partial-date.ts';

/** Identifier of a person in the registry (ID ANPR): two letters, five digits, two letters. */
export type PersonId = string;

/** Everything the registry holds of a person at one moment (scheda anagrafica), with the household (famiglia). */
export interface RegistryRecord {
  readonly id: PersonId;
  /** Codice fiscale; absent where the Revenue Agency never confirmed one. */
  readonly taxCode?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  readonly sex: 'M' | 'F';
  readonly birth: Birth;
  readonly standing: Standing;
  readonly certifiability: Certifiability;
  /** Procedures that a municipality has opened on the record (procedimenti aperti); any one restricts certificates. */
  readonly openProcedures: readonly OpenProcedure[];
  readonly enrolment: Enrolment;
  /** Addresses in the order of their beginning; the last one is the present one. */
  readonly addresses: readonly Address[];
  /** Absent where the municipality never recorded it (stato civile mancante). */
  readonly maritalStatus?: MaritalStatus;
  readonly citizenships: readonly Citizenship[];
  readonly cohabitationContract?: CohabitationContract;
  readonly household?: Household;
  readonly identityDocuments: readonly IdentityDocument[];
  readonly electoral?: Electoral;
  /** Date and code of the municipality that joined the registry with this record (subentro). */
  readonly joined: { readonly on: CivilDate; readonly municipality: MunicipalityCode };
}

/** Code of a municipality in the land registry (codice catastale, Belfiore), as `A944`. */
export type MunicipalityCode = string;
/** A State by its ISO 3166-1 alpha-2 code. */
export type CountryCode = string;

export interface Place {
  readonly country: CountryCode;
  readonly municipality?: MunicipalityCode;
  /** Name as it is written in the act, for places abroad or no longer existing. */
  readonly name: string;
  /** Province (sigla), for places in Italy. */
  readonly province?: string;
}

/** Act of civil status (atto di stato civile) as certificates name it. */
export interface CivilAct {
  readonly number?: string;
  readonly part?: string;
  readonly series?: string;
  readonly year?: number;
  readonly municipality?: MunicipalityCode;
}

export interface Birth {
  readonly on: PartialDate;
  readonly place: Place;
  readonly act?: CivilAct;
}

/** What has become of the record (soggetto iscritto, cancellato, duplicato). */
export type Standing =
  | { readonly state: 'enrolled' }
  | {
      readonly state: 'struck';
      readonly why: 'death' | 'emigration' | 'untraceable' | 'other';
      /** By the tables of the registry; absent where the municipality brought the record so. */
      readonly reason?: StrikingReason;
      readonly on?: PartialDate;
    }
  | { readonly state: 'duplicate'; readonly of: PersonId };

export type StrikingReason =
  | 'death'
  /** morte presunta, declared by a court */
  | 'presumed_death'
  /** a foreigner has moved abroad */
  | 'moved_abroad'
  /** irreperibilità accertata, after repeated checks */
  | 'untraceable'
  | 'untraceable_at_census'
  /** mancato rinnovo della dichiarazione di dimora abituale */
  | 'dwelling_not_declared'
  /** irreperibilità presunta of an Italian abroad */
  | 'presumed_untraceable'
  | 'citizenship_lost';

/** What the municipality allows to be certified (certificabilità). */
export type Certifiability =
  /** certificabile */
  | 'full'
  /** parzialmente certificabile */
  | 'partial'
  /** non certificabile */
  | 'none'
  /** non iscrivibile */
  | 'not_enrollable'
  /** interdetto: the word of the registry's tables for a record that certificates may not be drawn from */
  | 'barred';

export interface OpenProcedure {
  readonly id: string;
  readonly kind: 'residence' | 'correction' | 'untraceability' | 'citizenship' | 'civil_status' | 'other';
  readonly municipality: MunicipalityCode;
  readonly openedOn: CivilDate;
}

/** Where the person is enrolled: among the resident (APR) or the Italians abroad (AIRE). */
export type Enrolment =
  | {
      readonly register: 'resident';
      readonly municipality: MunicipalityCode;
      readonly since: PartialDate;
      /** Lives in a facility such as a barracks, a convent or a hospital (convivenza anagrafica). */
      readonly facility?: { readonly name: string; readonly kind: FacilityKind };
      /** senza fissa dimora */
      readonly homeless?: boolean;
    }
  | {
      readonly register: 'aire';
      /** Municipality that keeps the AIRE record. */
      readonly municipality: MunicipalityCode;
      readonly since: PartialDate;
      readonly why:
        | 'expatriation'
        | 'born_abroad'
        | 'citizenship_acquired'
        | 'transfer_from_other_municipality'
        | 'untraceable_abroad';
      /** Date of the expatriation; absent for those who never lived in Italy. */
      readonly expatriatedOn?: PartialDate;
      readonly consulate?: string;
      /** Already in AIRE when the municipality joined the registry (CE-3). */
      readonly beforeJoining: boolean;
    };

export type FacilityKind = 'barracks' | 'prison' | 'religious' | 'health' | 'care' | 'other';

export interface Address {
  readonly from?: PartialDate;
  readonly until?: PartialDate;
  readonly country: CountryCode;
  readonly municipality?: MunicipalityCode;
  readonly locality?: string;
  readonly street?: string;
  readonly number?: string;
  readonly staircase?: string;
  readonly flat?: string;
  readonly postCode?: string;
  /** Changed by the municipality of its own motion (variazione toponomastica d'ufficio). */
  readonly changedExOfficio?: boolean;
}

/** Another person as an act names them: only what the act has. */
export interface OtherParty {
  readonly id?: PersonId;
  readonly taxCode?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  readonly birth?: Birth;
}

/** A marriage, civil union or contract and where it was registered; empty fields were never recorded. */
export interface Bond {
  readonly on?: PartialDate;
  readonly place?: Place;
  readonly act?: CivilAct;
  readonly partner?: OtherParty;
}

export type MaritalStatus =
  /** celibe o nubile */
  | { readonly state: 'single' }
  | { readonly state: 'married'; readonly bond?: Bond }
  /** vedovo, vedova */
  | { readonly state: 'widowed'; readonly bond?: Bond; readonly endedOn?: PartialDate }
  /** divorziato: effetti civili cessati o matrimonio sciolto */
  | { readonly state: 'divorced'; readonly bond?: Bond; readonly endedOn?: PartialDate }
  /** unito civilmente */
  | { readonly state: 'civil_union'; readonly bond?: Bond }
  /** stato libero per scioglimento dell'unione */
  | { readonly state: 'union_dissolved'; readonly bond?: Bond; readonly endedOn?: PartialDate }
  /** stato libero per decesso della parte unita civilmente */
  | { readonly state: 'union_ended_by_death'; readonly bond?: Bond; readonly endedOn?: PartialDate };

/** `undefined_yet` in definizione (997), `not_attributable` non attribuibile (998), `stateless` apolide. */
export type NoState = 'undefined_yet' | 'not_attributable' | 'stateless';

export interface Citizenship {
  /** A State, or one of the words of `NoState`. */
  readonly of: CountryCode;
  readonly since?: PartialDate;
}

/** Contratto di convivenza, L. 76/2016 art. 1 cc. 50-63; without a date of stipulation it cannot be certified. */
export interface CohabitationContract {
  readonly stipulatedOn?: PartialDate;
  readonly registeredOn?: PartialDate;
  readonly municipality?: MunicipalityCode;
  readonly partner?: OtherParty;
}

export interface Household {
  readonly id: string;
  readonly register: 'resident' | 'aire';
  /** The municipality has declared the family record complete (famiglia completa e certificabile). */
  readonly certifiable: boolean;
  /** In the registry's order; the first is the holder (intestatario) where there is one. */
  readonly members: readonly HouseholdMember[];
}

export interface HouseholdMember {
  readonly id: PersonId;
  readonly taxCode?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  readonly sex: 'M' | 'F';
  readonly birth: Birth;
  /** Relation to the holder (relazione di parentela). */
  readonly relation: Relation;
  readonly maritalStatus?: MaritalStatus['state'];
}

/** What somebody is to the holder of the household (relazione di parentela), as municipalities record it today. */
export const relations = [
  'holder',
  'spouse',
  'civil_partner',
  'child',
  'parent',
  'sibling',
  'grandchild',
  'grandparent',
  'child_in_law',
  'parent_in_law',
  'stepchild',
  'cohabitant',
  'other_relative',
] as const;

export type Relation =
  | (typeof relations)[number]
  /** A relation of the old tables that the registry no longer admits (legame non più ammesso). */
  | 'no_longer_admitted';

export interface IdentityDocument {
  readonly kind: 'identity_card' | 'passport';
  readonly number: string;
  readonly issuedOn?: PartialDate;
  readonly issuedBy?: string;
  readonly expiresOn?: CivilDate;
}

/** Electoral data (dati elettorali), shown by RG-3. */
export interface Electoral {
  /** The right to vote (elettorato attivo) is not lost or suspended: DPR 223/1967 art. 2. */
  readonly mayVote: boolean;
  readonly roll?: {
    readonly municipality: MunicipalityCode;
    readonly section?: string;
    readonly cardNumber?: string;
    readonly enrolledOn?: PartialDate;
  };
  /** Struck at the former municipality after a change of residence, not yet entered at the new one. */
  readonly beingUpdatedSince?: CivilDate;
}
