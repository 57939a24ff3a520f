import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { saveOffer } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import type { Agenda, WeeklyWindow } from './domain/agenda.ts';
import { openWeekly, setUpAgenda } from './use-cases/set-up-agenda.ts';

/** An agenda in the words of a test; what it leaves open is an ordinary one. */
export function anAgenda(change: Partial<Agenda> = {}): Agenda {
  return {
    officeId: 'manchester',
    id: crypto.randomUUID(),
    name: 'Sportello passaporti',
    serviceIds: ['passport'],
    minutes: 30,
    daysAhead: 90,
    publishedAtTime: '00:00',
    endedOn: null,
    ...change,
  };
}

export function aWindow(change: Partial<WeeklyWindow> = {}): WeeklyWindow {
  return {
    id: crypto.randomUUID(),
    weekday: 1,
    starts: '09:00',
    ends: '12:00',
    desks: 2,
    fromOn: civilDate('2026-01-01'),
    untilOn: null,
    ...change,
  };
}

/** An office whose service is open and whose agenda has hours. */
export async function anOpenService(
  deps: Deps,
  {
    agenda = anAgenda(),
    windows = [aWindow()],
    firstBookableOn = civilDate('2026-11-01'),
    holdMinutes = 60,
    noticeHours = 24,
  }: {
    agenda?: Agenda;
    windows?: readonly WeeklyWindow[];
    firstBookableOn?: CivilDate | null;
    holdMinutes?: number;
    noticeHours?: number;
  } = {},
): Promise<Agenda> {
  const { officeId } = agenda;
  const as = { kind: 'system', task: 'test' } as const;
  const who = () => ({
    as,
    actor: { kind: 'system', id: 'test' } as const,
    officeId,
    key: crypto.randomUUID(),
  });
  await deps.db.transaction(as, async (tx) => {
    for (const serviceId of agenda.serviceIds) {
      await saveOffer(tx, {
        officeId,
        serviceId,
        switchedOn: true,
        firstBookableOn,
        newsOn: null,
        holdMinutes,
        noticeHours,
      });
    }
  });
  await setUpAgenda(deps, who(), agenda);
  for (const window of windows) await openWeekly(deps, who(), agenda.id, window);
  return agenda;
}

/** Active people who live in the district of an office; answers their accounts. */
export async function somePeople(deps: Deps, count: number, officeId = 'manchester'): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => {
    const mark = crypto.randomUUID().slice(0, 8);
    return {
      givenName: 'Ada',
      familyName: `Prova ${mark}`,
      bornOn: civilDate('1980-01-01'),
      email: `ada.${mark}.${index}@example.org`,
      mobile: `+44${mark}${index}`,
      country: 'GB',
      place: 'Leeds',
      officeId,
      locale: 'it' as const,
    };
  });
  return deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    createPeople(deps, tx, people, 'no password'),
  );
}
export { entryUrl } from './domain/entry-code.ts';
