import type { Tx } from '#platform/database/database.ts';
import type { Unit } from '../domain/appointment.ts';
import type { OfficeChange } from '../domain/office-change.ts';
import { type AppointmentRow, appointmentColumns, appointmentOf } from './appointments.ts';
import { lockUnit } from './parties.ts';

interface Row {
  office_id: string;
  id: string;
  kind: string;
  service_id: string;
  account_id: string | null;
  people: number;
  was_at: Temporal.Instant;
  reason_it: string;
  reason_en: string;
  priority_until: Temporal.Instant;
  priority_used_at: Temporal.Instant | null;
}

const columns =
  'office_id, id, kind, service_id, account_id, people, was_at, reason_it, reason_en, priority_until, priority_used_at';

function changeOf(row: Row): OfficeChange {
  return {
    officeId: row.office_id,
    id: row.id,
    kind: row.kind as OfficeChange['kind'],
    serviceId: row.service_id,
    accountId: row.account_id,
    people: row.people,
    wasAt: row.was_at,
    reason: { it: row.reason_it, en: row.reason_en },
    priorityUntil: row.priority_until,
    priorityUsedAt: row.priority_used_at,
  };
}

export async function findChange(tx: Tx, officeId: string, id: string): Promise<OfficeChange | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from appointments.office_change where office_id = $1 and id = $2`,
    [officeId, id],
    'find-office-change',
  );
  return row && changeOf(row);
}

/** A change of a citizen's own appointment, whichever office made it. */
export async function findChangeOf(tx: Tx, accountId: string, id: string): Promise<OfficeChange | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from appointments.office_change where account_id = $1 and id = $2`,
    [accountId, id],
    'find-own-office-change',
  );
  return row && changeOf(row);
}

/** A change locked until the transaction ends, so that its priority is used once. */
export async function lockChange(tx: Tx, officeId: string, id: string): Promise<OfficeChange | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from appointments.office_change where office_id = $1 and id = $2 for update`,
    [officeId, id],
    'lock-office-change',
  );
  return row && changeOf(row);
}

export async function insertChange(
  tx: Tx,
  change: Omit<OfficeChange, 'priorityUsedAt'>,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into appointments.office_change (office_id, id, kind, service_id, account_id, people, was_at, reason_it,
       reason_en, at, priority_until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      change.officeId,
      change.id,
      change.kind,
      change.serviceId,
      change.accountId,
      change.people,
      change.wasAt,
      change.reason.it,
      change.reason.en,
      at,
      change.priorityUntil,
    ],
    'insert-office-change',
  );
}

export async function savePriorityUsed(
  tx: Tx,
  officeId: string,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    'update appointments.office_change set priority_used_at = $3 where office_id = $1 and id = $2',
    [officeId, id, at],
    'use-priority',
  );
}

/** The appointments that a change concerns, locked with their party. */
export async function lockUnitOfChange(
  tx: Tx,
  officeId: string,
  changeId: string,
): Promise<Unit | undefined> {
  const [row] = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment
     where office_id = $1 and change_id = $2 order by member limit 1`,
    [officeId, changeId],
    'unit-of-change',
  );
  if (row === undefined) return undefined;
  const unit = await lockUnit(tx, officeId, appointmentOf(row).id);
  return unit && { ...unit, members: unit.members.filter((member) => member.changeId === changeId) };
}
