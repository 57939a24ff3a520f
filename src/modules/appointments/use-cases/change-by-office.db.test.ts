import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import { offerToken } from '../domain/office-change.ts';
import { aChild, aClosure, anOpenService, aWindow, cancelByClerk, somePeople } from '../testing.ts';
import { acceptOffer, refuseOffer } from './answer-offer.ts';
import { bookParty } from './book-party.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { changeByOffice } from './change-by-office.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { seeDays, seeHours } from './see-availability.ts';
import { listDisplaced } from './see-displaced.ts';
import { findOwn, findOwnUnit } from './see-own.ts';
import { closeDays } from './set-up-agenda.ts';
import { lapseHolds, lapseParties, releaseFreedPlaces } from './sweep.ts';

const monday = civilDate('2026-11-30');
const officeId = 'manchester';
const passport = { officeId, serviceId: 'passport' };
const clerk = {
  as: { kind: 'official', officialId: 'c1', officeIds: [officeId] } as const,
  actor: { kind: 'official', id: 'c1' } as const,
  officeId,
};
const key = () => crypto.randomUUID();
const reason = { it: 'Sciopero dei trasporti', en: 'Transport strike' };

/** Monday with hours of two places; Ada alone, Bruno with two children, both firm. */
async function aFullMonday() {
  const clock = testClock('2026-11-24T09:00:00Z');
  const deps = await testDeps(clock);
  await anOpenService(deps, { windows: [aWindow({ desks: 2 })] });
  const hours = await seeHours(deps, { ...passport, day: monday });
  const [ada = '', bruno = '', carla = ''] = await somePeople(deps, 3);
  const book = async (accountId: string, children: number, slot = 0) => {
    const answer = await bookParty(deps, {
      ...passport,
      slotId: hours[slot]?.id ?? 0,
      accountId,
      withBooker: true,
      companions: Array.from({ length: children }, () => aChild()),
      notes: '',
      answers: {},
      key: key(),
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    const { id } = answer.value;
    await confirmAppointment(deps, { officeId, id, token: confirmationToken(deps.keys, { id }) });
    return id;
  };
  const letters = async (subject: RegExp) =>
    (
      await deps.store.owner.query<{
        account_id: string;
        subject: string;
        content: {
          paragraphs: string[];
          action: { url: string };
          calendar?: { method: string; content: string };
        };
      }>('select account_id, subject, content from notifications.message order by created_at, id')
    ).rows.filter((letter) => subject.test(letter.subject));
  const close = () =>
    closeDays(deps, { ...clerk, key: key() }, aClosure({ fromOn: monday, untilOn: monday }));
  const decide = (id: string, fromSlotId: number, toSlotId: number | null, change = {}) =>
    changeByOffice(deps, clerk, {
      id,
      fromSlotId,
      toSlotId,
      onlyThis: false,
      reason,
      answerHours: 72,
      key: key(),
      ...change,
    });
  const linkOf = async (accountId: string, id: string) => {
    const changeId = (await findOwn(deps, accountId, id))?.changeId ?? '';
    return { officeId, changeId, token: offerToken(deps.keys, changeId) };
  };
  const states = async (accountId: string, id: string) =>
    (await findOwnUnit(deps, accountId, id))?.unit.members.map((member) => member.state);
  return { clock, deps, hours, ada, bruno, carla, book, letters, close, decide, linkOf, states };
}

describe('a day is closed over appointments', () => {
  test('BK-16: the office sees everyone affected, each with another hour at which all of them fit', async () => {
    const { clock, deps, ada, bruno, book, close } = await aFullMonday();
    await book(ada, 0);
    clock.forward({ minutes: 1 });
    await book(bruno, 2);
    expect(await listDisplaced(deps, clerk)).toEqual([]);
    await close();
    const displaced = await listDisplaced(deps, clerk);
    expect(displaced.map((each) => each.members.length).toSorted((one, other) => one - other)).toEqual([
      1, 3,
    ]);
    expect(displaced.map((each) => each.alternatives[0]?.startsAt.toString())).toEqual([
      '2026-12-07T09:00:00Z',
      '2026-12-07T09:00:00Z',
    ]);
  });

  test('BK-16: nobody else can book on it, and what is given back does not come back', async () => {
    const { clock, deps, ada, book, close } = await aFullMonday();
    const id = await book(ada, 0);
    await close();
    await cancelAppointment(deps, { id, accountId: ada, key: key() });
    clock.forward({ hours: 2 });
    await releaseFreedPlaces(deps);
    expect(await seeHours(deps, { ...passport, day: monday })).toEqual([]);
    const seen = await seeDays(deps, { ...passport, from: monday, until: monday });
    expect(seen?.days[0]?.status.kind).toBe('closed');
    expect(await listDisplaced(deps, clerk)).toEqual([]);
  });

  test('BK-16: who booked last goes first where there are fewer desks', async () => {
    const { clock, deps, ada, bruno, book } = await aFullMonday();
    await book(ada, 0);
    clock.forward({ minutes: 1 });
    const late = await book(bruno, 0);
    await closeDays(deps, { ...clerk, key: key() }, aClosure({ fromOn: monday, untilOn: monday, desks: 1 }));
    expect((await listDisplaced(deps, clerk)).map((each) => each.id)).toEqual([late]);
  });
});

describe('another time is offered', () => {
  test('BK-16: it is held for them, one letter gives the reason, and who agrees has it', async () => {
    const { deps, bruno, book, close, decide, linkOf, letters, states } = await aFullMonday();
    const id = await book(bruno, 2);
    await close();
    const [displaced] = await listDisplaced(deps, clerk);
    const to = displaced?.proposed ?? 0;
    expect(await decide(id, displaced?.slotId ?? 0, to)).toEqual({ ok: true, value: { kind: 'offered' } });
    expect(await states(bruno, id)).toEqual(['held', 'held', 'held']);
    expect(await listDisplaced(deps, clerk)).toEqual([]);

    const offers = await letters(/propone un’altra data/);
    expect(offers).toHaveLength(1);
    expect(JSON.stringify(offers)).toContain('Sciopero dei trasporti');
    expect(offers[0]?.content.calendar?.method).toBe('CANCEL');

    expect(await acceptOffer(deps, await linkOf(bruno, id))).toMatchObject({ ok: true });
    expect(await acceptOffer(deps, await linkOf(bruno, id))).toMatchObject({ ok: true });
    expect(await states(bruno, id)).toEqual(['booked', 'booked', 'booked']);
    expect((await findOwn(deps, bruno, id))?.startsAt.toString()).toBe('2026-12-07T09:00:00Z');
    expect(await letters(/Appuntamento confermato/)).toHaveLength(2);
  });

  test('BK-16: an old confirmation link agrees to nothing', async () => {
    const { deps, ada, book, hours, decide, states } = await aFullMonday();
    const id = await book(ada, 0);
    await decide(id, hours[0]?.id ?? 0, hours[4]?.id ?? 0);
    const link = { officeId, id, token: confirmationToken(deps.keys, { id }) };
    expect(await confirmAppointment(deps, link)).toEqual({
      ok: false,
      refusal: { code: 'other_time_offered' },
    });
    expect(await states(ada, id)).toEqual(['held']);
  });

  test('BK-16: who refuses, or does not answer, chooses anew before others, once', async () => {
    const { clock, deps, ada, bruno, book, hours, decide, linkOf, letters, states } = await aFullMonday();
    const refusing = await book(ada, 0);
    const silent = await book(bruno, 1);
    await decide(refusing, hours[0]?.id ?? 0, hours[4]?.id ?? 0);
    await decide(silent, (await findOwn(deps, bruno, silent))?.slotId ?? 0, hours[5]?.id ?? 0);
    expect(await refuseOffer(deps, await linkOf(ada, refusing))).toMatchObject({ ok: true });
    expect(await refuseOffer(deps, await linkOf(ada, refusing))).toMatchObject({ ok: true });
    expect(await states(ada, refusing)).toEqual(['cancelled_by_office']);
    clock.forward({ hours: 72 });
    await lapseHolds(deps);
    await lapseParties(deps);
    expect(await states(bruno, silent)).toEqual(['lapsed', 'lapsed']);
    expect(await letters(/Hai rifiutato/)).toHaveLength(1);
    const lapsed = await letters(/Posto non confermato/);
    expect(lapsed).toHaveLength(1);
    expect(lapsed[0]?.content.action.url).toContain('?priority=');

    const { changeId } = await linkOf(ada, refusing);
    await deps.store.owner.query(
      `update appointments.slot set published_at = '2026-12-05T00:00:00Z' where day = '2026-12-07'`,
    );
    const later = civilDate('2026-12-07');
    expect(await seeHours(deps, { ...passport, day: later })).toEqual([]);
    const [first] = await seeHours(deps, { ...passport, day: later, priority: true });
    const choose = (accountId: string) =>
      bookParty(deps, {
        ...passport,
        slotId: first?.id ?? 0,
        accountId,
        withBooker: true,
        companions: [],
        notes: '',
        answers: {},
        priorityId: changeId,
        key: key(),
      });
    expect(await choose(bruno)).toMatchObject({ ok: false });
    const chosen = await choose(ada);
    expect(chosen).toMatchObject({ ok: true });
    await cancelAppointment(deps, { id: chosen.ok ? chosen.value.id : '', accountId: ada, key: key() });
    expect(await choose(ada)).toMatchObject({ ok: false });
  });

  test('BK-16: places that went in the meantime are not offered twice', async () => {
    const { deps, ada, bruno, carla, book, hours, decide, states } = await aFullMonday();
    const id = await book(ada, 0);
    await book(bruno, 1, 4);
    await book(carla, 1, 5);
    expect(await decide(id, hours[0]?.id ?? 0, hours[4]?.id ?? 0)).toEqual({
      ok: false,
      refusal: { code: 'full' },
    });
    expect(await states(ada, id)).toEqual(['booked']);
    expect(await deps.store.owner.query('select 1 from appointments.office_change')).toMatchObject({
      rows: [],
    });
  });
});

describe('the office cancels', () => {
  test('BK-16: with an apology, the reason, and the way to choose anew; a second click tells nobody twice', async () => {
    const { ada, book, hours, decide, letters, states } = await aFullMonday();
    const id = await book(ada, 0);
    const from = hours[0]?.id ?? 0;
    expect(await decide(id, from, null)).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(await decide(id, from, null)).toEqual({ ok: false, refusal: { code: 'not_now' } });
    expect(await states(ada, id)).toEqual(['cancelled_by_office']);
    const sent = await letters(/Appuntamento annullato/);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.content.paragraphs.join(' ')).toContain('Ci dispiace');
    expect(sent[0]?.content.action.url).toContain('priority=');
    expect(sent[0]?.content.calendar?.method).toBe('CANCEL');
  });

  test('BK-14 BK-16: one member of a family alone; the others stay in the calendar', async () => {
    const { bruno, book, deps, letters, states } = await aFullMonday();
    const id = await book(bruno, 2);
    const child = (await findOwnUnit(deps, bruno, id))?.unit.members[1]?.id ?? '';
    expect(await cancelByClerk(deps, clerk, child)).toMatchObject({ ok: true });
    expect(await states(bruno, id)).toEqual(['booked', 'cancelled_by_office', 'booked']);
    const [sent] = await letters(/Appuntamento annullato/);
    expect(sent?.content.calendar?.method).toBe('REQUEST');
  });

  test('BO-1: an official of another office changes nothing', async () => {
    const { deps, ada, book, states } = await aFullMonday();
    const id = await book(ada, 0);
    const stranger = { ...clerk, as: { ...clerk.as, officeIds: ['melbourne'] } };
    expect(await cancelByClerk(deps, stranger, id)).toMatchObject({
      refusal: { code: 'no_such_appointment' },
    });
    expect(await states(ada, id)).toEqual(['booked']);
  });
});
