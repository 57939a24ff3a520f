import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from './browser.ts';
import { meaningOfAddress } from './former-office.ts';
import { mayChangeOffice, mayReverse, type OfficeChange } from './office-change.ts';
import { opensNow, parseReentryCode, type ReentryState, reentryCodeFrom, spelled } from './reentry.ts';

const at = Temporal.Instant.from('2026-11-24T09:00:00Z');

describe('where a session is used', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'firefox',
      'windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'edge',
      'windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'safari',
      'ios',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/140.0 Mobile/15E148 Safari/604.1',
      'chrome',
      'ios',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
      'safari',
      'macos',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36',
      'samsung',
      'android',
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 16000.0.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
      'chrome',
      'chromeos',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 OPR/120.0',
      'opera',
      'linux',
    ],
    ['curl/8.0', 'other', 'other'],
  ])('ID-15: %s is said in plain words', (userAgent, browser, system) => {
    expect(placeOf(userAgent)).toEqual({ browser, system });
  });

  test('ID-15: whatever a browser says of itself, there is an answer', () => {
    fc.assert(fc.property(fc.string(), (raw) => Object.keys(placeOf(raw)).length === 2));
    expect(placeOf(undefined)).toEqual({ browser: 'other', system: 'other' });
  });
});

describe('changing office', () => {
  const change = (more: Partial<OfficeChange> = {}): OfficeChange => ({
    id: crypto.randomUUID(),
    accountId: 'ada',
    fromOfficeId: 'london',
    fromCountry: 'GB',
    fromPlace: 'London',
    toOfficeId: 'berne',
    toCountry: 'CH',
    toPlace: 'Bern',
    changedAt: at,
    reversedAt: null,
    ...more,
  });

  test('ID-9: once; the first office of all is no change, a reversed change has not been', () => {
    expect(mayChangeOffice([]).ok).toBe(true);
    expect(mayChangeOffice([change()]).ok).toBe(false);
    expect(mayChangeOffice([change({ fromOfficeId: null })]).ok).toBe(true);
    expect(mayChangeOffice([change({ reversedAt: at })]).ok).toBe(true);
    expect(mayChangeOffice([change({ reversedAt: at }), change()]).ok).toBe(false);
  });

  test('ID-9: an operator reverses the last change, while it holds, and once for a person', () => {
    const one = change();
    const holds = { changes: [one], currentOfficeId: 'berne' };
    expect(mayReverse(one, holds).ok).toBe(true);
    expect(mayReverse(one, { ...holds, currentOfficeId: 'zurich' })).toMatchObject({
      refusal: { code: 'moved_on' },
    });
    const later = change({ changedAt: at.add({ hours: 1 }), fromOfficeId: null });
    expect(mayReverse(one, { ...holds, changes: [later, one] })).toMatchObject({
      refusal: { code: 'moved_on' },
    });
    const reversed = change({ reversedAt: at, changedAt: at.subtract({ hours: 1 }) });
    expect(mayReverse(one, { ...holds, changes: [one, reversed] })).toMatchObject({
      refusal: { code: 'reversed_already' },
    });
  });

  test.each([
    [{ formerOfficeId: 'london', officeId: 'london', country: 'GB' }, 'change_of_address'],
    [{ formerOfficeId: 'london', officeId: 'manchester', country: 'GB' }, 'aire_registration'],
    [{ formerOfficeId: 'london', officeId: null, country: 'IT' }, 'return_to_italy'],
    [{ formerOfficeId: 'london', officeId: null, country: 'AD' }, undefined],
    [{ formerOfficeId: null, officeId: 'london', country: 'GB' }, undefined],
  ])('ID-9: after closing and registering anew, %o means %s', (account, meaning) => {
    expect(meaningOfAddress(account)).toBe(meaning);
  });
});

describe('the code from the counter', () => {
  const reentry = (state: ReentryState) => ({
    state,
    opensAt: at.add({ hours: 48 }),
    expiresAt: at.add({ hours: 336 }),
  });

  test('ID-18: it opens after two days, at once when confirmed, and never after its end', () => {
    expect(opensNow(reentry('issued'), at)).toBe('too_early');
    expect(opensNow(reentry('issued'), at.add({ hours: 48 }))).toBe('yes');
    expect(opensNow(reentry('confirmed'), at)).toBe('yes');
    for (const state of ['used', 'objected', 'replaced'] as const)
      expect(opensNow(reentry(state), at.add({ hours: 50 }))).toBe('no');
    expect(opensNow(reentry('confirmed'), at.add({ hours: 336 }))).toBe('no');
  });

  test('ID-18: however it is typed from the paper, it is the same code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const code = reentryCodeFrom(bytes);
        expect(parseReentryCode(spelled(code))).toBe(code);
        expect(parseReentryCode(` ${spelled(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
      }),
    );
    expect(parseReentryCode('AAAA-BBBB')).toBeUndefined();
    expect(parseReentryCode('IIII-OOOO-0000-1111-AAAA')).toBeUndefined();
  });
});
