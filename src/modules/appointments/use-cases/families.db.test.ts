import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import type { Companion } from '../domain/party.ts';
import { aChild, anOpenService, aWindow, somePeople } from '../testing.ts';
import { bookParty, type PartyRequest } from './book-party.ts';
import { bookPlaces } from './book-places.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { moveAppointment } from './move-appointment.ts';
import { seeDays, seeHours } from './see-availability.ts';
import { findOwnUnit } from './see-own.ts';
import { lapseParties, releaseFreedPlaces, remindParties } from './sweep.ts';

const monday = civilDate('2026-11-30');
const officeId = 'manchester';
const passport = { officeId, serviceId: 'passport' };
const key = () => crypto.randomUUID();

/** An agenda with hours of two places on Monday, from nine to twelve. */
async function aMonday(desks = 2) {
  const clock = testClock('2026-11-24T09:00:00Z');
  const deps = await testDeps(clock);
  await anOpenService(deps, { windows: [aWindow({ desks })] });
  const hours = await seeHours(deps, { ...passport, day: monday });
  const [ada = '', bruno = ''] = await somePeople(deps, 2);
  const slot = (index: number) => hours[index]?.id ?? 0;
  const book = (companions: Companion[], change: Partial<PartyRequest> = {}) =>
    bookParty(deps, {
      ...passport,
      slotId: slot(0),
      accountId: ada,
      withBooker: true,
      companions,
      notes: '',
      answers: {},
      key: key(),
      ...change,
    });
  const booked = async (companions: Companion[]) => {
    const answer = await book(companions);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    const { id, ids } = answer.value;
    await confirmAppointment(deps, { officeId, id, token: confirmationToken(deps.keys, { id }) });
    return ids;
  };
  const members = async (id: string) => (await findOwnUnit(deps, ada, id))?.unit.members ?? [];
  const letters = async () =>
    (
      await deps.store.owner.query<{ subject: string; content: { calendar?: { content: string } } }>(
        'select subject, content from notifications.message order by created_at, id',
      )
    ).rows;
  const free = async () => (await seeHours(deps, { ...passport, day: monday })).map((hour) => hour.free);
  return { clock, deps, ada, bruno, slot, book, booked, members, letters, free };
}

const cancelledLetter = <Letter extends { subject: string }>(sent: readonly Letter[]) =>
  sent.find((letter) => letter.subject.startsWith('Appuntamento annullato'));

describe('a family books', () => {
  test('BK-14: three people get three places, the nearest ones, and one letter with all of them', async () => {
    const { book, members, letters, free } = await aMonday();
    const answer = await book([aChild(), aChild()]);
    expect(answer).toMatchObject({ ok: true, value: { heldUntil: '2026-11-24T10:00:00Z' } });
    const family = await members(answer.ok ? answer.value.id : '');
    expect(family.map((each) => each.startsAt.toString().slice(11, 16))).toEqual(['09:00', '09:00', '09:30']);
    expect(family.map((each) => each.state)).toEqual(['held', 'held', 'held']);
    expect(await free()).toEqual([1, 2, 2, 2, 2]);
    const sent = await letters();
    expect(sent).toHaveLength(1);
    for (const each of family) expect(JSON.stringify(sent)).toContain(each.familyName);
  });

  test('BK-14: the parent’s link confirms all of them; one calendar entry from the first hour to the last', async () => {
    const { booked, members, letters } = await aMonday();
    const [id = ''] = await booked([aChild(), aChild()]);
    expect((await members(id)).map((each) => each.state)).toEqual(['booked', 'booked', 'booked']);
    const calendars = (await letters()).flatMap((letter) => letter.content.calendar ?? []);
    expect(calendars).toHaveLength(1);
    expect(calendars[0]?.content).toContain('DTSTART:20261130T090000Z');
    expect(calendars[0]?.content).toContain('DTEND:20261130T100000Z');
  });

  test('BK-14: a parent may book for the children alone', async () => {
    const { book, members, ada, deps, slot } = await aMonday();
    const answer = await book([aChild()], { withBooker: false });
    const family = await members(answer.ok ? answer.value.id : '');
    expect(family.map((each) => each.givenName)).toEqual(['Nino']);
    const [own] = await bookPlaces(deps, officeId, [
      { ...passport, slotId: slot(1), accountId: ada, notes: '', answers: {}, key: key() },
    ]);
    expect(own?.ok).toBe(true);
  });

  test('BK-14: all or nothing: where one place is missing, nobody gets any', async () => {
    const { deps, book, free } = await aMonday(1);
    await deps.store.owner.query(
      `update appointments.slot set capacity = 0, wanted = 0 where starts_at = '2026-11-30T10:00:00Z'`,
    );
    expect(await book([aChild(), aChild()])).toEqual({ ok: false, refusal: { code: 'full' } });
    expect(await free()).toEqual([1, 1, 1, 1, 1]);
  });

  test('BK-5: somebody with a live booking, companions included, gets no second one and takes nobody’s place', async () => {
    const { book, bruno, free, slot } = await aMonday();
    const child = aChild();
    await book([child]);
    const before = await free();
    const again = await book([aChild(), child], { accountId: bruno, slotId: slot(2) });
    expect(again).toEqual({ ok: false, refusal: { code: 'already_booked', people: [2] } });
    expect(await free()).toEqual(before);
  });

  test('BK-5: the same person twice in one party is noticed, the one who books included', async () => {
    const { deps, book, ada } = await aMonday();
    const child = aChild();
    expect(await book([child, { ...child, givenName: ' nino '.trim() }])).toEqual({
      ok: false,
      refusal: { code: 'person_twice', people: [2] },
    });
    const { rows } = await deps.store.owner.query<{ family_name: string }>(
      'select family_name from identity.account where id = $1',
      [ada],
    );
    const self = aChild({
      givenName: 'Ada',
      familyName: rows[0]?.family_name ?? '',
      bornOn: civilDate('1980-01-01'),
    });
    expect(await book([self], { withBooker: false })).toMatchObject({
      refusal: { code: 'person_twice', people: [1] },
    });
  });

  test('BK-14: no more people than the service takes, and none alone where it takes one', async () => {
    const { book } = await aMonday();
    const six = Array.from({ length: 5 }, () => aChild());
    expect(await book(six)).toEqual({ ok: false, refusal: { code: 'too_many_people', most: 5 } });
    expect(await book([], { withBooker: false })).toMatchObject({ refusal: { code: 'too_many_people' } });
  });

  test('BK-14: a double click books one party', async () => {
    const { book, letters, free } = await aMonday();
    const one = key();
    const child = aChild();
    const answers = await Promise.all([1, 2, 3].map(() => book([child], { key: one })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await letters()).toHaveLength(1);
    expect(await free()).toEqual([2, 2, 2, 2, 2]);
  });

  test('BK-14: families and single people at once for the same hours: never a place twice, never half a family', async () => {
    const { deps, slot } = await aMonday(3);
    const people = await somePeople(deps, 12);
    await Promise.all(
      people.map((accountId, index) =>
        index % 3 === 0
          ? bookPlaces(deps, officeId, [
              { ...passport, slotId: slot(index % 2), accountId, notes: '', answers: {}, key: key() },
            ])
          : bookParty(deps, {
              ...passport,
              slotId: slot(index % 2),
              accountId,
              withBooker: true,
              companions: [aChild(), aChild()],
              notes: '',
              answers: {},
              key: key(),
            }),
      ),
    );
    const { rows } = await deps.store.owner.query<{ wrong: string }>(
      `select 'place twice' as wrong from appointments.appointment group by slot_id, place having count(*) > 1
       union all select 'half a family' from appointments.appointment where party_id is not null
         group by party_id having count(*) <> 3
       union all select 'too many' from appointments.slot where taken > capacity or taken <>
         (select count(*) from appointments.appointment a where a.slot_id = slot.id)`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the month of a family', () => {
  test('BK-14: shows only hours at which they fit, and says where the places are too few', async () => {
    const { deps } = await aMonday(1);
    const seen = (people: number) => seeDays(deps, { ...passport, from: monday, until: monday, people });
    expect((await seen(4))?.days[0]?.status.kind).toBe('free');
    expect(await seeHours(deps, { ...passport, day: monday, people: 4 })).toHaveLength(3);
    await deps.store.owner.query(
      `update appointments.slot set capacity = 0, wanted = 0 where starts_at = '2026-11-30T10:00:00Z'`,
    );
    expect((await seen(4))?.days[0]?.status).toEqual({ kind: 'too_few', places: 5 });
    expect((await seen(4))?.firstFree).toBe('2026-12-07');
    expect((await seen(2))?.firstFree).toBe(monday);
  });
});

describe('a family changes its mind', () => {
  test('BK-14: one member cancelled alone; the others stand, and the calendar learns of it', async () => {
    const { booked, members, deps, ada, letters } = await aMonday();
    const [id = '', child = ''] = await booked([aChild(), aChild()]);
    expect(await cancelAppointment(deps, { id: child, accountId: ada, key: key() })).toMatchObject({
      ok: true,
    });
    expect((await members(id)).map((each) => each.state)).toEqual([
      'booked',
      'cancelled_by_citizen',
      'booked',
    ]);
    const sent = await letters();
    expect(sent).toHaveLength(3);
    expect(cancelledLetter(sent)?.content.calendar?.content).toContain('METHOD:REQUEST');
    expect(cancelledLetter(sent)?.content.calendar?.content).toContain('SEQUENCE:2');
  });

  test('BK-14: all of them at once, with one letter that takes them out of the calendar', async () => {
    const { booked, members, deps, ada, letters } = await aMonday();
    const [id = ''] = await booked([aChild(), aChild()]);
    await cancelAppointment(deps, { id, accountId: ada, wholeParty: true, key: key() });
    expect((await members(id)).every((each) => each.state === 'cancelled_by_citizen')).toBe(true);
    const sent = await letters();
    expect(sent).toHaveLength(3);
    expect(cancelledLetter(sent)?.content.calendar?.content).toContain('METHOD:CANCEL');
  });

  test('BK-14: the whole family moves, or nobody', async () => {
    const { booked, members, deps, ada, slot, letters } = await aMonday();
    const [id = ''] = await booked([aChild(), aChild()]);
    const tooLate = await moveAppointment(deps, { id, accountId: ada, slotId: slot(5), key: key() });
    expect(tooLate).toEqual({ ok: false, refusal: { code: 'full' } });
    expect((await members(id)).map((each) => each.startsAt.toString().slice(11, 16))).toEqual([
      '09:00',
      '09:00',
      '09:30',
    ]);
    expect(await moveAppointment(deps, { id, accountId: ada, slotId: slot(3), key: key() })).toMatchObject({
      ok: true,
    });
    expect((await members(id)).map((each) => each.startsAt.toString().slice(11, 16))).toEqual([
      '10:30',
      '10:30',
      '11:00',
    ]);
    expect(await letters()).toHaveLength(3);
  });

  test('BK-3: an unconfirmed family is released all together, and told once', async () => {
    const { book, clock, deps, letters, free, members } = await aMonday();
    const answer = await book([aChild(), aChild()]);
    clock.forward({ hours: 1 });
    expect(await lapseParties(deps)).toBe(1);
    expect(await lapseParties(deps)).toBe(0);
    expect((await members(answer.ok ? answer.value.id : '')).map((each) => each.state)).toEqual([
      'lapsed',
      'lapsed',
      'lapsed',
    ]);
    expect(await letters()).toHaveLength(2);
    clock.forward({ hours: 1 });
    await releaseFreedPlaces(deps);
    expect(await free()).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test('BK-11: a family is reminded once, not once a person', async () => {
    const { booked, clock, deps, letters } = await aMonday();
    await booked([aChild(), aChild()]);
    clock.set('2026-11-27T09:01:00Z');
    await remindParties(deps);
    await remindParties(deps);
    const reminders = (await letters()).filter((letter) => letter.subject.startsWith('Promemoria'));
    expect(reminders).toHaveLength(1);
  });

  test('BK-4: another person’s family is not found', async () => {
    const { booked, deps, bruno } = await aMonday();
    const [id = ''] = await booked([aChild()]);
    expect(await findOwnUnit(deps, bruno, id)).toBeUndefined();
    expect(await cancelAppointment(deps, { id, accountId: bruno, key: key() })).toMatchObject({
      refusal: { code: 'no_such_appointment' },
    });
  });
});
