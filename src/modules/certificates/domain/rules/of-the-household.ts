import type { KindId } from '../kinds.ts';
import type { BlockingRule, Question } from './rule.ts';

const residents: readonly KindId[] = ['family_status', 'family_and_civil_status', 'family_relationships'];
const all: readonly KindId[] = [...residents, 'aire_family_status'];
const withRelations: readonly KindId[] = ['family_and_civil_status', 'family_relationships'];

const inFacility = ({ record: { enrolment } }: Question) =>
  enrolment.register === 'resident' && enrolment.facility !== undefined;

/** What depends on the household that is registered (famiglia anagrafica). */
export const householdRules = [
  {
    id: 'no_household',
    kinds: all,
    removedBy: 'municipality',
    // Who lives in a facility belongs to no household and reads that instead.
    blocks: (question) => question.record.household === undefined && !inFacility(question),
  },
  {
    id: 'household_not_certifiable',
    kinds: residents,
    removedBy: 'municipality',
    blocks: ({ record }) => record.household?.certifiable === false,
  },
  {
    id: 'household_without_holder',
    kinds: all,
    removedBy: 'municipality',
    blocks: ({ record: { household } }) =>
      household !== undefined && !household.members.some((each) => each.relation === 'holder'),
  },
  {
    id: 'homeless',
    kinds: ['family_status'],
    removedBy: 'municipality',
    blocks: ({ record: { enrolment } }) => enrolment.register === 'resident' && enrolment.homeless === true,
  },
  { id: 'lives_in_a_facility', kinds: residents, removedBy: 'nobody', blocks: inFacility },
  {
    id: 'alone_in_household',
    kinds: withRelations,
    removedBy: 'nobody',
    blocks: ({ record: { household } }) => household !== undefined && household.members.length < 2,
  },
  {
    id: 'household_not_aire',
    kinds: ['aire_family_status'],
    removedBy: 'municipality',
    blocks: ({ record: { household, enrolment } }) =>
      enrolment.register === 'aire' && household !== undefined && household.register !== 'aire',
  },
  {
    id: 'relation_no_longer_admitted',
    kinds: ['aire_family_status'],
    removedBy: 'municipality',
    blocks: ({ record: { household } }) =>
      household?.members.some((each) => each.relation === 'no_longer_admitted') === true,
  },
] as const satisfies readonly BlockingRule[];
