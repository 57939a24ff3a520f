import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysFrom } from '#platform/keys.ts';
import { appointmentLifecycle } from './appointment-lifecycle.ts';
import { mayEnter } from './arrival.ts';
import { entryCode, entryUrl, readPresented } from './entry-code.ts';

const keys = keysFrom('a secret that only the tests know, long enough');
const publicUrl = 'https://sportello.example';
const id = '0b6f2f0e-5a0a-4a53-9d0b-0e1f6f6f2a11';

describe('the code to get in', () => {
  test('BK-8: the address that is scanned, or the code alone, leads to the appointment', () => {
    const appointment = { officeId: 'manchester', id };
    expect(readPresented(keys, entryUrl({ keys, publicUrl }, appointment))).toEqual({
      kind: 'code',
      id,
      officeId: 'manchester',
    });
    expect(readPresented(keys, ` ${entryCode(keys, appointment)} `)).toEqual({
      kind: 'code',
      id,
      officeId: undefined,
    });
  });

  test('BK-8: nobody makes one without our key, and no sign of one can change', () => {
    const other = keysFrom('another secret that is long enough as well');
    expect(readPresented(keys, entryCode(other, { id }))).toEqual({ kind: 'forged' });
    const code = entryCode(keys, { id });
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom(...Array.from('0123456789abcdefXYZ_-')), (at, sign) => {
        const changed = code.slice(0, at) + sign + code.slice(at + 1);
        if (changed === code) return;
        expect(readPresented(keys, changed).kind).not.toBe('code');
      }),
    );
  });

  test('BK-8: a code cut in half is not taken for a name', () => {
    const code = entryCode(keys, { id });
    expect(readPresented(keys, code.slice(0, 60)).kind).toBe('forged');
    expect(
      readPresented(keys, `${publicUrl}/desk/offices/rome/arrivals?code=${code.slice(0, 50)}`).kind,
    ).toBe('forged');
  });

  test('BK-13: whatever else is typed is the short code or a name', () => {
    for (const text of ['0B6F2F0E', 'Ada Prova', 'D’Amico', 'Žižić'])
      expect(readPresented(keys, text)).toEqual({ kind: 'words', text });
  });
});

describe('who may enter', () => {
  const zone = 'Europe/London';
  const now = Temporal.Instant.from('2026-11-30T08:50:00Z');
  const at = (startsAt: string, state: (typeof appointmentLifecycle.states)[number] = 'booked') => ({
    startsAt: Temporal.Instant.from(startsAt),
    state,
  });

  test('BK-8: the day is the office’s, whatever the hour', () => {
    expect(mayEnter(at('2026-11-30T09:00:00Z'), { now, zone })).toBeUndefined();
    expect(mayEnter(at('2026-11-30T23:30:00Z'), { now, zone })).toBeUndefined();
    expect(mayEnter(at('2026-12-01T09:00:00Z'), { now, zone })).toEqual({
      code: 'other_day',
      day: '2026-12-01',
    });
    expect(mayEnter(at('2026-11-30T15:00:00Z'), { now, zone: 'Australia/Melbourne' })?.code).toBe(
      'other_day',
    );
  });

  test('BK-13: only from a state from which one arrives, and a cancelled one is called cancelled on any day', () => {
    for (const state of appointmentLifecycle.states) {
      const expected = appointmentLifecycle.allows(state, 'check_in') ? undefined : { code: 'state', state };
      expect(mayEnter(at('2026-11-30T09:00:00Z', state), { now, zone })).toEqual(expected);
    }
    expect(mayEnter(at('2026-12-24T09:00:00Z', 'cancelled_by_office'), { now, zone })).toEqual({
      code: 'state',
      state: 'cancelled_by_office',
    });
  });
});
