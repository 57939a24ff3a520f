import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import { anOpenService, aWindow, somePeople } from '../testing.ts';
import { excuseAbsence, seeAbsences } from './absences.ts';
import { bookPlaces } from './book-places.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { keepHolidays, proposeHolidayAgain, seeHolidays, workOnHolidays } from './decide-holidays.ts';
import { seeDays, seeHours } from './see-availability.ts';
import { handleAppointment } from './serve-day.ts';
import { reopenDays } from './set-up-agenda.ts';

const officeId = 'manchester';
const passport = { officeId, serviceId: 'passport' };
const clerk = {
  as: { kind: 'official', officialId: 'c1', officeIds: [officeId] } as const,
  actor: { kind: 'official', id: 'c1' } as const,
  officeId,
};
const key = () => crypto.randomUUID();
const who = () => ({ ...clerk, key: key() });

describe('holidays of both countries', () => {
  const christmas = civilDate('2026-12-25');
  const immaculate = civilDate('2026-12-08');

  async function everyDay() {
    const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
    await anOpenService(deps, { windows: [1, 2, 3, 4, 5].map((weekday) => aWindow({ weekday })) });
    const status = async (day: typeof christmas) =>
      (await seeDays(deps, { ...passport, from: day, until: day }))?.days[0]?.status;
    return { deps, status };
  }

  test('BK-13: are proposed, in both languages, with whose they are', async () => {
    const { deps } = await everyDay();
    const { open } = await seeHolidays(deps, clerk);
    const on = (day: string) => open.find((holiday) => holiday.day === day);
    expect(on('2026-12-25')?.countries).toEqual(['IT', 'GB']);
    expect(on('2026-12-08')).toMatchObject({
      name: { it: 'Immacolata Concezione', en: 'Immaculate Conception' },
      countries: ['IT'],
    });
    // The bank holiday of the office's own country; Sundays, on which no agenda is open, are no question.
    expect(on('2027-05-31')?.countries).toEqual(['GB']);
    expect(on('2027-03-28')).toBeUndefined();
  });

  test('BK-13: a kept one closes the day and the calendar names it; reopening proposes it again', async () => {
    const { deps, status } = await everyDay();
    expect((await status(christmas))?.kind).toBe('free');
    await keepHolidays(deps, who(), [christmas, civilDate('2026-12-24')]);
    expect(await status(christmas)).toMatchObject({ kind: 'closed', holiday: true });
    expect((await status(civilDate('2026-12-24')))?.kind).toBe('free');
    const closures = await deps.store.owner.query<{ id: string }>('select id from appointments.closure');
    expect(closures.rows).toHaveLength(1);
    await reopenDays(deps, who(), closures.rows[0]?.id ?? '');
    expect((await status(christmas))?.kind).toBe('free');
    expect((await seeHolidays(deps, clerk)).open.map((holiday) => holiday.day)).toContain(christmas);
  });

  test('BK-13: one on which the office works stays open and is not proposed again, until it thinks again', async () => {
    const { deps, status } = await everyDay();
    await workOnHolidays(deps, who(), [immaculate]);
    expect((await status(immaculate))?.kind).toBe('free');
    const seen = await seeHolidays(deps, clerk);
    expect(seen.open.map((holiday) => holiday.day)).not.toContain(immaculate);
    expect(seen.keptOpen.map((holiday) => holiday.day)).toEqual([immaculate]);
    await proposeHolidayAgain(deps, who(), immaculate);
    expect((await seeHolidays(deps, clerk)).open.map((holiday) => holiday.day)).toContain(immaculate);
  });
});

describe('absences', () => {
  /** Ada books the same hour of the week and stays away, so many times. */
  async function afterAbsences(times: number) {
    const clock = testClock('2026-11-24T09:00:00Z');
    const deps = await testDeps(clock);
    const absences = { most: 2, months: 6, pauseDays: 30 };
    await anOpenService(deps, { windows: [aWindow()], absences });
    const [ada = ''] = await somePeople(deps, 1);
    const book = async (day: string) => {
      const [slot] = await seeHours(deps, { ...passport, day: civilDate(day) });
      const wish = { ...passport, slotId: slot?.id ?? 0, accountId: ada, notes: '', answers: {}, key: key() };
      return (await bookPlaces(deps, officeId, [wish]))[0];
    };
    const missed: string[] = [];
    for (const day of ['2026-11-30', '2026-12-07'].slice(0, times)) {
      const answer = await book(day);
      if (!answer?.ok) throw new Error(JSON.stringify(answer));
      const { id } = answer.value;
      await confirmAppointment(deps, { officeId, id, token: confirmationToken(deps.keys, { id }) });
      clock.set(`${day}T12:00:00Z`);
      await handleAppointment(deps, clerk, { id, handling: 'miss', key: key() });
      missed.push(id);
    }
    return { clock, deps, ada, book, missed };
  }
  const paused = { ok: false, refusal: { code: 'policies', reasons: ['paused_after_absences'] } };

  test('BK-13: one is no reason for a pause; the rule is told before', async () => {
    const { deps, ada, book } = await afterAbsences(1);
    expect(await seeAbsences(deps, { ...passport, accountId: ada })).toMatchObject({
      rule: { most: 2 },
      pausedUntil: undefined,
    });
    expect(await book('2026-12-14')).toMatchObject({ ok: true });
  });

  test('BK-13: as many as the office has set pause booking for a while, and it says until when', async () => {
    const { clock, deps, ada, book } = await afterAbsences(2);
    expect(await book('2026-12-14')).toEqual(paused);
    expect((await seeAbsences(deps, { ...passport, accountId: ada }))?.pausedUntil).toBe('2027-01-06');
    clock.set('2027-01-06T09:00:00Z');
    expect(await book('2027-01-11')).toMatchObject({ ok: true });
  });

  test('BK-13: an excused absence does not count, and is excused once', async () => {
    const { deps, book, missed } = await afterAbsences(2);
    const [id = ''] = missed;
    expect(await excuseAbsence(deps, clerk, { id, key: key() })).toMatchObject({ ok: true });
    expect(await excuseAbsence(deps, clerk, { id, key: key() })).toMatchObject({
      refusal: { code: 'not_now' },
    });
    expect(await book('2026-12-14')).toMatchObject({ ok: true });
  });
});
