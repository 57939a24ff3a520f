import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import type { Text } from '#kernel/locale.ts';
import { createPeople } from '#modules/identity/public.ts';
import { type AbsenceRule, saveOffer } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import type { Agenda, Closure, WeeklyWindow } from './domain/agenda.ts';
import type { Appointment } from './domain/appointment.ts';
import type { Companion } from './domain/party.ts';
import { changeByOffice } from './use-cases/change-by-office.ts';
import { seeAlternatives } from './use-cases/see-displaced.ts';
import type { Serving } from './use-cases/serve-day.ts';
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

/** Somebody who comes along; a child by default. */
export function aChild(change: Partial<Companion> = {}): Companion {
  return {
    givenName: 'Nino',
    familyName: `Prova ${crypto.randomUUID().slice(0, 8)}`,
    bornOn: civilDate('2018-05-06'),
    taxCode: null,
    parents: ['Ada Prova', 'Bruno Esempio'],
    consent: 'given',
    ...change,
  };
}

/** A firm appointment, for the rules. */
export function anAppointment(change: Partial<Appointment> = {}): Appointment {
  const startsAt = Temporal.Instant.from('2026-11-30T09:00:00Z');
  return {
    officeId: 'manchester',
    id: crypto.randomUUID(),
    slotId: 1,
    place: 1,
    serviceId: 'passport',
    startsAt,
    endsAt: startsAt.add({ minutes: 30 }),
    accountId: crypto.randomUUID(),
    givenName: 'Ada',
    familyName: 'Prova',
    bornOn: civilDate('1980-01-01'),
    locale: 'it',
    notes: '',
    answers: {},
    state: 'booked',
    heldUntil: null,
    createdAt: Temporal.Instant.from('2026-11-20T09:00:00Z'),
    checkedInAt: null,
    revision: 0,
    partyId: null,
    member: null,
    taxCode: null,
    parents: [],
    consent: null,
    changeId: null,
    excusedAt: null,
    ...change,
  };
}

/** A day on which an office is closed. */
export function aClosure(change: Partial<Closure> = {}): Closure {
  const day = civilDate('2026-11-30');
  return {
    id: crypto.randomUUID(),
    agendaId: null,
    fromOn: day,
    untilOn: day,
    hours: null,
    desks: null,
    holiday: false,
    reason: { it: 'Festa', en: 'Holiday' },
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
    absences = null,
    withoutEntry = true,
  }: {
    agenda?: Agenda;
    windows?: readonly WeeklyWindow[];
    firstBookableOn?: CivilDate | null;
    holdMinutes?: number;
    noticeHours?: number;
    absences?: AbsenceRule | null;
    /** Whether the people of a test may book without being in the consular register. */
    withoutEntry?: boolean;
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
        withoutEntry,
        absences,
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

/** A clerk cancels an appointment where it stands, with a reason. */
export async function cancelByClerk(
  deps: Deps,
  clerk: Serving,
  id: string,
  reason: Text = { it: 'Prova', en: 'Trial' },
) {
  const seen = await seeAlternatives(deps, clerk, id);
  return changeByOffice(deps, clerk, {
    id,
    fromSlotId: seen?.slotId ?? 0,
    toSlotId: null,
    onlyThis: true,
    reason,
    answerHours: 72,
    key: crypto.randomUUID(),
  });
}

export { entryUrl } from './domain/entry-code.ts';
export { eraseDuePeople } from './use-cases/release-appointments.ts';
