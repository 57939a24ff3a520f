import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, civilDate, dayAt } from '#kernel/civil-date.ts';
import { refused } from '#kernel/outcome.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { qrSvg } from '#platform/pdf/qr.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { checkOffline } from '#platform/qr-credential/check-offline.ts';
import { type KeyList, type RevocationList, readSignedList } from '#platform/qr-credential/lists.ts';
import { testApp, testFilesDir } from '#tests/support/app.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { testSealing } from '#tests/support/sealing.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import type { SealedDocument } from '../domain/verification.ts';
import { currentCodeKey, renewCodeKeys } from '../use-cases/code-keys.ts';
import { distrustByCommand } from '../use-cases/distrust-key.ts';
import { revokeDistrusted } from '../use-cases/follow-distrust.ts';
import { codeOf, qrFor, registerSealed, reserveSealed } from '../use-cases/register-sealed.ts';
import { revokeSealed } from '../use-cases/revoke-sealed.ts';
import type { SealedDeps } from '../use-cases/sealed-deps.ts';

const as = { kind: 'system', task: 'test' } as const;
const actor = { kind: 'system', id: 'test' } as const;
const clock = testClock();
const today = () => dayAt(clock.now(), 'Europe/Rome');
let app: FastifyInstance;
let deps: SealedDeps & { readonly store: Awaited<ReturnType<typeof testDeps>>['store'] };

beforeAll(async () => {
  const { sealing } = await testSealing();
  deps = { ...(await testDeps(clock)), sealing, files: openFileStore(testFilesDir) };
  app = await testApp(deps);
});
afterAll(() => app.close());

interface Paper {
  readonly document: SealedDocument;
  readonly pdf: Buffer;
  readonly qr: string;
}

async function aPaper(over: { validUntil?: string; kind?: 'certificate' | 'proof' } = {}): Promise<Paper> {
  const key = await currentCodeKey(deps);
  const document = await deps.db.transaction(as, (tx) =>
    reserveSealed(deps, tx, key, {
      id: crypto.randomUUID(),
      kind: over.kind ?? 'certificate',
      subject: 'residence',
      number: '2026/000123',
      holder: 'A.P. 1980',
      claims: [],
      officeId: null,
      accountId: null,
      issuedOn: today(),
      validUntil: over.validUntil === undefined ? addDays(today(), 90) : civilDate(over.validUntil),
    }),
  );
  const qr = await qrFor(deps, document, key);
  const plain = await renderPdf({
    template: join(import.meta.dirname, '../../../platform/pdf/sample.testing.typ'),
    lang: 'it',
    title: codeOf(document),
    sender: 'Prova',
    at: clock.now(),
    images: { code: await qrSvg(qr) },
    data: { title: 'R', facts: [], tableTitle: 'D', head: ['a'], rows: [['b']], text: 't', codeAlt: 'c' },
  });
  const pdf = await deps.sealing.sealPdf(plain, { reason: 'Prova', location: 'Roma', at: clock.now() });
  await deps.db.transaction(as, (tx) => registerSealed(deps, tx, { id: document.id, pdf }));
  return { document, pdf, qr };
}

const check = async (question: Record<string, unknown>) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/document-verifications',
    payload: question,
  });
  return answer.json<{ word: string; reason: string; document: { holder: string } | null; code?: string }>();
};
const inFile = (pdf: Uint8Array) => check({ content: Buffer.from(pdf).toString('base64') });

describe('CE-6: anybody checks a document', () => {
  test('by its file, its code and what a scanner has read: valid, with what stands on the paper', async () => {
    const { document, pdf, qr } = await aPaper();
    for (const answer of [
      await inFile(pdf),
      await check({ code: codeOf(document) }),
      await check({ scanned: qr }),
    ]) {
      expect(answer).toMatchObject({ word: 'valid', document: { holder: 'A.P. 1980' } });
    }
  });

  test('a paper that was only reserved does not exist', async () => {
    const key = await currentCodeKey(deps);
    const reserved = await deps.db.transaction(as, (tx) =>
      reserveSealed(deps, tx, key, {
        id: crypto.randomUUID(),
        kind: 'certificate',
        subject: 'birth',
        number: null,
        holder: 'B.E. 1979',
        claims: [],
        officeId: null,
        accountId: null,
        issuedOn: civilDate('2026-11-24'),
        validUntil: civilDate('2027-02-24'),
      }),
    );
    expect(await check({ code: codeOf(reserved) })).toMatchObject({
      word: 'unknown',
      reason: 'not_in_register',
    });
  });

  test('expired, revoked, altered and unknown are told apart', async () => {
    const old = await aPaper({ validUntil: '2026-11-24' });
    const { document, pdf } = await aPaper();
    clock.forward({ hours: 30 });
    expect(await inFile(old.pdf)).toMatchObject({ word: 'expired', reason: 'past_validity' });
    const altered = Buffer.from(pdf);
    altered[300] = (altered[300] ?? 0) ^ 1;
    expect(await inFile(altered)).toMatchObject({ word: 'altered', document: null });
    const padded = Buffer.from(pdf);
    const end = padded.lastIndexOf('>\n>>');
    padded.write('1', end - 1, 'latin1');
    expect(await inFile(padded)).toMatchObject({ word: 'altered', reason: 'changed' });
    expect(await inFile(Buffer.concat([pdf, Buffer.from('%')]))).toMatchObject({
      word: 'altered',
      reason: 'added_to',
    });
    expect(await inFile(Buffer.from('%PDF-1.7'))).toMatchObject({ word: 'unknown', reason: 'no_seal' });
    await deps.db.transaction(as, (tx) =>
      revokeSealed(deps, tx, { id: document.id, because: 'wrong_data', actor }),
    );
    expect(await inFile(pdf)).toMatchObject({ word: 'revoked', reason: 'withdrawn' });
    expect(await check({ code: codeOf(document) })).toMatchObject({ word: 'revoked' });
  });

  test('a mistyped code is a slip, an invented one unknown', async () => {
    const { document } = await aPaper();
    const printed = codeOf(document);
    const wrong = printed.replace(/.$/, (sign) => (sign === '7' ? '8' : '7'));
    expect(await check({ code: wrong })).toMatchObject({ code: 'code_mistyped' });
  });

  test('nobody tries codes out', async () => {
    const statuses = new Set<number>();
    for (let index = 0; index < 40; index += 1) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/document-verifications',
        remoteAddress: '203.0.113.9',
        payload: { code: 'AAAAAA-AAAAAA-AAAAAA' },
      });
      statuses.add(answer.statusCode);
    }
    expect([...statuses]).toEqual([422, 429]);
  });
});

describe('CE-6: the lists for checking without us', () => {
  const lists = async () => {
    const keys = (await app.inject('/api/v1/certificate-keys')).json<KeyList & { signed: string }>();
    const answer = (await app.inject('/api/v1/certificate-revocations')).json<{ signed: string }>();
    const revocations = await readSignedList<RevocationList>(answer.signed, keys.items);
    return { keys, revocations, now: clock.now().epochMilliseconds };
  };

  test('are signed, and a device with them tells the same as the register', async () => {
    const good = await aPaper();
    const bad = await aPaper();
    await deps.db.transaction(as, (tx) =>
      revokeSealed(deps, tx, { id: bad.document.id, because: 'wrong_data', actor }),
    );
    const known = await lists();
    expect((await checkOffline(good.qr, known)).reason).toBe('holds');
    expect((await checkOffline(bad.qr, known)).reason).toBe('withdrawn');
  });

  test('carry a number that grows, within what is signed; the check with the register takes no list at all', async () => {
    const paper = await aPaper();
    const stale = await lists();
    clock.forward({ seconds: 1 });
    await deps.db.transaction(as, (tx) =>
      revokeSealed(deps, tx, { id: paper.document.id, because: 'wrong_data', actor }),
    );
    const fresh = await lists();
    expect(fresh.keys.number).toBeGreaterThan(stale.keys.number);
    expect(fresh.revocations?.number).toBeGreaterThan(stale.revocations?.number ?? 0);
    expect(await check({ scanned: paper.qr })).toMatchObject({ word: 'revoked' });
    const pdf = Buffer.from(paper.pdf).toString('base64');
    expect(await check({ content: pdf })).toMatchObject({ word: 'revoked' });
    const seen = { keys: fresh.keys.number, revocations: fresh.revocations?.number };
    expect((await checkOffline(paper.qr, { ...stale, seen })).reason).toBe('lists_put_back');
    expect((await checkOffline(paper.qr, { ...fresh, seen })).reason).toBe('withdrawn');
  });

  test('keys rotate: the next one is known a day before it signs, the old one is still believed', async () => {
    const before = await aPaper();
    clock.forward({ hours: 24 * 31 });
    expect(await renewCodeKeys(deps)).toBe(true);
    expect(await renewCodeKeys(deps)).toBe(false);
    expect((await currentCodeKey(deps)).id).toBe(before.document.keyId);
    clock.forward({ hours: 25 });
    expect((await currentCodeKey(deps)).id).not.toBe(before.document.keyId);
    expect((await checkOffline(before.qr, await lists())).reason).toBe('holds');
  });

  test('a compromised key: it is withdrawn, its documents are revoked, and again nothing more', async () => {
    const one = await aPaper();
    const other = await aPaper();
    const { keyId } = one.document;
    const key = { keyKind: 'code_key', reason: 'A copy was found' } as const;
    expect(await distrustByCommand(deps, { ...key, keyId: 'no such key' })).toEqual(
      refused({ code: 'no_such_key' }),
    );
    const distrust = await distrustByCommand(deps, { ...key, keyId });
    if (!distrust.ok) throw new Error('no key');
    expect(await revokeDistrusted(deps, distrust.value)).toBeGreaterThanOrEqual(2);
    expect((await checkOffline(one.qr, await lists())).reason).toBe('key_withdrawn');
    for (const each of [one, other])
      expect(await check({ scanned: each.qr })).toMatchObject({ word: 'revoked' });
    expect(await distrustByCommand(deps, { ...key, keyId })).toMatchObject({
      ok: true,
      value: { id: distrust.value.id },
    });
    expect(await revokeDistrusted(deps, distrust.value)).toBe(0);
    expect((await currentCodeKey(deps)).id).not.toBe(one.document.keyId);
  });
});

describe('CE-6: the pages', () => {
  test('check file and code without JavaScript, in both languages', async () => {
    const { document, pdf } = await aPaper();
    for (const [locale, valid, wrong] of [
      ['it', 'Valido', 'lettere di controllo'],
      ['en', 'Valid', 'check letters'],
    ] as const) {
      const browser = openBrowser(app, { locale });
      await browser.open('/v');
      await browser.send('/v/codes', { code: codeOf(document).toLowerCase() });
      expect(browser.text).toContain(valid);
      await browser.open('/v');
      const files = [{ name: 'file', type: 'application/pdf', content: pdf }];
      await browser.send('/v/files', {}, { files });
      expect(browser.text).toContain(valid);
      await browser.open('/v');
      await browser.send('/v/codes', { code: 'AAAAAA-AAAAAA-AAAAAB' });
      expect(browser.page.statusCode).toBe(422);
      expect(browser.text).toContain(wrong);
      expect(browser.page.body).toContain('AAAAAA-AAAAAA-AAAAAB');
    }
  });

  test('give everybody the certificate of the authority', async () => {
    const answer = await app.inject('/it/v/authority.pem');
    expect(answer.body).toContain('BEGIN CERTIFICATE');
    expect((await app.inject('/it/v/authority')).body).toContain('FAC-SIMILE');
  });
});
