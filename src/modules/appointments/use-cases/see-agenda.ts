import { dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import type { Agenda, Closure, ExtraWindow, WeeklyWindow } from '../domain/agenda.ts';
import { findAgenda, listAgendas, listClosures, listExtraWindows, listWindows } from '../store/agendas.ts';
import { countGiven } from '../store/expected.ts';
import type { Serving } from './serve-day.ts';

export async function seeAgendas(deps: Deps, { as, officeId }: Serving): Promise<Agenda[]> {
  return deps.db.transaction(as, (tx) => listAgendas(tx, officeId));
}

/** An agenda with its hours. */
export async function seeAgenda(
  deps: Deps,
  { as, officeId }: Serving,
  id: string,
): Promise<{ agenda: Agenda; weekly: WeeklyWindow[]; extra: ExtraWindow[] } | undefined> {
  return deps.db.transaction(as, async (tx) => {
    const agenda = await findAgenda(tx, officeId, id);
    if (agenda === undefined) return undefined;
    return {
      agenda,
      weekly: await listWindows(tx, officeId, id),
      extra: await listExtraWindows(tx, officeId, id),
    };
  });
}

/** The closures that are not over, each with the number of appointments that are already given on its days. */
export async function seeClosures(
  deps: Deps,
  { as, officeId }: Serving,
): Promise<{ closure: Closure; given: number }[]> {
  const zone = findOffice(officeId)?.timeZone ?? 'UTC';
  return deps.db.transaction(as, async (tx) => {
    const closures = await listClosures(tx, officeId, dayAt(deps.now(), zone));
    const seen = [];
    for (const closure of closures) seen.push({ closure, given: await countGiven(tx, officeId, closure) });
    return seen;
  });
}
