export type { Assessment } from './domain/answer/assessment.ts';
export { assessmentShape } from './domain/answer/assessment-shape.ts';
export type { Office } from './domain/answer/office-and-booking.ts';
export { type AssessOptions, assess } from './domain/assess.ts';
export { type FactCode, type FactError, type FactsRefused, factCodes } from './domain/facts/refusal.ts';
export { type Facts, factsShape, type Route, routes } from './domain/facts/shape.ts';
export { assessmentJsonSchema, factsJsonSchema, recordsJsonSchema } from './domain/json-schemas.ts';
export type { Overruling } from './domain/reasoning/step.ts';
export {
  compareRecords,
  type Discrepancy,
  type RecordsComparison,
} from './domain/records/compare-records.ts';
export { type LineRecords, recordsShape } from './domain/records/shape.ts';
export type { Rule } from './domain/rules/rule.ts';
export { type RuleId, ruleBook, ruleIds, rulesVersion } from './domain/rules/rule-book.ts';
