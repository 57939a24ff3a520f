import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { query, type Tx } from '#platform/database/database.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { type CaseFileState, isOpen } from '../domain/case-file-lifecycle.ts';
import type { FormAnswers } from '../domain/form.ts';
import { saveFileWords } from './file-words.ts';

interface Row {
  office_id: string;
  id: string;
  procedure: string;
  service_id: string | null;
  account_id: string | null;
  person_name: string | null;
  email: string;
  locale: string;
  answers: FormAnswers;
  state: string;
  submitted_at: Temporal.Instant;
  taken_by: string | null;
  waiting_since: Temporal.Instant | null;
  waited_days: number;
  closed_at: Temporal.Instant | null;
  keep_until: string | null;
  protocol_year: number | null;
  protocol_number: number | null;
  municipality_id: string | null;
  sent_at: Temporal.Instant | null;
  submitted_by: string | null;
  version: number;
  open_key: string | null;
}

const columns = `office_id, id, procedure, service_id, account_id, person_name, email, locale, answers, state, submitted_at,
  taken_by, waiting_since, waited_days, closed_at, keep_until, protocol_year, protocol_number, municipality_id, sent_at,
  submitted_by, version, open_key`;

function caseFileOf(row: Row): CaseFile {
  return {
    officeId: row.office_id,
    id: row.id,
    procedure: row.procedure,
    serviceId: row.service_id,
    accountId: row.account_id,
    personName: row.person_name,
    email: row.email,
    locale: row.locale as Locale,
    answers: row.answers,
    state: row.state as CaseFileState,
    submittedAt: row.submitted_at,
    takenBy: row.taken_by,
    waitingSince: row.waiting_since,
    waitedDays: row.waited_days,
    closedAt: row.closed_at,
    keepUntil: row.keep_until as CivilDate | null,
    protocol:
      row.protocol_year === null || row.protocol_number === null
        ? null
        : { year: row.protocol_year, number: row.protocol_number },
    municipalityId: row.municipality_id,
    sentAt: row.sent_at,
    submittedBy: row.submitted_by,
    version: row.version,
    openKey: row.open_key,
  };
}

/** Writes a new file; false where the person has an open one that stands in its way. */
export async function insertCaseFile(tx: Tx, file: CaseFile, emailKey: string): Promise<boolean> {
  const written = await tx.change(
    query
      .insertInto('case_files.case_file')
      .values({
        office_id: file.officeId,
        id: file.id,
        procedure: file.procedure,
        service_id: file.serviceId,
        account_id: file.accountId,
        person_name: file.personName,
        email: file.email,
        email_key: emailKey,
        locale: file.locale,
        answers: JSON.stringify(file.answers),
        state: file.state,
        submitted_at: file.submittedAt,
        changed_at: file.submittedAt,
        protocol_year: file.protocol?.year ?? null,
        protocol_number: file.protocol?.number ?? null,
        submitted_by: file.submittedBy,
        open_key: file.openKey,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  if (written > 0 && file.protocol !== null) await saveFileWords(tx, file);
  return written > 0;
}

/** Writes what an event has changed; what goes with a state goes with it. */
export async function saveCaseFile(tx: Tx, file: CaseFile, at: Temporal.Instant): Promise<void> {
  await tx.sql(
    `update case_files.case_file set state = $3, taken_by = $4, waiting_since = $5, waited_days = $6, closed_at = $7,
       keep_until = $8, changed_at = $9, taken_at = case when $4::uuid is null then null else coalesce(taken_at, $9) end,
       municipality_id = $10, sent_at = $11, answers = $12, version = version + 1
     where office_id = $1 and id = $2`,
    [
      file.officeId,
      file.id,
      file.state,
      file.takenBy,
      file.waitingSince,
      file.waitedDays,
      isOpen(file.state) ? null : file.closedAt,
      isOpen(file.state) ? null : file.keepUntil,
      at,
      file.municipalityId,
      file.sentAt,
      JSON.stringify(file.answers),
    ],
    'save-case-file',
  );
}

export async function findCaseFile(
  tx: Tx,
  officeId: string,
  id: string,
  { forChange = false }: { forChange?: boolean } = {},
): Promise<CaseFile | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from case_files.case_file where office_id = $1 and id = $2${forChange ? ' for update' : ''}`,
    [officeId, id],
  );
  return row && caseFileOf(row);
}

/** One file that a municipality has, or had last; whoever does not serve it finds nothing. */
export async function findAtMunicipality(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<CaseFile | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from case_files.case_file where municipality_id = $1 and id = $2`,
    [municipalityId, id],
    'case-file-at-municipality',
  );
  return row && caseFileOf(row);
}

/** One file of a person: other people's are not found. */
export async function findOwnCaseFile(tx: Tx, accountId: string, id: string): Promise<CaseFile | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from case_files.case_file where account_id = $1 and id = $2`,
    [accountId, id],
    'own-case-file',
  );
  return row && caseFileOf(row);
}

/** The open file of a kind of which a person may have one. */
export async function findOpenOfKind(
  tx: Tx,
  accountId: string,
  openKey: string,
): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string }>(
    'select id from case_files.case_file where account_id = $1 and open_key = $2 and closed_at is null',
    [accountId, openKey],
    'open-of-kind',
  );
  return row?.id;
}

/** The files of a person, the newest first. */
export async function listOwnCaseFiles(tx: Tx, accountId: string): Promise<CaseFile[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from case_files.case_file where account_id = $1 order by submitted_at desc, id limit 200`,
    [accountId],
    'own-case-files',
  );
  return rows.map(caseFileOf);
}

/** The files of a person in which somebody still has to do something, kept from changing meanwhile. */
export async function lockCaseFilesOf(tx: Tx, accountId: string): Promise<CaseFile[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from case_files.case_file where account_id = $1 order by submitted_at for update`,
    [accountId],
  );
  return rows.map(caseFileOf);
}

/** How many requests came from an address since an instant. */
export async function countRecent(tx: Tx, emailKey: string, since: Temporal.Instant): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    'select count(*)::int as count from case_files.case_file where email_key = $1 and submitted_at > $2',
    [emailKey, since],
  );
  return row?.count ?? 0;
}

/** The letters about the open files of a person go to another address from now on. */
export async function saveEmailOf(
  tx: Tx,
  accountId: string,
  { email, emailKey }: { email: string; emailKey: string },
): Promise<void> {
  await tx.sql('update case_files.case_file set email = $2, email_key = $3 where account_id = $1', [
    accountId,
    email,
    emailKey,
  ]);
}

export async function deleteCaseFile(tx: Tx, officeId: string, id: string): Promise<void> {
  await tx.sql('delete from case_files.case_file where office_id = $1 and id = $2', [officeId, id]);
}

/** Files whose last day is over. */
export async function lockDueCaseFiles(tx: Tx, today: CivilDate, atMost: number): Promise<CaseFile[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from case_files.case_file where keep_until < $1::date
     order by keep_until limit $2 for update skip locked`,
    [today, atMost],
  );
  return rows.map(caseFileOf);
}
