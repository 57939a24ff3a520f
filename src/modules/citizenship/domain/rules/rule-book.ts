import { benefitRules } from './benefit-rules.ts';
import { descentRules } from './descent-rules.ts';
import { lossRules } from './loss-rules.ts';
import { marriageRules } from './marriage-rules.ts';
import { principles } from './principles.ts';
import { reacquisitionRules } from './reacquisition-rules.ts';
import { renunciationRules } from './renunciation-rules.ts';
import type { Rule } from './rule.ts';
import { transitionalRules } from './transitional-rules.ts';
import { transmissionRules } from './transmission-rules.ts';
import { unsettledPoints } from './unsettled-points.ts';

/** Changes with every change of a rule, a term or a fee; every answer states it. */
export const rulesVersion = '2026-11-25';

const all = {
  ...principles,
  ...transmissionRules,
  ...lossRules,
  ...descentRules,
  ...marriageRules,
  ...benefitRules,
  ...transitionalRules,
  ...reacquisitionRules,
  ...renunciationRules,
  ...unsettledPoints,
};

export type RuleId = keyof typeof all;

/** Every rule by its name, in the order of the law's own logic. */
export const ruleBook: Readonly<Record<RuleId, Rule>> = all;

export const ruleIds = Object.keys(all) as RuleId[];
