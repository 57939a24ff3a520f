import type { RuleId } from './blocking-rules.ts';
import type { ElsewhereId, KindId } from './kinds.ts';

/** Why an online request never meets a condition of the registry's table. */
export const whyNeverMet = {
  duty_or_exempt:
    'A request is either with the stamp of 16 euro or for one of the eight exempt uses; nothing in between can be written.',
  no_counter_fees: 'Fees of the counter (diritti di segreteria) are not due online.',
  eight_uses_only:
    'Online there are the eight uses of CE-7; "other reason" with a description is not among them.',
  for_oneself: 'Online nobody asks for an authority: the person asks, for themselves or their household.',
  only_italy:
    'The field for use before foreign, immigration or judicial authorities belongs to the counter; the judicial use is an exemption.',
  not_online: 'The kind is not issued online at all (CE-9).',
  household_only: 'Only members of the household can be asked for (CE-10).',
} as const;
export type WhyNeverMet = keyof typeof whyNeverMet;

/** How the product answers a condition: by a rule, by the check of combinations, or not at all because it cannot occur. */
export type Answer =
  | { readonly rule: RuleId }
  | { readonly combination: true }
  | { readonly never: WhyNeverMet };

export interface SourceCondition {
  /** The condition of the registry's documentation, in our words. */
  readonly condition: string;
  readonly of: readonly (KindId | ElsewhereId)[] | 'all';
  readonly answer: Answer;
}

const rule = (id: RuleId) => ({ rule: id }) as const;
const never = (why: WhyNeverMet) => ({ never: why }) as const;
const combination = { combination: true } as const;

const familyKinds = ['family_and_civil_status', 'family_relationships'] as const;
const pastKinds = ['past_residence', 'residence_on_a_day'] as const;

/** Every blocking condition of the registry's documentation on certificates, and what becomes of it here. */
export const sourceConditions: readonly SourceCondition[] = [
  { condition: 'Person not enrollable', of: 'all', answer: rule('not_enrollable') },
  { condition: 'Person not certifiable', of: 'all', answer: rule('not_certifiable') },
  { condition: 'Person barred', of: 'all', answer: rule('record_barred') },
  { condition: 'Person partly certifiable', of: 'all', answer: rule('partly_certifiable') },
  { condition: 'Administrative procedure open', of: 'all', answer: rule('procedure_open') },
  { condition: 'Person struck off because of death', of: 'all', answer: rule('person_died') },
  { condition: 'Person struck off the registry', of: 'all', answer: rule('record_struck') },
  { condition: 'Fees due but zero', of: 'all', answer: never('no_counter_fees') },
  { condition: 'Not exempt and the stamp is 0.00', of: 'all', answer: never('duty_or_exempt') },
  {
    condition: 'Other reason, exempt from fees, and fees above zero',
    of: 'all',
    answer: never('no_counter_fees'),
  },
  { condition: 'Description of the exemption too long', of: 'all', answer: never('eight_uses_only') },
  { condition: 'Other reason without a description', of: 'all', answer: never('eight_uses_only') },
  { condition: 'Exemption from fees neither 0 nor 1', of: 'all', answer: never('no_counter_fees') },
  { condition: 'An authority asks without naming its request', of: 'all', answer: never('for_oneself') },
  { condition: 'For immigration or judicial use and not exempt', of: 'all', answer: never('only_italy') },

  { condition: 'With free status or civil union', of: ['marriage'], answer: combination },
  { condition: 'Civil status not stated', of: ['marriage'], answer: rule('civil_status_missing') },
  { condition: 'Single or in a civil union', of: ['marriage'], answer: rule('never_married') },
  {
    condition: 'Data of the marriage wholly missing',
    of: ['marriage'],
    answer: rule('marriage_data_missing'),
  },
  { condition: 'Data of the spouse wholly missing', of: ['marriage'], answer: rule('spouse_data_missing') },
  {
    condition: 'Already in AIRE on the day of the marriage',
    of: ['marriage'],
    answer: rule('aire_event_not_before_expatriation'),
  },

  { condition: 'With other certificates', of: ['death', 'struck_off'], answer: never('not_online') },
  { condition: 'For a person in AIRE', of: ['death', 'struck_off'], answer: never('not_online') },
  { condition: 'The person is not struck off because of death', of: ['death'], answer: never('not_online') },
  { condition: 'Day of the striking off missing', of: ['struck_off'], answer: never('not_online') },

  { condition: 'In AIRE and not born in Italy', of: ['birth'], answer: rule('aire_born_abroad') },

  {
    condition: 'Citizenship being defined or not attributable (997, 998)',
    of: ['citizenship'],
    answer: rule('citizenship_undefined'),
  },
  { condition: 'Several citizenships', of: ['citizenship'], answer: rule('several_citizenships') },
  {
    condition: 'Data of the citizenship wholly missing',
    of: ['citizenship'],
    answer: rule('citizenship_missing'),
  },
  { condition: 'Not an Italian citizen', of: ['citizenship'], answer: rule('not_italian') },

  {
    condition: 'Data of the contract wholly missing',
    of: ['cohabitation_contract'],
    answer: rule('no_contract'),
  },
  {
    condition: 'Data of the other cohabitant wholly missing',
    of: ['cohabitation_contract'],
    answer: rule('contract_partner_missing'),
  },
  {
    condition: 'Asked for by somebody who is neither of the two',
    of: ['cohabitation_contract'],
    answer: rule('not_a_party'),
  },
  {
    condition: 'In AIRE and the contract registered after the expatriation',
    of: ['cohabitation_contract'],
    answer: rule('aire_event_not_before_expatriation'),
  },

  {
    condition: 'For a person in AIRE',
    of: [
      'existence',
      'residence',
      'facility_residence',
      'civil_status',
      'family_status',
      'free_status',
      ...familyKinds,
    ],
    answer: rule('only_for_residents'),
  },
  { condition: 'Struck off because of death', of: ['existence'], answer: rule('person_died') },
  {
    condition: 'With certificates for residents only',
    of: ['aire_residence', 'aire_family_status'],
    answer: combination,
  },
  {
    condition: 'For a resident',
    of: ['aire_residence', 'aire_family_status'],
    answer: rule('only_for_aire'),
  },
  { condition: 'With a statement of the family', of: ['facility_residence'], answer: combination },

  { condition: 'With a statement of the family', of: ['civil_status'], answer: combination },
  { condition: 'Civil status missing', of: ['civil_status'], answer: rule('civil_status_missing') },
  {
    condition: 'Data of the civil status wholly missing',
    of: ['civil_status'],
    answer: rule('civil_status_data_missing'),
  },

  {
    condition: 'With another statement of the family',
    of: ['family_status', ...familyKinds],
    answer: combination,
  },
  {
    condition: 'Household not certifiable or not complete',
    of: ['family_status', ...familyKinds],
    answer: rule('household_not_certifiable'),
  },
  { condition: 'No fixed abode', of: ['family_status'], answer: rule('homeless') },
  {
    condition: 'Lives in a facility',
    of: ['family_status', ...familyKinds],
    answer: rule('lives_in_a_facility'),
  },
  { condition: 'In no household', of: ['family_status', ...familyKinds], answer: rule('no_household') },
  {
    condition: 'Household without holder',
    of: ['family_status', ...familyKinds],
    answer: rule('household_without_holder'),
  },
  { condition: 'A minor outside of the household asks', of: familyKinds, answer: never('household_only') },
  { condition: 'One person only', of: familyKinds, answer: rule('alone_in_household') },

  { condition: 'Household not in AIRE', of: ['aire_family_status'], answer: rule('household_not_aire') },
  {
    condition: 'Neither in a household nor in a facility',
    of: ['aire_family_status'],
    answer: rule('no_household'),
  },
  {
    condition: 'A relationship that is no longer admitted',
    of: ['aire_family_status'],
    answer: rule('relation_no_longer_admitted'),
  },

  { condition: 'With marriage or civil status', of: ['free_status'], answer: combination },
  {
    condition: 'Neither single, widowed, divorced nor free after a union',
    of: ['free_status'],
    answer: rule('not_free'),
  },

  {
    condition: 'With other certificates',
    of: ['past_citizenship', ...pastKinds],
    answer: never('not_online'),
  },
  { condition: 'For a person in AIRE', of: ['past_citizenship'], answer: never('not_online') },
  { condition: 'Not an Italian citizen', of: ['past_citizenship'], answer: never('not_online') },
  {
    condition: 'Data of the citizenship wholly missing',
    of: ['past_citizenship'],
    answer: never('not_online'),
  },
  { condition: 'Day asked about before the first enrolment', of: pastKinds, answer: never('not_online') },
  { condition: 'Day asked about before the municipality joined', of: pastKinds, answer: never('not_online') },
  { condition: 'Residence began before the first enrolment', of: pastKinds, answer: never('not_online') },
  {
    condition: 'Day asked about before the striking off or the death',
    of: pastKinds,
    answer: never('not_online'),
  },
  { condition: 'Beginning of the residence missing', of: pastKinds, answer: never('not_online') },

  { condition: 'Civil status missing', of: ['civil_union'], answer: rule('civil_status_missing') },
  { condition: 'Not in a civil union', of: ['civil_union'], answer: rule('no_civil_union') },
  { condition: 'Data of the union wholly missing', of: ['civil_union'], answer: rule('union_data_missing') },
  {
    condition: 'Data of the other party wholly missing',
    of: ['civil_union'],
    answer: rule('union_partner_missing'),
  },
  {
    condition: 'In AIRE and the union after the expatriation',
    of: ['civil_union'],
    answer: rule('aire_event_not_before_expatriation'),
  },
];

/** Rules that come from the requirements and not from that documentation. */
export const furtherRules: Readonly<Partial<Record<RuleId, string>>> = {
  record_duplicated: 'ID-13',
  aire_before_joining: 'CE-3',
  aire_never_in_italy: 'CE-3',
  aire_event_not_in_italy: 'CE-3',
  not_in_a_facility: 'CE-4',
  contract_date_missing: 'CE-4',
  no_right_to_vote: 'CE-1, RG-3; DPR 223/1967 artt. 1 and 2',
  electoral_data_missing: 'CE-1',
  roll_being_updated: 'RG-3',
  not_on_a_roll: 'CE-1',
};
