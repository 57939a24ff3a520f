import type { CivilDate } from '#kernel/civil-date.ts';
import { query, type Tx } from '#platform/database/database.ts';
import type { Notice } from '../domain/notice.ts';

interface Row {
  id: string;
  office_id: string | null;
  title_it: string;
  title_en: string;
  text_it: string;
  text_en: string;
  from_on: string;
  until_on: string;
}

function noticeOf(row: Row): Notice {
  return {
    id: row.id,
    officeId: row.office_id,
    title: { it: row.title_it, en: row.title_en },
    text: { it: row.text_it, en: row.text_en },
    fromOn: row.from_on as CivilDate,
    untilOn: row.until_on as CivilDate,
  };
}

/** The notices in force on a day: those for everybody, and those of an office. */
export async function listNoticesOn(tx: Tx, day: CivilDate, officeId?: string): Promise<Notice[]> {
  const rows = await tx.sql<Row>(
    `select * from offices.notice where from_on <= $1 and until_on >= $1 and (office_id is null or office_id = $2)
     order by office_id nulls last, from_on desc, id`,
    [day, officeId ?? null],
    'notices-on',
  );
  return rows.map(noticeOf);
}

/** The notices that an office, or nobody's office, has not yet outlived. */
export async function listNoticesOf(tx: Tx, officeId: string | null, since: CivilDate): Promise<Notice[]> {
  const rows = await tx.sql<Row>(
    `select * from offices.notice where office_id is not distinct from $1 and until_on >= $2 order by from_on, id`,
    [officeId, since],
  );
  return rows.map(noticeOf);
}

export async function insertNotice(tx: Tx, notice: Notice): Promise<void> {
  await tx.change(
    query.insertInto('offices.notice').values({
      id: notice.id,
      office_id: notice.officeId,
      title_it: notice.title.it,
      title_en: notice.title.en,
      text_it: notice.text.it,
      text_en: notice.text.en,
      from_on: notice.fromOn,
      until_on: notice.untilOn,
    }),
  );
}

export async function deleteNotice(tx: Tx, officeId: string | null, id: string): Promise<boolean> {
  const rows = await tx.sql<{ id: string }>(
    'delete from offices.notice where id = $1 and office_id is not distinct from $2 returning id',
    [id, officeId],
  );
  return rows.length === 1;
}
