import type { Deps } from '#platform/deps.ts';
import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import { forgetExpired } from './use-cases/keep-assessment.ts';

export { assess } from './domain/assess.ts';
export type { Facts } from './domain/facts/shape.ts';
export { closeForAccount, closingWords } from './use-cases/close-account.ts';
export type { OfficeFinder } from './web/guide/office-finder.ts';
export { keptAssessments } from './web/kept-section.ts';
export { citizenshipRoutes } from './web/routes.ts';

/** The timers of this module: guided assessments that have expired are erased. */
export function citizenshipJobs(deps: Deps): ScheduledJob[] {
  return [{ name: 'citizenship-expiry', cron: '27 * * * *', run: () => forgetExpired(deps) }];
}
