import type { Tx } from '#platform/database/database.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { CaseFileState } from '../domain/case-file-lifecycle.ts';
import type { MunicipalStage, MunicipalStatus } from '../domain/municipal-stage.ts';

/** A file as a line of the municipality's list. */
export interface MunicipalLine
  extends Pick<
      MunicipalStage,
      'officeId' | 'sentAt' | 'officerId' | 'decision' | 'decidedAt' | 'reminded' | 'shownAt'
    >,
    Pick<CaseFile, 'id' | 'procedure' | 'personName'> {
  readonly state: CaseFileState;
  readonly protocolYear: number;
  readonly protocolNumber: number;
}

export interface MunicipalWish {
  readonly municipalityId: string;
  readonly status: MunicipalStatus;
  /** Only what this officer has in hand or has decided. */
  readonly officerId?: string | undefined;
  readonly procedure?: string | undefined;
  /** The consulate that sent it. */
  readonly officeId?: string | undefined;
  /** Letters of a name. */
  readonly name?: string | undefined;
  readonly protocol?: { readonly year: number; readonly number: number } | undefined;
  /** The last line of the page before. */
  readonly after?: { readonly at: Temporal.Instant; readonly id: string } | undefined;
  readonly atMost: number;
}

const conditions: Record<MunicipalStatus, string> = {
  new: 's.decided_at is null and s.officer_id is null',
  in_hand: 's.decided_at is null and s.officer_id is not null',
  decided: 's.decided_at is not null',
};

const likeSigns = /[\\%_]/g;

/** What a municipality has to do, the oldest first; what it has decided, the latest first. */
export async function listMunicipalLines(tx: Tx, wish: MunicipalWish): Promise<MunicipalLine[]> {
  const decided = wish.status === 'decided';
  const at = decided ? 's.decided_at' : 's.sent_at';
  const [order, beyond] = decided ? ['desc', '<'] : ['asc', '>'];
  const name = wish.name?.trim();
  return tx.sql<MunicipalLine>(
    `select s.office_id as "officeId", s.case_file_id as id, f.procedure, f.person_name as "personName", f.state,
       f.protocol_year as "protocolYear", f.protocol_number as "protocolNumber", s.sent_at as "sentAt",
       s.officer_id as "officerId", s.decision, s.decided_at as "decidedAt", s.reminded, s.shown_at as "shownAt"
     from case_files.municipal_stage s
     join case_files.case_file f on f.office_id = s.office_id and f.id = s.case_file_id
       and f.municipality_id = s.municipality_id
     where s.municipality_id = $1 and ${conditions[wish.status]} and f.protocol_number is not null
       and ($2::uuid is null or s.officer_id = $2)
       and ($3::text is null or f.procedure = $3)
       and ($4::text is null or s.office_id = $4)
       and ($5::text is null or f.person_name ilike $5)
       and ($6::int is null or (f.protocol_year = $6 and f.protocol_number = $7))
       and ($8::timestamptz is null or (${at}, s.case_file_id) ${beyond} ($8, $9::uuid))
     order by ${at} ${order}, s.case_file_id ${order} limit $10`,
    [
      wish.municipalityId,
      wish.officerId ?? null,
      wish.procedure ?? null,
      wish.officeId ?? null,
      name ? `%${name.replace(likeSigns, (sign) => `\\${sign}`)}%` : null,
      wish.protocol?.year ?? null,
      wish.protocol?.number ?? null,
      wish.after?.at ?? null,
      wish.after?.id ?? null,
      wish.atMost,
    ],
    `municipal-lines-${wish.status}`,
  );
}

/** How many files wait for an officer of a municipality, and how many are in hand. */
export async function countMunicipal(
  tx: Tx,
  municipalityId: string,
): Promise<Record<'new' | 'in_hand', number>> {
  const [row] = await tx.sql<{ waiting: number; inHand: number }>(
    `select count(*) filter (where officer_id is null)::int as waiting,
       count(*) filter (where officer_id is not null)::int as "inHand"
     from case_files.municipal_stage where municipality_id = $1 and decided_at is null`,
    [municipalityId],
    'municipal-counts',
  );
  return { new: row?.waiting ?? 0, in_hand: row?.inHand ?? 0 };
}

/** Who sent the files that a municipality has, for the filter. */
export async function listSenders(tx: Tx, municipalityId: string): Promise<string[]> {
  const rows = await tx.sql<{ office: string }>(
    `select distinct office_id as office from case_files.municipal_stage where municipality_id = $1 order by 1 limit 300`,
    [municipalityId],
    'municipal-senders',
  );
  return rows.map(({ office }) => office);
}
