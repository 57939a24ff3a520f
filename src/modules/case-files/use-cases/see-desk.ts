import { addDays, type CivilDate, dayAt } from '#kernel/civil-date.ts';
import type { Text } from '#kernel/locale.ts';
import { nameOfficials } from '#modules/identity/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import { record } from '#platform/event-log/record.ts';
import { actorOf, type Official, principalOf } from '#platform/web/who.ts';
import type { CaseFileState } from '../domain/case-file-lifecycle.ts';
import { type FileSearch, parseFileSearch } from '../domain/file-search.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { daysLeft, dueOn, type UsualTime } from '../domain/terms.ts';
import {
  type After,
  countFilesIn,
  type FileFilter,
  type FileLine,
  findFiles,
  listClosedFiles,
  listFilesOf,
  listHoldersOf,
} from '../store/file-list.ts';
import { findUsualTime } from '../store/queue.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';

export interface AtDesk {
  readonly official: Official;
  readonly officeId: string;
}

/** The lists of a desk: what I have, what nobody has, what colleagues have, what waits for whom, what is over. */
export const deskTabs = ['mine', 'queue', 'in_hand', 'waiting', 'municipality', 'closed'] as const;
export type DeskTab = (typeof deskTabs)[number];

const statesOf: Record<Exclude<DeskTab, 'closed'>, readonly CaseFileState[]> = {
  mine: ['in_progress'],
  queue: ['submitted'],
  in_hand: ['in_progress'],
  waiting: ['waiting_for_person', 'verification_failed'],
  municipality: ['sent_to_municipality'],
};

/** How somebody narrows a list. */
export interface DeskFilter {
  readonly tab: DeskTab;
  readonly procedure?: string | undefined;
  readonly clerk?: string | undefined;
  /** Sent so many days ago or earlier. */
  readonly olderThan?: number | undefined;
  /** Only what is due, or promised, within these days. */
  readonly near?: boolean | undefined;
}

/** Days before the end of a term, or of the time that the person was told, from which a file is marked. */
export const nearDays = 5;

/** A line of a list with what hangs on the time. */
export interface DeskLine extends FileLine {
  /** What it is about. */
  readonly title: Text;
  readonly clerk: string | undefined;
  /** The end of the term, or of the usual time that the person reads on the page. */
  readonly by: { readonly day: CivilDate; readonly why: 'term' | 'usual'; readonly left: number } | undefined;
  /** Whole days since it was sent. */
  readonly age: number;
}

export interface DeskList {
  readonly lines: readonly DeskLine[];
  /** Where the next page begins. */
  readonly next: After | undefined;
}

const zoneOf = (officeId: string) => findOffice(officeId)?.timeZone ?? 'Europe/Rome';

/** How long each procedure usually takes at an office, as far as enough answers are known. */
async function usualTimes(
  tx: Tx,
  deps: CaseFileDeps,
  officeId: string,
): Promise<ReadonlyMap<string, UsualTime>> {
  const since = deps.now().subtract({ hours: 90 * 24 });
  const known = new Map<string, UsualTime>();
  for (const { id } of deps.procedures.withForm) {
    const usual = await findUsualTime(tx, officeId, id, since);
    if (usual !== undefined) known.set(id, usual);
  }
  return known;
}

/** A page of one of the desk's lists. */
export function listDeskFiles(
  deps: CaseFileDeps,
  { official, officeId }: AtDesk,
  filter: DeskFilter,
  page: { readonly after?: After | undefined; readonly most?: number } = {},
): Promise<DeskList> {
  const clerk = filter.tab === 'mine' ? official.officialId : filter.clerk;
  return listOfficeFiles(deps, { as: principalOf(official), officeId }, { ...filter, clerk }, page);
}

/** The same on behalf of whoever may see the office's files. */
export async function listOfficeFiles(
  deps: CaseFileDeps,
  { as, officeId }: { readonly as: Principal; readonly officeId: string },
  filter: DeskFilter,
  { after, most = 50 }: { readonly after?: After | undefined; readonly most?: number } = {},
): Promise<DeskList> {
  return deps.db.transaction(as, async (tx) => {
    const usual = await usualTimes(tx, deps, officeId);
    const takenBy = filter.clerk;
    const page = { after, most: most + 1 };
    const found =
      filter.tab === 'closed'
        ? await listClosedFiles(tx, officeId, { procedure: filter.procedure, takenBy }, page)
        : await listFilesOf(
            tx,
            officeId,
            {
              states: statesOf[filter.tab],
              procedure: filter.procedure,
              takenBy: filter.tab === 'queue' ? undefined : takenBy,
              sentBefore:
                filter.olderThan === undefined
                  ? undefined
                  : deps.now().subtract({ hours: 24 * filter.olderThan }),
              dueWhereSentBefore: filter.near === true ? nearlyDue(deps, usual) : undefined,
            },
            page,
          );
    const lines = await withTimes(deps, officeId, usual, found.slice(0, most));
    const last = lines.at(-1);
    const at = filter.tab === 'closed' ? last?.closedAt : last?.submittedAt;
    return { lines, next: found.length > most && last && at ? { at, id: last.id } : undefined };
  });
}

function nearlyDue(
  { procedures, now }: CaseFileDeps,
  usual: ReadonlyMap<string, UsualTime>,
): FileFilter['dueWhereSentBefore'] {
  return procedures.withForm.flatMap((procedure) => {
    const days = procedure.term?.days ?? usual.get(procedure.id)?.until;
    if (days === undefined) return [];
    const waitedAtMost = procedure.term?.suspendedAtMost ?? mostWaiting;
    // A day more, because the term ends with the day of the office, not with the hour of the sending.
    const before = now().subtract({ hours: 24 * (days - nearDays - 1) });
    return [{ procedure: procedure.id, before, waitedAtMost }];
  });
}

/** Days that the person took are no part of the usual time, however many they are. */
const mostWaiting = 10_000;

async function withTimes(
  deps: CaseFileDeps,
  officeId: string,
  usual: ReadonlyMap<string, UsualTime>,
  lines: readonly FileLine[],
): Promise<DeskLine[]> {
  const ids = [...new Set(lines.flatMap(({ takenBy }) => takenBy ?? []))];
  const names = await deps.db.transaction(asCaseFiles, (tx) => nameOfficials(tx, ids));
  const now = deps.now();
  const today = dayAt(now, zoneOf(officeId));
  return lines.map((line) => {
    const procedure = deps.procedures.findForm(line.procedure);
    const by = procedure && line.closedAt === null ? dueBy(procedure, line, officeId, usual, now) : undefined;
    return {
      ...line,
      title: procedure?.form.title ?? { it: line.procedure, en: line.procedure },
      clerk: line.takenBy === null ? undefined : names.get(line.takenBy)?.name,
      by: by && { ...by, left: daysLeft(by.day, today) },
      age: Math.max(0, Math.floor(line.submittedAt.until(line.closedAt ?? now).total('hours') / 24)),
    };
  });
}

function dueBy(
  procedure: FormProcedure,
  line: FileLine,
  officeId: string,
  usual: ReadonlyMap<string, UsualTime>,
  now: Temporal.Instant,
): { day: CivilDate; why: 'term' | 'usual' } | undefined {
  const zone = zoneOf(officeId);
  if (procedure.term !== null) return { day: dueOn(procedure.term, line, now, zone), why: 'term' };
  const told = usual.get(procedure.id);
  if (told === undefined) return undefined;
  return { day: addDays(dayAt(line.submittedAt, zone), told.until + line.waitedDays), why: 'usual' };
}

/** What a search finds, open files first; nothing where too little was typed. */
export async function searchDeskFiles(
  deps: CaseFileDeps,
  { official, officeId }: AtDesk,
  typed: string,
): Promise<readonly DeskLine[] | undefined> {
  const search: FileSearch | undefined = parseFileSearch(typed);
  if (search === undefined) return undefined;
  return deps.db.transaction(principalOf(official), async (tx) => {
    const usual = await usualTimes(tx, deps, officeId);
    return withTimes(deps, officeId, usual, await findFiles(tx, officeId, search, mostFound));
  });
}

export const mostFound = 100;
/** Counts stop here: more is "more than a thousand". */
export const countedUpTo = 1000;
/** The queue by its age, in days. */
export const ageSteps = [7, 30, 60] as const;

/** How a desk stands at a glance. */
export interface DeskGlance {
  readonly counts: Record<Exclude<DeskTab, 'closed'>, number>;
  /** Of the queue: how many were sent so many days ago or earlier. */
  readonly olderThan: Record<(typeof ageSteps)[number], number>;
  readonly workload: readonly Workload[];
}

/** What one official has in hand; whoever left the office still has what nobody took over. */
export interface Workload {
  readonly officialId: string;
  readonly name: string;
  readonly here: boolean;
  readonly inProgress: number;
  readonly waiting: number;
  readonly municipality: number;
  readonly oldest: Temporal.Instant | undefined;
}

/** How many files wait that nobody has in charge, for the officials’ start page. */
export function countFilesInQueue(
  { db }: Pick<CaseFileDeps, 'db'>,
  { official, officeId }: AtDesk,
): Promise<number> {
  return db.transaction(principalOf(official), (tx) =>
    countFilesIn(tx, officeId, statesOf.queue, { atMost: countedUpTo }),
  );
}

export async function seeDesk(
  deps: CaseFileDeps,
  { official, officeId }: AtDesk,
  clerks: readonly { readonly id: string; readonly name: string }[],
): Promise<DeskGlance> {
  const { holders, ...glance } = await deps.db.transaction(principalOf(official), async (tx) => {
    const count = (
      states: readonly CaseFileState[],
      more: { takenBy?: string; sentBefore?: Temporal.Instant } = {},
    ) => countFilesIn(tx, officeId, states, { atMost: countedUpTo, ...more });
    const older = (days: number) =>
      count(statesOf.queue, { sentBefore: deps.now().subtract({ hours: 24 * days }) });
    return {
      counts: {
        mine: await count(statesOf.mine, { takenBy: official.officialId }),
        queue: await count(statesOf.queue),
        in_hand: await count(statesOf.in_hand),
        waiting: await count(statesOf.waiting),
        municipality: await count(statesOf.municipality),
      },
      olderThan: { 7: await older(7), 30: await older(30), 60: await older(60) },
      holders: await listHoldersOf(tx, officeId, countedUpTo),
    };
  });
  const gone = holders
    .map(({ officialId }) => officialId)
    .filter((id) => !clerks.some((each) => each.id === id));
  const names = await deps.db.transaction(asCaseFiles, (tx) => nameOfficials(tx, gone));
  const ids = [...new Set([...clerks.map(({ id }) => id), ...gone])];
  return {
    ...glance,
    workload: ids.map((id) => {
      const own = holders.filter(({ officialId }) => officialId === id);
      const sum = (states: readonly CaseFileState[]) =>
        own.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + count, 0);
      const inHand = own.filter(({ state }) => state === 'in_progress').flatMap(({ oldest }) => oldest ?? []);
      return {
        officialId: id,
        name: clerks.find((each) => each.id === id)?.name ?? names.get(id)?.name ?? id.slice(0, 8),
        here: clerks.some((each) => each.id === id),
        inProgress: sum(statesOf.in_hand),
        waiting: sum(statesOf.waiting),
        municipality: sum(statesOf.municipality),
        oldest: inHand[0],
      };
    }),
  };
}

/** Lines of an export: as many as a spreadsheet is read with. */
export const mostExported = 10_000;

/** Everything that a filtered list holds, page after page; the history says who took it along. */
export async function exportDeskFiles(
  deps: CaseFileDeps,
  desk: AtDesk,
  filter: DeskFilter,
): Promise<readonly DeskLine[]> {
  const lines: DeskLine[] = [];
  let after: After | undefined;
  do {
    const page = await listDeskFiles(deps, desk, filter, { after, most: 1000 });
    lines.push(...page.lines);
    after = page.next;
  } while (after !== undefined && lines.length < mostExported);
  const exported = lines.slice(0, mostExported);
  await deps.db.transaction(principalOf(desk.official), (tx) =>
    record(tx, {
      type: 'case-files.exported',
      subject: { kind: 'office', id: desk.officeId },
      actor: actorOf(desk.official),
      at: deps.now(),
      officeId: desk.officeId,
      facts: { list: filter.tab, files: exported.length },
    }),
  );
  return exported;
}
