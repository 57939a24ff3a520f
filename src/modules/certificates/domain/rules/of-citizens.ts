import { type BlockingRule, hasCompleted, isEmptyParty, type Question } from './rule.ts';

const notYetAState = ['undefined_yet', 'not_attributable'];
const isItalian = ({ record }: Question) => record.citizenships.some((each) => each.of === 'IT');
const electoral = ['political_rights', 'electoral_roll'] as const;

function mayVote(question: Question): boolean {
  const { record, on } = question;
  return isItalian(question) && hasCompleted(18, record.birth.on, on) && record.electoral?.mayVote !== false;
}

/** What depends on citizenship, on the right to vote, and on a contract of cohabitation. */
export const citizenRules = [
  {
    id: 'citizenship_missing',
    kinds: ['citizenship'],
    removedBy: 'municipality',
    blocks: ({ record }) => record.citizenships.length === 0,
  },
  {
    id: 'citizenship_undefined',
    kinds: ['citizenship'],
    removedBy: 'municipality',
    blocks: ({ record }) => record.citizenships.some((each) => notYetAState.includes(each.of)),
  },
  {
    id: 'several_citizenships',
    kinds: ['citizenship'],
    removedBy: 'municipality',
    blocks: ({ record }) => record.citizenships.length > 1,
  },
  {
    id: 'not_italian',
    kinds: ['citizenship'],
    removedBy: 'municipality',
    blocks: (question) =>
      question.record.citizenships.some((each) => !notYetAState.includes(each.of)) && !isItalian(question),
  },
  {
    id: 'no_right_to_vote',
    kinds: electoral,
    removedBy: 'nobody',
    blocks: (question) => !mayVote(question),
  },
  {
    id: 'electoral_data_missing',
    kinds: electoral,
    removedBy: 'electoral_office',
    blocks: (question) => mayVote(question) && question.record.electoral === undefined,
  },
  {
    id: 'roll_being_updated',
    kinds: ['electoral_roll'],
    removedBy: 'electoral_office',
    blocks: (question) => mayVote(question) && question.record.electoral?.beingUpdatedSince !== undefined,
  },
  {
    id: 'not_on_a_roll',
    kinds: ['electoral_roll'],
    removedBy: 'electoral_office',
    blocks: (question) => {
      const { electoral: data } = question.record;
      return (
        mayVote(question) &&
        data !== undefined &&
        data.roll === undefined &&
        data.beingUpdatedSince === undefined
      );
    },
  },
  {
    id: 'no_contract',
    kinds: ['cohabitation_contract'],
    removedBy: 'municipality',
    blocks: ({ record }) => {
      const { stipulatedOn, registeredOn, municipality, partner } = record.cohabitationContract ?? {};
      return [stipulatedOn, registeredOn, municipality, partner].every((each) => each === undefined);
    },
  },
  {
    id: 'contract_date_missing',
    kinds: ['cohabitation_contract'],
    removedBy: 'municipality',
    blocks: ({ record: { cohabitationContract: contract } }) =>
      contract !== undefined && contract.stipulatedOn === undefined,
  },
  {
    id: 'contract_partner_missing',
    kinds: ['cohabitation_contract'],
    removedBy: 'municipality',
    blocks: ({ record: { cohabitationContract: contract } }) =>
      contract !== undefined && isEmptyParty(contract.partner),
  },
  {
    id: 'not_a_party',
    kinds: ['cohabitation_contract'],
    removedBy: 'other_party',
    blocks: ({ record, asker }) => {
      const { cohabitationContract: contract } = record;
      if (contract === undefined || asker.personId === record.id) return false;
      const { partner } = contract;
      // Whoever cannot be compared is not let through.
      const isPartner =
        (asker.taxCode !== undefined && asker.taxCode === partner?.taxCode) ||
        (partner?.id !== undefined && partner.id === asker.personId);
      return !isPartner;
    },
  },
] as const satisfies readonly BlockingRule[];
