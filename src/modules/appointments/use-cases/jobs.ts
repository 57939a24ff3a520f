import type { Deps } from '#platform/deps.ts';
import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import { publishAgendas } from './publish-agenda.ts';
import { eraseDuePeople } from './release-appointments.ts';
import { lapseHolds, lapseParties, releaseFreedPlaces, remindOwners, remindParties } from './sweep.ts';

async function untilDone(round: () => Promise<number>): Promise<void> {
  while ((await round()) > 0);
}

/** What the clock makes happen to appointments. */
export function appointmentJobs(deps: Deps): ScheduledJob[] {
  return [
    { name: 'appointments-lapse', cron: '* * * * *', run: () => untilDone(() => lapseHolds(deps)) },
    { name: 'appointments-lapse-parties', cron: '* * * * *', run: () => untilDone(() => lapseParties(deps)) },
    { name: 'appointments-release', cron: '* * * * *', run: () => releaseFreedPlaces(deps) },
    { name: 'appointments-remind', cron: '*/5 * * * *', run: () => untilDone(() => remindOwners(deps)) },
    {
      name: 'appointments-remind-parties',
      cron: '*/5 * * * *',
      run: () => untilDone(() => remindParties(deps)),
    },
    { name: 'appointments-erase', cron: '23 2 * * *', run: () => untilDone(() => eraseDuePeople(deps)) },
    // Every hour, because the offices' days begin at different hours.
    { name: 'appointments-publish', cron: '5 * * * *', run: () => publishAgendas(deps) },
  ];
}
