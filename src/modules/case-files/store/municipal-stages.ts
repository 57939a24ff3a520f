import type { Tx } from '#platform/database/database.ts';
import type { MunicipalStage } from '../domain/municipal-stage.ts';

const columns = `office_id as "officeId", case_file_id as "caseFileId", number, municipality_id as "municipalityId",
  sent_at as "sentAt", officer_id as "officerId", taken_at as "takenAt", decision, decided_at as "decidedAt",
  registered_on as "registeredOn", act, reasons, reminded, next_reminder_at as "nextReminderAt", shown_at as "shownAt"`;

/** Begins the part of a municipality; a file that is sent again gets another one. */
export async function insertStage(
  tx: Tx,
  {
    officeId,
    caseFileId,
    municipalityId,
    sentAt,
    nextReminderAt,
  }: Pick<MunicipalStage, 'officeId' | 'caseFileId' | 'municipalityId' | 'sentAt' | 'nextReminderAt'>,
): Promise<void> {
  await tx.sql(
    `insert into case_files.municipal_stage (office_id, case_file_id, number, municipality_id, sent_at, next_reminder_at)
     select $1, $2, count(*) + 1, $3, $4, $5 from case_files.municipal_stage where office_id = $1 and case_file_id = $2`,
    [officeId, caseFileId, municipalityId, sentAt, nextReminderAt],
    'insert-municipal-stage',
  );
}

/** The latest part of a municipality in a file; held against others where it is going to change. */
export async function findStage(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  { forChange = false }: { forChange?: boolean } = {},
): Promise<MunicipalStage | undefined> {
  const [row] = await tx.sql<MunicipalStage>(
    `select ${columns} from case_files.municipal_stage where office_id = $1 and case_file_id = $2
     order by number desc limit 1${forChange ? ' for update' : ''}`,
    [officeId, id],
  );
  return row;
}

/** Every part that municipalities had in a file, in the order of time. */
export async function listStages(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
): Promise<MunicipalStage[]> {
  return tx.sql<MunicipalStage>(
    `select ${columns} from case_files.municipal_stage where office_id = $1 and case_file_id = $2 order by number limit 50`,
    [officeId, id],
    'list-municipal-stages',
  );
}

export async function saveStage(tx: Tx, stage: MunicipalStage): Promise<void> {
  await tx.sql(
    `update case_files.municipal_stage set officer_id = $4, taken_at = $5, decision = $6, decided_at = $7,
       registered_on = $8::date, act = $9, reasons = $10, reminded = $11, next_reminder_at = $12, shown_at = $13
     where office_id = $1 and case_file_id = $2 and number = $3`,
    [
      stage.officeId,
      stage.caseFileId,
      stage.number,
      stage.officerId,
      stage.takenAt,
      stage.decision,
      stage.decidedAt,
      stage.registeredOn,
      stage.act,
      stage.reasons,
      stage.reminded,
      stage.nextReminderAt,
      stage.shownAt,
    ],
    'save-municipal-stage',
  );
}

/** Files about whose municipality somebody has to be reminded, those that wait longest first. */
export async function listStagesToRemind(
  tx: Tx,
  at: Temporal.Instant,
  atMost: number,
): Promise<Pick<MunicipalStage, 'officeId' | 'caseFileId'>[]> {
  return tx.sql(
    `select office_id as "officeId", case_file_id as "caseFileId" from case_files.municipal_stage
     where next_reminder_at <= $1 order by next_reminder_at, case_file_id limit $2`,
    [at, atMost],
    'municipal-stages-to-remind',
  );
}

/** Takes the lasting place in the changes of the registry, kept from other instances until the transaction is over. */
export async function holdRegistryCursor(tx: Tx): Promise<number> {
  await tx.sql(
    `insert into case_files.registry_cursor (name, number) values ('changes', 0) on conflict do nothing`,
  );
  const [row] = await tx.sql<{ number: number }>(
    `select number::int from case_files.registry_cursor where name = 'changes' for update`,
  );
  return row?.number ?? 0;
}

export async function saveRegistryCursor(tx: Tx, number: number): Promise<void> {
  await tx.sql(`update case_files.registry_cursor set number = $1 where name = 'changes'`, [number]);
}

/** Whose files a change of the registry may be about: those of its accounts, and those that name its tax codes. */
export interface ChangedPerson {
  readonly municipalityId: string;
  readonly accountIds: readonly string[];
  readonly taxCodes: readonly string[];
  /** The questions in which forms ask for the tax code. */
  readonly questions: readonly string[];
}

/** The files at a municipality that a change of the registry may end, or that it confirmed and the registry did not show. */
export async function listStagesAbout(
  tx: Tx,
  { municipalityId, accountIds, taxCodes, questions }: ChangedPerson,
): Promise<Pick<MunicipalStage, 'officeId' | 'caseFileId'>[]> {
  return tx.sql(
    `select s.office_id as "officeId", s.case_file_id as "caseFileId"
     from case_files.municipal_stage s
     join case_files.case_file f on f.office_id = s.office_id and f.id = s.case_file_id
     where s.municipality_id = $1
       and (s.decided_at is null or (s.decision = 'confirmed' and s.shown_at is null))
       and (f.account_id = any($2::uuid[])
         or exists (select 1 from unnest($4::text[]) q where upper(f.answers ->> q) = any($3::text[])))
     order by s.sent_at, s.case_file_id`,
    [municipalityId, accountIds, taxCodes, questions],
    'municipal-stages-about',
  );
}
