import type { Tx } from '#platform/database/database.ts';

/** When people missed appointments of a service at an office, those that the office excused left out. */
export async function listMissed(
  tx: Tx,
  officeId: string,
  serviceId: string,
  personKeys: readonly string[],
): Promise<ReadonlyMap<string, readonly Temporal.Instant[]>> {
  const rows = await tx.sql<{ person_key: string; starts_at: Temporal.Instant }>(
    `select person_key, starts_at from appointments.appointment
     where office_id = $1 and service_id = $2 and person_key = any ($3::text[]) and state = 'no_show'
       and excused_at is null`,
    [officeId, serviceId, personKeys],
    'missed-appointments',
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.person_key)].map(([key, missed]) => [
      key,
      missed.map((row) => row.starts_at),
    ]),
  );
}

/** Notes that the office excuses an absence. */
export async function saveExcused(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql('update appointments.appointment set excused_at = $3 where office_id = $1 and id = $2', [
    officeId,
    id,
    at,
  ]);
}
