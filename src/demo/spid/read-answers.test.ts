import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeSigningKey } from '#platform/spid/certificate.ts';
import { parseErrorCode, personErrors, protocolErrors } from '#platform/spid/error-codes.ts';
import { type Expected, outlineOf, readResponse } from '#platform/spid/read-response.ts';
import { isReadAlike } from '#platform/spid/second-reader.ts';
import type { SigningKey } from '#platform/spid/sign.ts';
import { instantText } from '#platform/spid/xml.ts';
import { type Answer, type Asked, decliningAnswer, honestAnswer, writeAnswer } from './answers.ts';
import { type Forger, forgeries } from './forgeries.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:30Z');
const askedAt = Temporal.Instant.from('2026-11-24T09:00:00.700Z');
const ada = { givenName: 'Ada', familyName: 'Prova', bornOn: '1980-01-01', taxCode: 'PRVDAA80A41H501X' };
const victim = { givenName: 'Elsa', familyName: 'Finta', bornOn: '1970-02-02', taxCode: 'FNTLSE70B42H501Y' };

let forger: Forger;
let expected: Expected;
let nextKey: SigningKey;

beforeAll(async () => {
  const named = { organization: 'Gestore', ipaCode: 'prova', locality: 'Roma' };
  const [key, strangeKey, other] = await Promise.all([
    makeSigningKey({ ...named, entityId: 'https://gestore.example' }, now),
    makeSigningKey({ ...named, entityId: 'https://gestore.example' }, now),
    makeSigningKey({ ...named, entityId: 'https://gestore.example' }, now),
  ]);
  nextKey = other;
  const asked: Asked = {
    requestId: '_request',
    issuer: 'https://sportello.example',
    consumerUrl: 'https://sportello.example/spid/acs',
    providerId: 'https://gestore.example',
    level: 2,
    at: now,
    key,
  };
  forger = { asked, person: ada, victim, strangeKey };
  expected = {
    requestId: asked.requestId,
    requestedAt: askedAt,
    level: 2,
    providerId: asked.providerId,
    certificates: [key.certificate],
    entityId: asked.issuer,
    consumerUrl: asked.consumerUrl,
  };
});

const answer = (alter: (answer: Answer) => void = () => {}): string => {
  const honest = honestAnswer(forger.asked, ada);
  alter(honest);
  return writeAnswer(honest);
};

describe('wrong answers of an identity provider', () => {
  test('ID-12: there are more than sixty of them', () => {
    expect(Object.keys(forgeries).length).toBeGreaterThan(100);
  });

  test.each(Object.keys(forgeries))('ID-12: refused: %s', (name) => {
    const reading = readResponse(forgeries[name]?.(forger) ?? '', expected, now);
    expect(reading.kind).toBe('refused');
  });

  test('ID-12: the reason is the one that was forged, not a chance', () => {
    const faultOf = (name: string) => readResponse(forgeries[name]?.(forger) ?? '', expected, now);
    const faults = {
      'response-without-destination': 'destination',
      'response-before-the-request': 'issue_instant',
      'assertion-issuer-without-format': 'issuer',
      'name-id-without-qualifier': 'subject',
      'for-another-recipient': 'recipient',
      'for-another-audience': 'audience',
      'conditions-over': 'conditions',
      'of-a-lower-level': 'level',
      'without-tax-code': 'attributes',
      'signed-by-a-stranger': 'signature',
      'one-letter-changed': 'signature',
      'wrapped-signed-inside-evil': 'structure',
      'reading-a-file': 'unreadable',
    };
    for (const [name, fault] of Object.entries(faults)) {
      expect(faultOf(name), name).toEqual({ kind: 'refused', fault });
    }
  });

  test('ID-12: an answer that was good is good no more when it comes late', () => {
    expect(readResponse(answer(), expected, now.add({ minutes: 5 })).kind).toBe('refused');
    expect(readResponse(answer(), expected, now.add({ minutes: 4 })).kind).toBe('vouched');
  });

  test('ID-12: an answer to another request, of another provider or for another service is nothing here', () => {
    const text = answer();
    for (const other of [
      { requestId: '_other' },
      { providerId: 'https://altro.example' },
      { entityId: 'https://altro.example' },
      { consumerUrl: 'https://altro.example/spid/acs' },
      { level: 3 as const },
      { certificates: [forger.strangeKey.certificate] },
      { requestedAt: now.add({ minutes: 1 }) },
    ]) {
      expect(readResponse(text, { ...expected, ...other }, now).kind, JSON.stringify(other)).toBe('refused');
    }
  });
});

describe('right answers of an identity provider', () => {
  const variations: Record<string, (answer: Answer) => void> = {
    'both signed': () => {},
    'only the assertion signed': (it) => {
      it.sign = 'assertion';
    },
    'the issuer of the response without a format': (it) => {
      it.response.issuerFormat = undefined;
    },
    'instants with milliseconds': (it) => {
      it.response.issueInstant = '2026-11-24T09:00:30.123Z';
      if (it.assertion) it.assertion.issueInstant = '2026-11-24T09:00:30.123Z';
    },
    'in the second of the request': (it) => {
      it.response.issueInstant = instantText(askedAt);
      if (it.assertion) it.assertion.issueInstant = instantText(askedAt);
    },
    'a clock that is a little fast': (it) => {
      it.response.issueInstant = instantText(now.add({ seconds: 8 }));
      if (it.assertion) it.assertion.notBefore = instantText(now.add({ seconds: 8 }));
    },
    'a higher level than asked': (it) => {
      if (it.assertion) it.assertion.level = 'https://www.spid.gov.it/SpidL3';
    },
    'no session index': (it) => {
      if (it.assertion) it.assertion.sessionIndex = undefined;
    },
    'more attributes than asked': (it) => {
      if (it.assertion?.attributes) it.assertion.attributes['spidCode'] = 'PROV0123456789';
    },
    'names with accents and signs': (it) => {
      if (it.assertion?.attributes) it.assertion.attributes['familyName'] = "D'Amicò & <Figli>";
    },
  };

  test.each(Object.keys(variations))('ID-12: believed: %s', async (name) => {
    const text = answer(variations[name]);
    const reading = readResponse(text, expected, now);
    expect(reading.kind).toBe('vouched');
    if (reading.kind !== 'vouched') return;
    expect(reading.vouched.attributes['fiscalNumber']).toBe(`TINIT-${ada.taxCode}`);
    expect(await isReadAlike(Buffer.from(text).toString('base64'), expected, reading.vouched)).toBe(true);
  });

  test('ID-12: a comment inside what is signed neither hurts nor cuts a value off', () => {
    const text = answer().replace(ada.taxCode, `PRVDAA80<!-- -->${ada.taxCode.slice(8)}`);
    const reading = readResponse(text, expected, now);
    // Canonical form has no comments: signed is the whole value, and the whole value is read.
    expect(reading).toMatchObject({
      kind: 'vouched',
      vouched: { attributes: { fiscalNumber: `TINIT-${ada.taxCode}` } },
    });
  });

  test('ID-12: a provider that changes its key is believed with the old and the new one', () => {
    const both = { ...expected, certificates: [nextKey.certificate, forger.asked.key.certificate] };
    expect(readResponse(answer(), both, now).kind).toBe('vouched');
    expect(
      readResponse(
        answer((it) => {
          it.key = nextKey;
        }),
        both,
        now,
      ).kind,
    ).toBe('vouched');
  });

  test('ID-12: two readers have to agree on who it is', async () => {
    const text = answer();
    const reading = readResponse(text, expected, now);
    if (reading.kind !== 'vouched') throw new Error('An honest answer is refused');
    const other = {
      ...reading.vouched,
      attributes: { ...reading.vouched.attributes, fiscalNumber: 'TINIT-X' },
    };
    expect(await isReadAlike(Buffer.from(text).toString('base64'), expected, other)).toBe(false);
    const strange = { ...expected, certificates: [forger.strangeKey.certificate] };
    expect(await isReadAlike(Buffer.from(text).toString('base64'), strange, reading.vouched)).toBe(false);
  });
});

describe('a provider that declines', () => {
  test.each([...personErrors, ...protocolErrors])('ID-12: its reason is understood: nr%d', (error) => {
    const text = writeAnswer(decliningAnswer(forger.asked, error));
    expect(readResponse(text, expected, now)).toEqual({ kind: 'declined', error });
  });

  test('ID-12: a reason that nobody knows is one without a number', () => {
    const text = writeAnswer(decliningAnswer(forger.asked, 24));
    expect(readResponse(text, expected, now)).toEqual({ kind: 'declined', error: undefined });
    expect(parseErrorCode('ErrorCode nr99')).toBeUndefined();
  });

  test('ID-12: what a stranger signs does not decline anything', () => {
    const forged = { ...decliningAnswer(forger.asked, 25), key: forger.strangeKey };
    expect(readResponse(writeAnswer(forged), expected, now)).toEqual({ kind: 'refused', fault: 'signature' });
  });
});

describe('the outside of an answer', () => {
  test('ID-12: the register learns what the message says of itself', () => {
    const outline = outlineOf(answer());
    expect(outline).toMatchObject({
      inResponseTo: '_request',
      issuer: 'https://gestore.example',
      subjectNameQualifier: 'https://gestore.example',
      issueInstant: '2026-11-24T09:00:30Z',
    });
    expect(outline?.assertionId).toMatch(/^_/);
    expect(outlineOf(readFileSync(import.meta.filename, 'utf8'))).toBeUndefined();
  });
});
