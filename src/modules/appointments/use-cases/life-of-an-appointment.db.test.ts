import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import { aClosure, anAgenda, anOpenService, aWindow, cancelByClerk, somePeople } from '../testing.ts';
import { addWalkIn } from './add-walk-in.ts';
import { bookPlaces } from './book-places.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { moveAppointment } from './move-appointment.ts';
import { seeDays, seeHours } from './see-availability.ts';
import { findOwn } from './see-own.ts';
import { handleAppointment, listDay } from './serve-day.ts';
import { closeDays, closeWeekly } from './set-up-agenda.ts';
import { lapseHolds, releaseFreedPlaces, remindOwners } from './sweep.ts';

const monday = civilDate('2026-11-30');
const passport = { officeId: 'manchester', serviceId: 'passport' };
const clerk = {
  as: { kind: 'official', officialId: 'c1', officeIds: ['manchester'] } as const,
  actor: { kind: 'official', id: 'c1' } as const,
  officeId: 'manchester',
};
const key = () => crypto.randomUUID();

async function aHeldPlace() {
  const clock = testClock('2026-11-24T09:00:00Z');
  const deps = await testDeps(clock);
  const agenda = await anOpenService(deps, { windows: [aWindow({ desks: 1 })] });
  const hours = await seeHours(deps, { ...passport, day: monday });
  const slot = (index: number) => hours[index]?.id ?? 0;
  const [accountId = '', bruno = ''] = await somePeople(deps, 2);
  const hold = async (account = accountId, index = 0) => {
    const [answer] = await bookPlaces(deps, 'manchester', [
      { ...passport, slotId: slot(index), accountId: account, notes: '', answers: {}, key: key() },
    ]);
    if (!answer?.ok) throw new Error(`No place: ${JSON.stringify(answer)}`);
    return answer.value.id;
  };
  const id = await hold();
  const token = confirmationToken(deps.keys, { id });
  const confirm = () => confirmAppointment(deps, { officeId: 'manchester', id, token });
  const letters = async () =>
    (
      await deps.store.owner.query<{
        subject: string;
        content: { calendar?: { method: string; content: string } };
      }>('select subject, content from notifications.message order by created_at, id')
    ).rows;
  const free = async () => (await seeHours(deps, { ...passport, day: monday })).length;
  const state = async () => (await findOwn(deps, accountId, id))?.state;
  return { clock, deps, agenda, slot, accountId, bruno, id, hold, confirm, letters, free, state };
}

describe('confirming', () => {
  test('BK-3: the link of the letter makes the place firm, once, and a calendar file comes', async () => {
    const { confirm, state, letters } = await aHeldPlace();
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await state()).toBe('booked');
    const sent = await letters();
    expect(sent).toHaveLength(2);
    expect(sent.filter((letter) => letter.content.calendar?.method === 'REQUEST')).toHaveLength(1);
  });

  test('BK-3: a link for another appointment, or an invented one, confirms nothing', async () => {
    const { deps, id, state } = await aHeldPlace();
    const answer = await confirmAppointment(deps, { officeId: 'manchester', id, token: 'invented' });
    expect(answer).toEqual({ ok: false, refusal: { code: 'no_such_appointment' } });
    expect(await state()).toBe('held');
  });

  test('BK-3: an unconfirmed appointment is released, its owner is told, and a late click is refused', async () => {
    const { clock, deps, confirm, state, letters, free } = await aHeldPlace();
    expect(await free()).toBe(5);
    clock.forward({ minutes: 59 });
    expect(await lapseHolds(deps)).toBe(0);
    clock.forward({ minutes: 1 });
    expect(await confirm()).toEqual({ ok: false, refusal: { code: 'lapsed' } });
    expect(await lapseHolds(deps)).toBe(1);
    expect(await lapseHolds(deps)).toBe(0);
    expect(await state()).toBe('lapsed');
    expect(await confirm()).toEqual({ ok: false, refusal: { code: 'lapsed' } });
    expect((await letters()).map((letter) => letter.subject)).toContain('Posto non confermato: Passaporto');
  });
});

describe('freed places', () => {
  test('BK-4: become public after 1 to 30 minutes, not at once', async () => {
    const { clock, deps, accountId, id, confirm, free } = await aHeldPlace();
    await confirm();
    await cancelAppointment(deps, { id, accountId, key: key() });
    expect(await free()).toBe(5);
    const seen = await seeDays(deps, { ...passport, from: monday, until: monday });
    expect(seen?.days[0]?.status).toEqual({ kind: 'free', places: 5 });
    clock.forward({ minutes: 15 });
    expect(await releaseFreedPlaces(deps)).toBe(0);
    clock.forward({ minutes: 1 });
    expect(await releaseFreedPlaces(deps)).toBe(1);
    expect(await free()).toBe(6);
  });
});

describe('cancelling', () => {
  test('BK-4: its owner can, until the office has taken it in charge', async () => {
    const { deps, accountId, id, confirm, state } = await aHeldPlace();
    await confirm();
    await handleAppointment(deps, clerk, { id, handling: 'take_in_charge', key: key() });
    const answer = await cancelAppointment(deps, { id, accountId, key: key() });
    expect(answer).toEqual({ ok: false, refusal: { code: 'too_late' } });
    expect(await state()).toBe('in_charge');
  });

  test('BK-4: nobody else can', async () => {
    const { deps, id, state } = await aHeldPlace();
    const answer = await cancelAppointment(deps, { id, accountId: crypto.randomUUID(), key: key() });
    expect(answer).toEqual({ ok: false, refusal: { code: 'no_such_appointment' } });
    expect(await state()).toBe('held');
  });

  test('BK-4: a double click cancels once and frees one place', async () => {
    const { clock, deps, accountId, id, free } = await aHeldPlace();
    const one = key();
    const answers = await Promise.all(
      [1, 2, 3].map(() => cancelAppointment(deps, { id, accountId, key: one })),
    );
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
    clock.forward({ hours: 1 });
    await releaseFreedPlaces(deps);
    expect(await free()).toBe(6);
  });

  test('BK-11: cancelling a firm appointment takes it out of the calendar', async () => {
    const { deps, accountId, id, confirm, letters } = await aHeldPlace();
    await confirm();
    await cancelAppointment(deps, { id, accountId, key: key() });
    const calendars = (await letters()).flatMap((letter) => letter.content.calendar ?? []);
    const sequence = (text: string | undefined) => Number(/SEQUENCE:(\d+)/.exec(text ?? '')?.[1]);
    const [request, cancel] = ['REQUEST', 'CANCEL'].map(
      (method) => calendars.find((each) => each.method === method)?.content,
    );
    expect(cancel).toContain('STATUS:CANCELLED');
    expect(sequence(cancel)).toBeGreaterThan(sequence(request));
    expect(/UID:(.*)/.exec(cancel ?? '')?.[1]).toBe(/UID:(.*)/.exec(request ?? '')?.[1]);
  });
});

describe('moving', () => {
  test('BK-4: to another hour: the old place goes back, the calendar learns of it', async () => {
    const { clock, deps, accountId, id, slot, confirm, free, letters } = await aHeldPlace();
    await confirm();
    const answer = await moveAppointment(deps, { id, accountId, slotId: slot(2), key: key() });
    expect(answer).toMatchObject({ ok: true });
    expect((await findOwn(deps, accountId, id))?.startsAt.toString()).toBe('2026-11-30T10:00:00Z');
    clock.forward({ hours: 1 });
    await releaseFreedPlaces(deps);
    expect(await free()).toBe(5);
    expect((await letters()).some((letter) => letter.content.calendar?.content.includes('SEQUENCE:2'))).toBe(
      true,
    );
  });

  test('BK-4: not to a place that somebody else has', async () => {
    const { deps, accountId, bruno, id, slot, hold, confirm } = await aHeldPlace();
    await confirm();
    await hold(bruno, 3);
    const answer = await moveAppointment(deps, { id, accountId, slotId: slot(3), key: key() });
    expect(answer).toEqual({ ok: false, refusal: { code: 'full' } });
  });
});

describe('reminders', () => {
  test('BK-11: three days and one day before, and never for what is cancelled', async () => {
    const { clock, deps, confirm, letters, accountId, id } = await aHeldPlace();
    await confirm();
    const count = async () =>
      (await letters()).filter((letter) => letter.subject.startsWith('Promemoria')).length;
    await remindOwners(deps);
    expect(await count()).toBe(0);
    clock.set('2026-11-27T09:01:00Z');
    await remindOwners(deps);
    await remindOwners(deps);
    expect(await count()).toBe(1);
    clock.set('2026-11-29T09:01:00Z');
    await remindOwners(deps);
    expect(await count()).toBe(2);
    await cancelAppointment(deps, { id, accountId, key: key() });
    clock.set('2026-11-30T09:01:00Z');
    await remindOwners(deps);
    expect(await count()).toBe(2);
  });
});

describe('the clerk’s day', () => {
  test('BK-13: check in, serve; an absence only after the hour has begun', async () => {
    const { clock, deps, id, bruno, confirm, hold, state } = await aHeldPlace();
    await confirm();
    const other = await hold(bruno, 1);
    await confirmAppointment(deps, {
      officeId: 'manchester',
      id: other,
      token: confirmationToken(deps.keys, { id: other }),
    });
    expect((await listDay(deps, clerk, monday)).map((each) => each.state)).toEqual(['booked', 'booked']);

    expect(await handleAppointment(deps, clerk, { id: other, handling: 'miss', key: key() })).toEqual({
      ok: false,
      refusal: { code: 'not_yet' },
    });
    clock.set('2026-11-30T09:40:00Z');
    await handleAppointment(deps, clerk, { id, handling: 'check_in', key: key() });
    await handleAppointment(deps, clerk, { id, handling: 'serve', key: key() });
    await handleAppointment(deps, clerk, { id: other, handling: 'miss', key: key() });
    expect(await state()).toBe('served');
    expect((await listDay(deps, clerk, monday)).map((each) => each.state)).toEqual(['served', 'no_show']);
    expect(await handleAppointment(deps, clerk, { id, handling: 'check_in', key: key() })).toEqual({
      ok: false,
      refusal: { code: 'not_now', state: 'served' },
    });
  });

  test('BO-1: a clerk of another office sees and changes nothing', async () => {
    const { deps, id } = await aHeldPlace();
    const stranger = {
      ...clerk,
      as: { kind: 'official', officialId: 'c2', officeIds: ['melbourne'] } as const,
    };
    expect(await listDay(deps, stranger, monday)).toEqual([]);
    expect(await cancelByClerk(deps, stranger, id)).toEqual({
      ok: false,
      refusal: { code: 'no_such_appointment' },
    });
  });

  test('BK-13: somebody without an appointment is noted beyond the places, and not twice', async () => {
    const { clock, deps } = await aHeldPlace();
    clock.set('2026-11-30T09:10:00Z');
    const visitor = {
      serviceId: 'passport',
      givenName: 'Bruno',
      familyName: 'Esempio',
      bornOn: civilDate('1970-02-03'),
      taxCode: null,
      locale: 'it' as const,
      notes: '',
    };
    expect(await addWalkIn(deps, clerk, { ...visitor, key: key() })).toMatchObject({ ok: true });
    expect(await addWalkIn(deps, clerk, { ...visitor, key: key() })).toEqual({
      ok: false,
      refusal: { code: 'already_booked' },
    });
    expect((await listDay(deps, clerk, monday)).filter((each) => each.state === 'checked_in')).toHaveLength(
      1,
    );
  });

  test('BK-16: the office cancels with a reason that its owner reads', async () => {
    const { deps, id, confirm, state, letters } = await aHeldPlace();
    await confirm();
    await cancelByClerk(deps, clerk, id, { it: 'Sciopero', en: 'Strike' });
    expect(await state()).toBe('cancelled_by_office');
    expect(JSON.stringify(await letters())).toContain('Sciopero');
  });
});

describe('the agenda', () => {
  const office = { ...clerk, as: { kind: 'official', officialId: 'c1', officeIds: ['manchester'] } as const };

  test('BK-13: closing a day takes its free places and says why; a given place stays', async () => {
    const { deps, free, state } = await aHeldPlace();
    await closeDays(
      deps,
      { ...office, key: key() },
      aClosure({
        fromOn: monday,
        untilOn: monday,
        reason: { it: 'Festa nazionale', en: 'National holiday' },
      }),
    );
    expect(await free()).toBe(0);
    expect(await state()).toBe('held');
    const later = civilDate('2026-12-07');
    const seen = await seeDays(deps, { ...passport, from: monday, until: later });
    expect(seen?.days.at(-1)?.status.kind).toBe('free');
  });

  test('BK-1: a closed day says its reason', async () => {
    const { deps } = await aHeldPlace();
    const day = civilDate('2026-12-07');
    await closeDays(
      deps,
      { ...office, key: key() },
      aClosure({ fromOn: day, untilOn: day, reason: { it: 'Festa', en: 'Holiday' } }),
    );
    const seen = await seeDays(deps, { ...passport, from: day, until: day });
    expect(seen?.days[0]?.status).toMatchObject({ kind: 'closed', reason: { it: 'Festa', en: 'Holiday' } });
  });

  test('BK-13: ending a weekly opening keeps the places that are given', async () => {
    const { deps, agenda, free, state } = await aHeldPlace();
    const [window] = (
      await deps.store.owner.query<{ id: string }>('select id from appointments.weekly_window')
    ).rows;
    await closeWeekly(deps, { ...office, key: key() }, agenda.id, window?.id ?? '');
    expect(await free()).toBe(0);
    expect(await state()).toBe('held');
  });

  test('BK-13: places appear so many days ahead, at the stated time of the office’s day', async () => {
    const clock = testClock('2026-11-24T08:59:00Z');
    const deps = await testDeps(clock);
    await anOpenService(deps, {
      agenda: anAgenda({ daysAhead: 6, publishedAtTime: '09:00' }),
      windows: [aWindow()],
    });
    const status = async () =>
      (await seeDays(deps, { ...passport, from: monday, until: monday }))?.days[0]?.status;
    expect(await status()).toMatchObject({ kind: 'not_published' });
    expect(await seeHours(deps, { ...passport, day: monday })).toEqual([]);
    clock.forward({ minutes: 1 });
    expect(await status()).toEqual({ kind: 'free', places: 12 });
  });
});
