import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64Url } from './base64url.ts';
import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts';
import { checkOffline } from './check-offline.ts';
import { makeCode, printedCode, readCode } from './code.ts';
import { type Credential, qrText, writeCredential } from './credential.ts';
import { type KeyList, packSerials, readSignedList, unpackSerials } from './lists.ts';
import { highestSeen, newestOf, remember } from './newest-list.ts';
import { reasons } from './verdict.ts';
import { withoutDer, writeSignedList } from './write-list.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
const now = Date.parse('2026-11-25T10:00:00Z');
const today = Math.floor(now / 86_400_000);
const keyId = 'abcdef0123456789';
const dates = { number: 7, issued_at: '2026-11-25T09:00:00Z', next_update: '2026-11-26T09:00:00Z' };
const keys: KeyList = {
  ...dates,
  items: [
    {
      key_id: keyId,
      x,
      y,
      signs_from: '2026-11-01T00:00:00Z',
      signs_until: '2026-12-31T00:00:00Z',
      withdrawn_at: null,
    },
  ],
};
const none = { ...dates, revoked: packSerials([]) };

const signRaw = async (bytes: Uint8Array) =>
  sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });

async function aCode(over: Partial<Credential> = {}, key = keyId): Promise<string> {
  const credential = {
    code: makeCode(new Uint8Array(10).fill(7)),
    serial: 42,
    kind: 'residence',
    number: '2026/000123',
    issuedOn: today - 1,
    validUntil: today + 89,
    holder: 'A.P. 1984',
    ...over,
  };
  return qrText(
    'Emesso da ANPR',
    'https://sportello.example',
    await writeCredential(credential, key, signRaw),
  );
}

describe('CE-6: a QR code checked without network', () => {
  test('is readable by any scanner: who issued it, and an address that tells nobody what it holds', async () => {
    expect(await aCode()).toMatch(/^Emesso da ANPR\nhttps:\/\/sportello\.example\/v#[\w-]{200,320}$/);
  });

  test('of a good document is valid, with what stands on the paper', async () => {
    const checked = await checkOffline(await aCode({ claims: [['of_age']] }), {
      keys,
      revocations: none,
      now,
    });
    expect(checked).toMatchObject({
      reason: 'holds',
      credential: { holder: 'A.P. 1984', claims: [['of_age']] },
    });
  });

  test('counts to the end of its last day in Rome', async () => {
    const last = await aCode({ issuedOn: today - 20, validUntil: today });
    const at = (time: string) => ({ keys, revocations: none, now: Date.parse(time) });
    expect((await checkOffline(last, at('2026-11-25T22:59:00Z'))).reason).toBe('holds');
    expect((await checkOffline(last, at('2026-11-25T23:01:00Z'))).reason).toBe('past_validity');
  });

  test('that was revoked is revoked, and so is one of a withdrawn key', async () => {
    const revocations = { ...dates, revoked: packSerials([3, 42, 99_000]) };
    expect((await checkOffline(await aCode(), { keys, revocations, now })).reason).toBe('withdrawn');
    const [key] = keys.items;
    const items = key === undefined ? [] : [{ ...key, withdrawn_at: '2026-11-24T00:00:00Z' }];
    const withdrawn = { keys: { ...keys, items }, revocations: none, now };
    expect((await checkOffline(await aCode(), withdrawn)).reason).toBe('key_withdrawn');
  });

  test('says that it cannot tell where the lists are missing or too old', async () => {
    const late = now + 2 * 86_400_000;
    expect((await checkOffline(await aCode(), { keys: undefined, revocations: none, now })).reason).toBe(
      'no_lists',
    );
    expect((await checkOffline(await aCode(), { keys, revocations: undefined, now })).reason).toBe(
      'no_lists',
    );
    expect((await checkOffline(await aCode(), { keys, revocations: none, now: late })).reason).toBe(
      'old_lists',
    );
    const unknownKey = await aCode({}, '0000000000000000');
    expect((await checkOffline(unknownKey, { keys, revocations: none, now: late })).reason).toBe('old_lists');
  });

  test('takes no list that is older than one that the device has seen, whatever it says', async () => {
    const good = await aCode();
    const check = async (seen: { keys?: number; revocations?: number }, text = good) =>
      checkOffline(text, {
        keys,
        revocations: none,
        seen: { keys: seen.keys, revocations: seen.revocations },
        now,
      });
    expect((await check({})).reason).toBe('holds');
    expect((await check({ keys: 7, revocations: 7 })).reason).toBe('holds');
    expect((await check({ revocations: 8 })).reason).toBe('lists_put_back');
    expect((await check({ keys: 8 })).reason).toBe('lists_put_back');
    const unknownKey = await aCode({}, '0000000000000000');
    expect((await check({ keys: 8 }, unknownKey)).reason).toBe('lists_put_back');
    // What a list says against a document is true of an older one, too.
    const revocations = { ...dates, revoked: packSerials([42]) };
    const seen = { keys: 8, revocations: 8 };
    expect((await checkOffline(good, { keys, revocations, seen, now })).reason).toBe('withdrawn');
  });

  test('the device remembers the highest number, takes the newest list, and says where it cannot', () => {
    const kept = new Map<string, string>();
    const memory = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    };
    expect(highestSeen(memory, 'list')).toBeUndefined();
    for (const [number, highest] of [
      [5, 5],
      [3, 5],
      [9, 9],
    ] as const) {
      expect(remember(memory, 'list', number)).toBe(true);
      expect(highestSeen(memory, 'list')).toBe(highest);
    }
    kept.set('list', 'broken');
    expect(highestSeen(memory, 'list')).toBeUndefined();
    const forbidden = {
      getItem: () => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('forbidden');
      },
    };
    expect(highestSeen(forbidden, 'list')).toBeUndefined();
    expect(remember(forbidden, 'list', 5)).toBe(false);
    expect(remember(undefined, 'list', 5)).toBe(false);
    expect(newestOf([{ number: 3 }, undefined, { number: 5 }])).toEqual({ number: 5 });
    expect(newestOf([undefined, undefined])).toBeUndefined();
  });

  test('of a key that we do not know, or did not use then, is not ours', async () => {
    const known = { keys, revocations: none, now };
    expect((await checkOffline(await aCode({}, '0000000000000000'), known)).reason).toBe('not_ours');
    expect((await checkOffline(await aCode({ issuedOn: today - 60 }), known)).reason).toBe('not_ours');
    expect((await checkOffline('https://example.org/altro', known)).reason).toBe('not_ours');
    expect((await checkOffline('https://sportello.example/v#rovinato', known)).reason).toBe('damaged');
  });

  test('shows nothing of what was made up', async () => {
    const text = await aCode();
    const broken = `${text.slice(0, -4)}AAAA`;
    const checked = await checkOffline(broken, { keys, revocations: none, now });
    expect(checked.credential).toBeUndefined();
    expect(reasons[checked.reason]).toBe('altered');
  });

  test('does not bear one changed character: all of a thousand are found', async () => {
    const text = await aCode();
    const start = text.indexOf('#') + 1;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    let state = 7;
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 1000; round += 1) {
      const at = start + next(text.length - start);
      const sign = alphabet[next(64)] ?? 'A';
      if (text[at] === sign) continue;
      const altered = text.slice(0, at) + sign + text.slice(at + 1);
      const { reason } = await checkOffline(altered, { keys, revocations: none, now });
      expect(reason, `${at}: ${sign}`).not.toBe('holds');
    }
  });
});

describe('CE-6: the lists', () => {
  test('hold ten thousand revoked documents in little room', () => {
    const serials = Array.from({ length: 10_000 }, (_, index) => index * 97 + (index % 13));
    const packed = packSerials(serials);
    expect(packed.length).toBeLessThan(25_000);
    expect([...(unpackSerials(packed) ?? [])]).toEqual(serials);
    expect(unpackSerials('€')).toBeUndefined();
    expect(unpackSerials(toBase64Url(new Uint8Array([0x80])))).toBeUndefined();
  });

  test('are believed only with the signature of a key that is not withdrawn', async () => {
    const jws = await writeSignedList(none, { kid: keyId }, signRaw);
    expect(await readSignedList(jws, keys.items)).toEqual(none);
    expect(await readSignedList(jws, [])).toBeUndefined();
    const [head = '', , signature = ''] = jws.split('.');
    const forged = Buffer.from(JSON.stringify({ ...none, revoked: 'AQ' })).toString('base64url');
    expect(await readSignedList(`${head}.${forged}.${signature}`, keys.items)).toBeUndefined();
    expect(await readSignedList('sciocchezze', keys.items)).toBeUndefined();
  });

  test('signatures lose their wrapping without losing a byte', async () => {
    for (let round = 0; round < 50; round += 1) {
      const wrapped = sign('sha256', Buffer.from(String(round)), privateKey);
      expect(withoutDer(wrapped)).toHaveLength(64);
    }
  });
});

describe('CE-6: the verification code', () => {
  const codes = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(makeCode);
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

  test('is read as people type it', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const printed = printedCode(code);
        expect(printed).toMatch(/^[0-9A-Z]{6}-[0-9A-Z]{6}-[0-9A-Z]{6}$/);
        expect(readCode(printed)).toBe(code);
        expect(readCode(` ${printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `)).toBe(code);
      }),
    );
  });

  test('with one wrong character, or two that changed places, is a slip and not another document', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...alphabet.split('')), (code, at, sign) => {
        const signs = Array.from(printedCode(code).replaceAll('-', ''));
        fc.pre(signs[at] !== sign);
        const wrong = signs.with(at, sign);
        expect(readCode(wrong.join(''))).toBeUndefined();
        const [one, two] = [signs[at % 17] ?? '', signs[(at % 17) + 1] ?? ''];
        if (one !== two)
          expect(
            readCode(
              signs
                .with(at % 17, two)
                .with((at % 17) + 1, one)
                .join(''),
            ),
          ).toBeUndefined();
      }),
    );
  });
});

describe('the encoding', () => {
  test('has one spelling for each value', () => {
    const value = new Map<number, Cbor>([
      [1, 'testo'],
      [2, 70_000],
      [3, -7],
    ]);
    expect(decodeCbor(encodeCbor(value))).toEqual(value);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const read = decodeCbor(bytes);
        if (read !== undefined) expect(encodeCbor(read)).toEqual(bytes);
      }),
    );
    expect(decodeCbor(new Uint8Array([0x18, 0x05]))).toBeUndefined();
  });
});
