import { citizenRules } from './rules/of-citizens.ts';
import { civilStatusRules } from './rules/of-civil-status.ts';
import { householdRules } from './rules/of-the-household.ts';
import { recordRules } from './rules/of-the-record.ts';
import { registerRules } from './rules/of-the-register.ts';
import type { BlockingRule } from './rules/rule.ts';

const all = [
  ...recordRules,
  ...registerRules,
  ...civilStatusRules,
  ...householdRules,
  ...citizenRules,
] as const;

export type RuleId = (typeof all)[number]['id'];
/** Every condition that may stand in the way of a certificate asked for online, in the order in which they are told. */
export const blockingRules: readonly BlockingRule<RuleId>[] = all;
