import { describe, expect, test } from 'vitest';
import { Busy } from '../busy.ts';
import { keysFrom } from '../keys.ts';
import { isKnown, readDevice, remember } from './device-cookie.ts';
import { openPasswords } from './passwords.ts';
import { seal, unseal } from './secret-box.ts';
import { codeAt, drawSetUp, enrolmentSecret, stepOfCode } from './totp.ts';

const keys = keysFrom('a secret that only the tests know, long enough');
const cheap = { memoryCost: 64, timeCost: 1, atOnce: 2, mayWait: 3 };

describe('passwords', () => {
  test('ID-17: the same text in another Unicode form is the same password', async () => {
    const passwords = openPasswords(keys, cheap);
    const hashed = await passwords.hash('perche\u0301 no? ﬁne settimana');
    expect(await passwords.verify(hashed, 'perch\u00e9 no? fine settimana')).toBe(true);
    expect(await passwords.verify(hashed, 'perche no? fine settimana')).toBe(false);
    expect(await passwords.verifyNobody('whatever')).toBe(false);
  });

  test('ID-17: without the key of the installation a stolen hash cannot even be tried', async () => {
    const hashed = await openPasswords(keys, cheap).hash('tre gatti sul tetto rosso');
    const elsewhere = openPasswords(keysFrom('another secret, long enough for the purpose'), cheap);
    expect(await elsewhere.verify(hashed, 'tre gatti sul tetto rosso')).toBe(false);
  });

  test('ID-7: a rush waits in a bounded line, known browsers first, and the rest is told to come back', async () => {
    const passwords = openPasswords(keys, { ...cheap, atOnce: 1 });
    const order: string[] = [];
    const start = (name: string, urgency: 'known_browser' | 'unknown_browser') =>
      passwords.hash(name, urgency).then(() => order.push(name));
    const all = [
      start('first', 'unknown_browser'),
      start('stranger', 'unknown_browser'),
      start('other stranger', 'unknown_browser'),
      start('owner', 'known_browser'),
    ];
    await expect(passwords.hash('too late')).rejects.toBeInstanceOf(Busy);
    await Promise.all(all);
    expect(order).toEqual(['first', 'owner', 'stranger', 'other stranger']);
    expect(await passwords.hash('later')).toContain('$argon2id$');
  });
});

describe('known browsers', () => {
  test('ID-7: a browser is known to the people who signed in with it, and to nobody else', () => {
    const first = readDevice(remember(keys, undefined, 'ada'));
    const second = readDevice(remember(keys, first, 'bruno'));
    expect(isKnown(keys, second, 'ada')).toBe(true);
    expect(isKnown(keys, second, 'bruno')).toBe(true);
    expect(isKnown(keys, second, 'carla')).toBe(false);
    expect(isKnown(keys, readDevice(undefined), 'ada')).toBe(false);
  });

  test('ID-7: a forged cookie makes no browser known', () => {
    const nonce = keys.token();
    expect(isKnown(keys, readDevice(`${nonce}.${'a'.repeat(43)}`), 'ada')).toBe(false);
    const moved = remember(keys, undefined, 'ada').split('.')[1];
    expect(isKnown(keys, readDevice(`${nonce}.${moved}`), 'ada')).toBe(false);
  });
});

describe('second factor', () => {
  const at = Temporal.Instant.from('2026-11-24T09:00:10Z');
  const secret = enrolmentSecret(keys, 'link');

  test('ID-17: a code is good for its moment and a step of clock difference, and once', () => {
    const step = stepOfCode(secret, codeAt(secret, at), { at, after: 0 });
    expect(step).toBe(Math.floor(at.epochMilliseconds / 30_000));
    expect(stepOfCode(secret, codeAt(secret, at), { at: at.add({ seconds: 30 }), after: 0 })).toBe(step);
    expect(stepOfCode(secret, codeAt(secret, at), { at: at.add({ seconds: 90 }), after: 0 })).toBeUndefined();
    expect(stepOfCode(secret, codeAt(secret, at), { at, after: step ?? 0 })).toBeUndefined();
    for (const typed of ['------', '', '12345', '1234567'])
      expect(stepOfCode(secret, typed, { at, after: 0 })).toBeUndefined();
  });

  test('ID-17: each link has a secret of its own, shown as a picture', async () => {
    expect(enrolmentSecret(keys, 'link')).toBe(secret);
    expect(enrolmentSecret(keys, 'other link')).not.toBe(secret);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(await drawSetUp(secret, 'ada@example.org')).toMatch(/^data:image\/svg\+xml;base64,/);
  });

  test('ID-17: a sealed secret opens only for its own row', () => {
    const sealed = seal(keys, 'totp', 'ada', secret);
    expect(sealed).not.toContain(secret);
    expect(unseal(keys, 'totp', 'ada', sealed)).toBe(secret);
    expect(() => unseal(keys, 'totp', 'bruno', sealed)).toThrow();
  });
});
