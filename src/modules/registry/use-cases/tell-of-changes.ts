import { municipalOfficeId } from '#kernel/municipal-office.ts';
import { findApplicants } from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { findMunicipality } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import { recordChanged } from '../letters/record-changed.ts';
import { insertReadings } from '../store/readings.ts';
import { listUntoldChanges, markTold, type UntoldChange } from '../store/told-changes.ts';
import { eraseOldReadings } from './erase-old-readings.ts';
import type { DomicileDeps } from './see-digital-domicile.ts';
import { whereToWrite } from './where-to-write.ts';

const system = { kind: 'system', task: 'registry-notices' } as const;
const atOnce = 50;
/** Changes older than this were made before there were notices, or nobody could be told for too long. */
const newerThan = { hours: 30 * 24 };

export type TellingDeps = DomicileDeps & Pick<Deps, 'publicUrl'>;

/**
 * Tells people what their municipality has changed in their records: at the digital domicile, or at the verified e-mail
 * (RG-4). Each change is told once, however often this runs. Answers how many were looked at.
 */
export async function tellOfChanges(deps: TellingDeps): Promise<number> {
  const since = deps.now().subtract(newerThan);
  const untold = await deps.db.transaction(system, (tx) => listUntoldChanges(tx, since, atOnce));
  for (const change of untold) await tell(deps, change);
  return untold.length;
}

async function tell(deps: TellingDeps, change: UntoldChange): Promise<void> {
  const { personId, taxCode, accountId, kind } = change;
  const where = isOfDeath(change)
    ? ({ channel: 'none' } as const)
    : await whereToWrite(deps, {
        as: system,
        accountId: accountId ?? undefined,
        person: { id: personId, ...(taxCode === null ? {} : { taxCode }) },
      });
  const office = await findMunicipality(change.municipality);
  const at = deps.now();
  await deps.db.transaction(system, async (tx) => {
    if (!(await markTold(tx, change, where.channel, at))) return;
    await insertReadings(tx, [{ personId, at, by: { kind: 'system', name: 'registry' }, why: 'notice' }]);
    if (where.channel === 'none') return;
    const [applicant] = accountId === null ? [] : await findApplicants(tx, [accountId]);
    const locale = applicant?.locale ?? 'it';
    await enqueueMessages(tx, at, [
      recordChanged({
        channel: where.channel,
        address: where.address,
        locale,
        accountId,
        officeId: municipalOfficeId(change.municipality),
        municipality: office?.municipality.name[locale] ?? change.municipality,
        kind,
        publicUrl: deps.publicUrl,
      }),
    ]);
  });
}

/** Nobody writes to the dead. */
function isOfDeath({ kind, data }: UntoldChange): boolean {
  return kind === 'striking' && data.some((each) => each === 'death' || each === 'presumed_death');
}

/** The timers of this module: people hear of changes within a minute. */
export function registryJobs(deps: TellingDeps): ScheduledJob[] {
  return [
    {
      name: 'registry-notices',
      cron: '* * * * *',
      async run() {
        while ((await tellOfChanges(deps)) === atOnce);
      },
    },
    { name: 'registry-readings-erase', cron: '21 3 * * *', run: () => eraseOldReadings(deps) },
  ];
}
