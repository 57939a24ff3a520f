import { type NamedOfficial, nameOfficials } from '#modules/identity/public.ts';
import { principalOf } from '#platform/web/who.ts';
import type { MunicipalStatus } from '../domain/municipal-stage.ts';
import {
  countMunicipal,
  listMunicipalLines,
  listSenders,
  type MunicipalLine,
} from '../store/municipal-list.ts';
import type { AtMunicipality } from './at-municipality.ts';
import type { CaseFileDeps } from './case-file-deps.ts';

export type { MunicipalLine };

export interface MunicipalFilter {
  readonly status: MunicipalStatus;
  readonly mine?: boolean | undefined;
  readonly procedure?: string | undefined;
  /** The consulate that sent it. */
  readonly officeId?: string | undefined;
  /** Where the page before ended. */
  readonly after?: string | undefined;
}

export interface MunicipalList {
  readonly lines: readonly MunicipalLine[];
  readonly officers: ReadonlyMap<string, NamedOfficial>;
  readonly counts: Readonly<Record<'new' | 'in_hand', number>>;
  /** The consulates that have sent files. */
  readonly senders: readonly string[];
  /** Where the next page begins. */
  readonly next: string | null;
}

const pageSize = 50;
const place = /^([0-9TZ:.+-]{10,40})_([0-9a-f-]{36})$/;

function placeIn(raw: string | undefined): { at: Temporal.Instant; id: string } | undefined {
  const [, at, id] = place.exec(raw ?? '') ?? [];
  if (at === undefined || id === undefined) return undefined;
  try {
    return { at: Temporal.Instant.from(at), id };
  } catch {
    return undefined;
  }
}

/** The files of a municipality: what waits and what is in hand from the oldest, what is decided from the latest. */
export function listMunicipalFiles(
  { db }: Pick<CaseFileDeps, 'db'>,
  { official, municipalityId }: AtMunicipality,
  { status, mine, procedure, officeId, after }: MunicipalFilter,
): Promise<MunicipalList> {
  return db.transaction(principalOf(official), async (tx) => {
    const lines = await listMunicipalLines(tx, {
      municipalityId,
      status,
      procedure,
      officeId,
      officerId: mine ? official.officialId : undefined,
      after: placeIn(after),
      atMost: pageSize + 1,
    });
    const shown = lines.slice(0, pageSize);
    const last = lines.length > pageSize ? shown.at(-1) : undefined;
    return {
      lines: shown,
      officers: await nameOfficials(
        tx,
        shown.map((each) => each.officerId),
      ),
      counts: await countMunicipal(tx, municipalityId),
      senders: await listSenders(tx, municipalityId),
      next: last === undefined ? null : `${status === 'decided' ? last.decidedAt : last.sentAt}_${last.id}`,
    };
  });
}

/** The files of a municipality that bear a protocol number, or are about somebody of a name, in whatever state. */
export async function searchMunicipalFiles(
  { db }: Pick<CaseFileDeps, 'db'>,
  { official, municipalityId }: AtMunicipality,
  wanted: string,
): Promise<Pick<MunicipalList, 'lines' | 'officers'>> {
  const text = wanted.trim();
  const [, year, number] = /^(\d{4})\s*[/-]\s*0*(\d{1,9})$/.exec(text) ?? [];
  const wish =
    year === undefined || number === undefined
      ? { name: text }
      : { protocol: { year: Number(year), number: Number(number) } };
  return db.transaction(principalOf(official), async (tx) => {
    const lines: MunicipalLine[] = [];
    for (const status of ['new', 'in_hand', 'decided'] as const)
      lines.push(...(await listMunicipalLines(tx, { ...wish, municipalityId, status, atMost: pageSize })));
    return {
      lines,
      officers: await nameOfficials(
        tx,
        lines.map((each) => each.officerId),
      ),
    };
  });
}

/** How many files wait for an officer of a municipality. */
export function countMunicipalFiles(
  { db }: Pick<CaseFileDeps, 'db'>,
  { official, municipalityId }: AtMunicipality,
): Promise<Readonly<Record<'new' | 'in_hand', number>>> {
  return db.transaction(principalOf(official), (tx) => countMunicipal(tx, municipalityId));
}
