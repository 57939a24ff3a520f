import type { PartialDate } from '#kernel/partial-date.ts';
import type { CivilAct, Place, RegistryRecord } from '#modules/registry/public.ts';
import { type KindId, kindIds, kinds } from '../kinds.ts';
import { type BlockingRule, bondOf, isEmptyAct, surelyBefore } from './rule.ts';

const inRegister = (register: string) => kindIds.filter((kind) => kinds[kind].register === register);

interface Event {
  readonly on: PartialDate | undefined;
  /** Absent where only the registration counts, as for a contract. */
  readonly place: Place | undefined;
  readonly act: CivilAct | undefined;
}

/** Facts that Italians abroad can have certified only where they lie before the expatriation (CE-3). */
const events: readonly KindId[] = ['marriage', 'civil_union', 'cohabitation_contract'];

function eventOf(record: RegistryRecord, kind: KindId): Event | undefined {
  if (kind === 'cohabitation_contract') {
    const contract = record.cohabitationContract;
    if (contract === undefined) return undefined;
    const { municipality } = contract;
    return {
      on: contract.registeredOn,
      place: undefined,
      act: municipality === undefined ? undefined : { municipality },
    };
  }
  const state = record.maritalStatus?.state;
  const isUnion = state === 'civil_union';
  if ((kind === 'civil_union') !== isUnion) return undefined;
  const bond = bondOf(record);
  return bond && { on: bond.on, place: bond.place, act: bond.act };
}

/** Enrolled by birth or by becoming a citizen, and never expatriated. */
function neverInItaly(enrolment: RegistryRecord['enrolment']): boolean {
  return (
    enrolment.register === 'aire' &&
    enrolment.expatriatedOn === undefined &&
    (enrolment.why === 'born_abroad' || enrolment.why === 'citizenship_acquired')
  );
}

/** What depends on the register in which the person is: residents (APR) or Italians abroad (AIRE). */
export const registerRules = [
  {
    id: 'only_for_residents',
    kinds: inRegister('resident'),
    removedBy: 'nobody',
    blocks: ({ record }) => record.enrolment.register === 'aire',
  },
  {
    id: 'only_for_aire',
    kinds: inRegister('aire'),
    removedBy: 'nobody',
    blocks: ({ record }) => record.enrolment.register === 'resident',
  },
  {
    id: 'aire_born_abroad',
    kinds: ['birth'],
    removedBy: 'municipality',
    blocks: ({ record }) => record.enrolment.register === 'aire' && record.birth.place.country !== 'IT',
  },
  {
    id: 'aire_before_joining',
    kinds: [...events, 'citizenship'],
    removedBy: 'municipality',
    blocks: ({ record }) => record.enrolment.register === 'aire' && record.enrolment.beforeJoining,
  },
  {
    id: 'aire_never_in_italy',
    kinds: events,
    removedBy: 'nobody',
    blocks: ({ record: { enrolment } }) => neverInItaly(enrolment),
  },
  {
    id: 'aire_event_not_in_italy',
    kinds: events,
    removedBy: 'municipality',
    blocks: ({ record, kind }) => {
      if (record.enrolment.register !== 'aire') return false;
      const event = eventOf(record, kind);
      if (event === undefined) return false;
      const happenedAbroad =
        kind !== 'cohabitation_contract' && event.place !== undefined && event.place.country !== 'IT';
      return happenedAbroad || isEmptyAct(event.act) || event.act?.municipality === undefined;
    },
  },
  {
    id: 'aire_event_not_before_expatriation',
    kinds: events,
    removedBy: 'municipality',
    blocks: ({ record, kind }) => {
      const { enrolment } = record;
      // Of who was in AIRE already, or never lived in Italy, another rule tells.
      if (enrolment.register !== 'aire' || enrolment.beforeJoining || neverInItaly(enrolment)) return false;
      const event = eventOf(record, kind);
      return event !== undefined && !surelyBefore(event.on, enrolment.expatriatedOn);
    },
  },
  {
    id: 'not_in_a_facility',
    kinds: ['facility_residence'],
    removedBy: 'municipality',
    blocks: ({ record: { enrolment } }) =>
      enrolment.register === 'resident' && enrolment.facility === undefined,
  },
] as const satisfies readonly BlockingRule[];
