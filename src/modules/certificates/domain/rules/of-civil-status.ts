import type { MaritalStatus } from '#modules/registry/public.ts';
import { type BlockingRule, bondOf, isEmptyEvent, isEmptyParty, type Question } from './rule.ts';

type State = MaritalStatus['state'];

const everMarried: readonly State[] = ['married', 'widowed', 'divorced'];
/** Who may marry or enter a civil union as far as the registry knows (stato libero). */
export const freeStates: readonly State[] = [
  'single',
  'widowed',
  'divorced',
  'union_dissolved',
  'union_ended_by_death',
];

const stateOf = ({ record }: Question) => record.maritalStatus?.state;
const isIn = (question: Question, states: readonly State[]) => {
  const state = stateOf(question);
  return state !== undefined && states.includes(state);
};

/** What depends on the civil status that is recorded (stato civile). */
export const civilStatusRules = [
  {
    id: 'civil_status_missing',
    kinds: ['marriage', 'civil_union', 'civil_status', 'free_status', 'family_and_civil_status'],
    removedBy: 'municipality',
    blocks: ({ record }) => record.maritalStatus === undefined,
  },
  {
    id: 'never_married',
    kinds: ['marriage'],
    removedBy: 'municipality',
    blocks: (question) => stateOf(question) !== undefined && !isIn(question, everMarried),
  },
  {
    id: 'marriage_data_missing',
    kinds: ['marriage'],
    removedBy: 'municipality',
    blocks: (question) => isIn(question, everMarried) && isEmptyEvent(bondOf(question.record)),
  },
  {
    id: 'spouse_data_missing',
    kinds: ['marriage'],
    removedBy: 'municipality',
    blocks: (question) => isIn(question, everMarried) && isEmptyParty(bondOf(question.record)?.partner),
  },
  {
    id: 'no_civil_union',
    kinds: ['civil_union'],
    removedBy: 'municipality',
    blocks: (question) => stateOf(question) !== undefined && !isIn(question, ['civil_union']),
  },
  {
    id: 'union_data_missing',
    kinds: ['civil_union'],
    removedBy: 'municipality',
    blocks: (question) => isIn(question, ['civil_union']) && isEmptyEvent(bondOf(question.record)),
  },
  {
    id: 'union_partner_missing',
    kinds: ['civil_union'],
    removedBy: 'municipality',
    blocks: (question) => isIn(question, ['civil_union']) && isEmptyParty(bondOf(question.record)?.partner),
  },
  {
    id: 'civil_status_data_missing',
    kinds: ['civil_status'],
    removedBy: 'municipality',
    blocks: ({ record }) => {
      const status = record.maritalStatus;
      if (status === undefined || status.state === 'single') return false;
      const ended = 'endedOn' in status && status.endedOn !== undefined;
      return !ended && isEmptyEvent(status.bond) && isEmptyParty(status.bond?.partner);
    },
  },
  {
    id: 'not_free',
    kinds: ['free_status'],
    removedBy: 'municipality',
    blocks: (question) => stateOf(question) !== undefined && !isIn(question, freeStates),
  },
] as const satisfies readonly BlockingRule[];
