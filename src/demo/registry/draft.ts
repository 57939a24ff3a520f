import type { CivilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import type {
  Address,
  Birth,
  Citizenship,
  Electoral,
  Enrolment,
  HouseholdContent,
  IdentityDocument,
  MaritalStatus,
  OtherParty,
  PersonContent,
  Place,
  Relation,
  Version,
} from '#modules/registry/public.ts';
import type { Chance } from './chance.ts';
import { type Day, dayOf, plusYears, today } from './days.ts';
import type { Abroad, Town } from './places.ts';

/** Somebody who is being invented: what follows from it is written when the household is complete. */
export interface Draft {
  readonly id: string;
  readonly sex: 'M' | 'F';
  readonly familyName?: string;
  readonly givenName?: string;
  readonly taxCode?: string;
  readonly born: number;
  readonly birth: Birth;
  readonly citizenships: readonly Citizenship[];
  readonly relation: Relation;
  readonly maritalStatus?: MaritalStatus;
}

/** Identifier of the person of this number: looks unordered, and no two numbers share one. */
export function personId(number: number): string {
  let rest = (number * 1_000_003 + 123_457) % 45_697_600_000;
  const take = (base: number) => {
    const digit = rest % base;
    rest = Math.floor(rest / base);
    return digit;
  };
  const letter = () => String.fromCharCode(65 + take(26));
  const tail = letter() + letter();
  const digits = String(take(100_000)).padStart(5, '0');
  return letter() + letter() + digits + tail;
}

/** Identifier of the household of this number. */
export function householdId(number: number): string {
  return `F${String(number).padStart(9, '0')}`;
}

export function italianPlace(town: Town): Place {
  return { country: 'IT', municipality: town.code, name: town.name, province: town.province };
}

export function foreignPlace({ country, city }: Abroad): Place {
  return { country, name: city };
}

export function asParty({ id, taxCode, familyName, givenName, birth }: Draft): OtherParty {
  return {
    id,
    ...(taxCode && { taxCode }),
    ...(familyName && { familyName }),
    ...(givenName && { givenName }),
    birth,
  };
}

export function isAdult(draft: Pick<Draft, 'born'>, on = today): boolean {
  return plusYears(draft.born, 18) <= on;
}

const isItalian = (draft: Pick<Draft, 'citizenships'>) => draft.citizenships.some(({ of }) => of === 'IT');

export function electoralOf(
  chance: Chance,
  draft: Draft,
  municipality: string,
  movedOn: number | undefined,
): Electoral | undefined {
  if (!isItalian(draft) || !isAdult(draft)) return undefined;
  if (chance.perMille(5)) return { mayVote: false };
  if (movedOn !== undefined && today - movedOn < 150)
    return { mayVote: true, beingUpdatedSince: dayOf(movedOn) };
  return {
    mayVote: true,
    roll: {
      municipality,
      section: String(chance.between(1, 120)),
      cardNumber: String(chance.between(10_000_000, 99_999_999)),
      enrolledOn: dayOf(Math.max(plusYears(draft.born, 18), movedOn ?? 0)),
    },
  };
}

export function documentsOf(chance: Chance, draft: Draft, town: Town): IdentityDocument[] {
  const documents: IdentityDocument[] = [];
  const issued = Math.max(draft.born + 30, today - chance.between(10, 3000));
  const code = String(chance.between(0, 99_999)).padStart(5, '0');
  const letters = `${String.fromCharCode(65 + chance.below(26))}${String.fromCharCode(65 + chance.below(26))}`;
  if (chance.perMille(850))
    documents.push({
      kind: 'identity_card',
      number: `CA${code}${letters}`,
      issuedOn: dayOf(issued),
      issuedBy: town.name,
      expiresOn: dayOf(plusYears(issued, isAdult(draft, issued) ? 10 : 5)),
    });
  if (isItalian(draft) && chance.perMille(300))
    documents.push({
      kind: 'passport',
      number: `YA${code}${chance.between(10, 99)}`,
      issuedOn: dayOf(issued),
      issuedBy: town.name,
      expiresOn: dayOf(plusYears(issued, isAdult(draft, issued) ? 10 : 5)),
    });
  return documents;
}

/** Where people were enrolled until a day on which the registry knew them already. */
export interface Earlier {
  readonly town: Town;
  readonly enrolment: Enrolment;
  readonly addresses: readonly Address[];
  readonly until: Day;
}

export interface Setting {
  readonly town: Town;
  readonly enrolment: Enrolment;
  readonly addresses: readonly Address[];
  readonly householdId?: string;
  readonly facilityId?: string;
  /** Day of a move to this municipality, where it was not long ago. */
  readonly movedOn?: number;
  /** Where they were enrolled before, and until when. */
  readonly earlier?: Earlier;
}

/** The whole of a record, as the municipality brings it when it joins, or enters it later. */
export function contentOf(chance: Chance, draft: Draft, setting: Setting, place: number): PersonContent {
  const { id, sex, familyName, givenName, taxCode, birth, citizenships, maritalStatus, relation } = draft;
  const { town, enrolment, addresses, householdId, facilityId, movedOn } = setting;
  const electoral = electoralOf(chance, draft, town.code, movedOn);
  return {
    id,
    ...(taxCode && { taxCode }),
    ...(familyName && { familyName }),
    ...(givenName && { givenName }),
    sex,
    birth,
    standing: { state: 'enrolled' },
    certifiability: 'full',
    openProcedures: [],
    enrolment,
    addresses,
    ...(maritalStatus && { maritalStatus }),
    citizenships,
    ...(householdId === undefined ? {} : { membership: { householdId, relation, place } }),
    ...(facilityId && { facilityId }),
    identityDocuments: documentsOf(chance, draft, town),
    ...(electoral && { electoral }),
    joined: { on: town.joinedOn as CivilDate, municipality: town.code },
  };
}

const instants = new Map<string, Temporal.Instant>();

/** Knowledge of a day comes in its morning. */
export function morningOf(day: string): Temporal.Instant {
  const instant = instants.get(day) ?? Temporal.Instant.from(`${day}T06:00:00Z`);
  instants.set(day, instant);
  return instant;
}

/** The first version of a record: true and known since the municipality joined, or since the person was born. */
export function firstVersion<Content>(content: Content, since: CivilDate): Version<Content> {
  return {
    number: 1,
    trueFrom: since,
    trueUntil: null,
    knownFrom: morningOf(since),
    knownUntil: null,
    content,
  };
}

/** What a record looks like after something was learnt of a later day: the first version is superseded by two. */
export function withLater<Content>(
  before: Version<Content>,
  change: (content: Content) => Content,
  on: CivilDate,
): Version<Content>[] {
  const knownFrom = morningOf(on);
  return [
    { ...before, knownUntil: knownFrom },
    { ...before, number: 2, trueUntil: on, knownFrom },
    { ...before, number: 3, trueFrom: on, knownFrom, content: change(before.content) },
  ];
}

export function householdOfTown(
  id: string,
  { town, enrolment }: Pick<Setting, 'town' | 'enrolment'>,
  certifiable: boolean,
): HouseholdContent {
  return {
    id,
    register: enrolment.register,
    municipality: town.code,
    ...(enrolment.register === 'aire' && enrolment.consulate ? { consulate: enrolment.consulate } : {}),
    certifiable,
  };
}

/** A birth whose day, or month too, nobody recorded. */
export function lessKnown(birth: Birth, length: 4 | 7): Birth {
  return { ...birth, on: partialDate(birth.on.slice(0, length)) };
}
