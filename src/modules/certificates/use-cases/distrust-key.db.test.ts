import { beforeEach, describe, expect, test } from 'vitest';
import { demoPersonId } from '#demo/registry/people.ts';
import { lettersTo } from '#modules/identity/testing.ts';
import { continueIfPaid } from '#modules/payments/public.ts';
import { aPaidOrder } from '#modules/payments/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { testSealing } from '#tests/support/sealing.ts';
import { expectStates } from '#tests/support/states.ts';
import { distrustLifecycle, touchedLifecycle } from '../domain/distrust.ts';
import { findCertificate } from '../store/certificates.ts';
import { findSealed } from '../store/sealed-documents.ts';
import { anAccountOf, certificateDeps } from '../testing.ts';
import { asCertificates, type CertificateDeps } from './certificate-deps.ts';
import { currentCodeKey } from './code-keys.ts';
import { continuePaid } from './continue-paid.ts';
import { confirmDistrust, distrustByCommand, proposeDistrust, withdrawDistrust } from './distrust-key.ts';
import { followDistrusts } from './follow-distrust.ts';
import { issueCertificate, issueDueCertificates } from './issue-certificate.ts';
import { issueProof } from './issue-proof.ts';
import { requestCertificate } from './request-certificate.ts';
import { sealIdOf, sealingByRegister } from './sealing-by-register.ts';
import { fetchCertificate, seeCertificate } from './see-certificates.ts';
import { seeKeys } from './see-keys.ts';
import { verifyCode, verifyPdf } from './verify-document.ts';

const bruno = demoPersonId('bruno');
const email = `${bruno}@persone.example`.toLowerCase();
let base: Awaited<ReturnType<typeof certificateDeps>>;
let deps: CertificateDeps;
let sealed: Parameters<typeof issueProof>[0];
let accountId: string;
beforeEach(async () => {
  base = await certificateDeps();
  const { sealing } = await testSealing();
  sealed = { ...base, sealing };
  deps = { ...base, sealing: sealingByRegister(sealed) };
  accountId = await anAccountOf(base, bruno);
});

const official = (ministry = true): Official => ({
  kind: 'official',
  officialId: crypto.randomUUID(),
  sessionId: crypto.randomUUID(),
  name: 'Olga Sportelli',
  ministry,
  roles: [],
});

async function issue(stamp = false): Promise<string> {
  const outcome = await requestCertificate(deps, {
    accountId,
    personId: bruno,
    kinds: ['residence'],
    language: 'it',
    duty: stamp ? { kind: 'stamp' } : { kind: 'exempt', use: 'judicial' },
    locale: 'it',
    byMail: false,
    key: crypto.randomUUID(),
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  const { id, orderId } = outcome.value;
  if (orderId !== null) {
    const { rendering } = await find(id);
    await aPaidOrder(base, {
      accountId,
      purpose: { kind: 'certificate', id },
      documentHash: rendering?.hash ?? '',
    });
    const continuations = {
      certificate: (tx: Parameters<typeof continuePaid>[1]) =>
        continuePaid(deps, tx, { id: orderId, certificateId: id }),
    };
    await continueIfPaid({ ...base, pagopa: undefined, continuations }, orderId);
  }
  await issueCertificate(deps, id);
  return id;
}

const find = async (id: string) => {
  const found = await deps.db.transaction(asCertificates, (tx) => findCertificate(tx, id));
  if (found === undefined) throw new Error('No certificate');
  return found;
};
const documentOf = async (id: string) => {
  const found = await deps.db.transaction(asCertificates, (tx) => findSealed(tx, id));
  if (found === undefined) throw new Error('No document');
  return found;
};
const fetchIt = async (id: string) => {
  const fetched = await fetchCertificate(deps, { kind: 'citizen', accountId }, id);
  if (!fetched.ok) throw new Error(fetched.refusal.code);
  return fetched.value.pdf;
};
async function distrustCurrent(): Promise<string> {
  const { id } = await currentCodeKey(deps);
  const outcome = await distrustByCommand(deps, { keyKind: 'code_key', keyId: id, reason: 'Copia trovata' });
  if (!outcome.ok) throw new Error('No key');
  return id;
}
const distrusts = async () => {
  const seen = await seeKeys(deps, official());
  return seen.ok ? seen.value.distrusts : [];
};

describe('what follows when a key is in wrong hands', () => {
  test('CE-6, CE-7: the certificate is revoked, its person told, and it is issued again with the same number and stamp', async () => {
    const id = await issue(true);
    const before = await find(id);
    const old = await documentOf(id);
    const oldPdf = await fetchIt(id);
    await distrustCurrent();
    await followDistrusts(deps);
    expect(await verifyPdf(sealed, oldPdf)).toMatchObject({ reason: 'replaced' });
    await issueDueCertificates(deps);

    const after = await find(id);
    expect(after).toMatchObject({
      state: 'delivered',
      stamp: before.stamp,
      orderId: before.orderId,
      rendering: before.rendering,
      issue: { number: 1, validUntil: before.issue?.validUntil },
    });
    const fresh = await documentOf(after.documentId);
    expect(fresh.keyId).not.toBe(old.keyId);
    expect(await documentOf(id)).toMatchObject({
      revokedBecause: 'key_compromised',
      replacedBy: fresh.id,
    });
    const pdf = await fetchIt(id);
    expect(await verifyPdf(sealed, pdf)).toMatchObject({ reason: 'holds' });
    expect(await verifyCode(sealed, old.code)).toMatchObject({ reason: 'replaced' });
    expect((await readPdf(pdf)).text.replaceAll(/\s+/g, ' ')).toContain(`n. ${before.stamp?.iubd}`);
    const letters = await lettersTo(base, email);
    const [letter, ...more] = letters.filter(({ subject }) => subject.includes('non vale più'));
    expect(more).toEqual([]);
    for (const part of ['A952/2026/000001', 'Non hai sbagliato niente', 'Non paghi niente'])
      expect(letter?.text).toContain(part);
    expect(await distrusts()).toMatchObject([
      { distrust: { state: 'done' }, progress: { revoked: 1, told: 1, issuedAgain: 1 } },
    ]);
  });

  test('CE-6: between revocation and the new seal the page says whose fault it is', async () => {
    const id = await issue();
    const seen = () => seeCertificate(deps, { kind: 'citizen', accountId }, id);
    await distrustCurrent();
    const breaking: CertificateDeps = {
      ...deps,
      sealing: { ...deps.sealing, openRegister: () => Promise.reject(new Error('killed')) },
    };
    await expect(followDistrusts(breaking)).rejects.toThrow('killed');
    expect(await seen()).toMatchObject({ valid: false, revokedBecause: 'key_compromised' });
    await followDistrusts(deps);
    expect(await seen()).toMatchObject({ certificate: { state: 'numbered' }, revokedAt: undefined });
    await issueDueCertificates(deps);
    expect(await seen()).toMatchObject({ valid: true });
  });

  test('CE-6: broken off at each point and done by two at once, everybody is told once and issued again once', async () => {
    const ids: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) ids.push(await issue());
    await distrustCurrent();
    // Dies at the third person: nothing of that transaction has happened.
    let told = 0;
    const dying: CertificateDeps = {
      ...deps,
      sealing: {
        ...deps.sealing,
        async replace(tx, id, by) {
          told += 1;
          if (told === 3) throw new Error('killed');
          await deps.sealing.replace(tx, id, by);
        },
      },
    };
    await expect(followDistrusts(dying)).rejects.toThrow('killed');
    await Promise.allSettled([followDistrusts(deps), followDistrusts(deps)]);
    await followDistrusts(deps);
    await Promise.allSettled([issueDueCertificates(deps), issueDueCertificates(deps)]);
    base.clock.forward({ hours: 1 });
    await issueDueCertificates(deps);
    await followDistrusts(deps);
    const letters = await lettersTo(base, email);
    expect(letters.filter(({ subject }) => subject.includes('non vale più'))).toHaveLength(4);
    for (const id of ids) {
      expect(await find(id)).toMatchObject({ state: 'delivered' });
      expect(await verifyPdf(sealed, await fetchIt(id))).toMatchObject({ reason: 'holds' });
    }
    const { rows } = await base.store.owner.query(
      `select (select count(*)::int from certificates.sealed_document) as documents, (select last from certificates.certificate_number) as last,
         (select count(*)::int from platform.event where type = 'certificate.issued-again') as again`,
    );
    expect(rows).toEqual([{ documents: 8, last: 4, again: 4 }]);
  });

  test('CE-6: one that was on its way to be sealed gets a place with another key before it is printed', async () => {
    const id = await issue();
    await base.store.owner.query(
      `update certificates.certificate set state = 'numbered', file = null, file_hash = null where id = $1`,
      [id],
    );
    await base.store.owner.query(
      `update certificates.sealed_document set sealed_at = null, file_hash = null, content_hash = null, seal_certificate = null where id = $1`,
      [id],
    );
    const key = await distrustCurrent();
    await issueCertificate(deps, id);
    const after = await find(id);
    expect(after.state).toBe('delivered');
    expect((await documentOf(after.documentId)).keyId).not.toBe(key);
    expect(await verifyPdf(sealed, await fetchIt(id))).toMatchObject({ reason: 'holds' });
  });

  test('CE-6: a proof is revoked and its person told; an expired one, or one of a closed account, bothers nobody', async () => {
    const proof = await issueProof(sealed, {
      accountId,
      facts: ['of_age'],
      locale: 'it',
      key: 'proof-key-1',
    });
    if (!proof.ok) throw new Error(proof.refusal.code);
    const expired = await issue();
    await base.store.owner.query(
      `update certificates.sealed_document set valid_until = '2026-11-23', issued_on = '2026-11-01' where id = $1`,
      [expired],
    );
    const closed = await issue();
    await base.store.owner.query('update certificates.sealed_document set account_id = null where id = $1', [
      closed,
    ]);
    await distrustCurrent();
    await followDistrusts(deps);
    const letters = (await lettersTo(base, email)).filter(({ subject }) => subject.includes('non vale più'));
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('fanne un’altra');
    expect(await documentOf(proof.value.id)).toMatchObject({ revokedBecause: 'key_compromised' });
    expect(await documentOf(expired)).toMatchObject({ revokedBecause: 'key_compromised' });
    expect(await distrusts()).toMatchObject([{ progress: { revoked: 2, told: 1, issuedAgain: 0 } }]);
  });

  test('CE-6: a distrusted seal seals nothing any more; with another one the certificates are issued again', async () => {
    const id = await issue();
    const seal = sealIdOf((await testSealing()).sealing);
    const outcome = await distrustByCommand(deps, {
      keyKind: 'seal_certificate',
      keyId: seal,
      reason: 'Smart card persa',
    });
    expect(outcome).toMatchObject({ ok: true });
    await followDistrusts(deps);
    expect(await distrusts()).toMatchObject([
      { distrust: { state: 'running' }, progress: { revoked: 1, told: 0 } },
    ]);
    await expect(issue()).rejects.toThrow('distrusted key');
    const other: CertificateDeps = { ...deps, sealing: { ...deps.sealing, sealId: () => 'f'.repeat(64) } };
    await followDistrusts(other);
    expect(await distrusts()).toMatchObject([{ distrust: { state: 'done' }, progress: { told: 1 } }]);
    expect(await find(id)).toMatchObject({ state: 'numbered' });
    // Owed since it was issued first: it is tried for as long as it takes.
    base.clock.forward({ hours: 24 * 10 });
    await expect(issueDueCertificates(deps)).rejects.toThrow('cannot be issued now');
    expect(await find(id)).toMatchObject({ state: 'numbered' });
  });
});

describe('who takes a key out of trust', () => {
  const proposal = async (more = {}) => ({
    keyKind: 'code_key' as const,
    keyId: (await currentCodeKey(deps)).id,
    reason: 'Copia trovata',
    key: 'proposal-key-1',
    ...more,
  });

  test('BO-1: one administrator proposes, another one confirms; alone it cannot be done', async () => {
    await issue();
    const [one, other] = [official(), official()];
    const proposed = await proposeDistrust(deps, one, await proposal());
    if (!proposed.ok) throw new Error(proposed.refusal.code);
    expect(await proposeDistrust(deps, one, await proposal())).toEqual(proposed);
    expect(await proposeDistrust(deps, other, await proposal({ key: 'proposal-key-2' }))).toMatchObject({
      refusal: { code: 'distrusted_already' },
    });
    expect(await confirmDistrust(deps, one, proposed.value)).toMatchObject({
      refusal: { code: 'another_official_confirms' },
    });
    await followDistrusts(deps);
    expect(await distrusts()).toMatchObject([{ distrust: { state: 'proposed' }, progress: { revoked: 0 } }]);
    expect(await confirmDistrust(deps, other, proposed.value)).toMatchObject({ ok: true });
    expect(await confirmDistrust(deps, other, proposed.value)).toMatchObject({ ok: true });
    await followDistrusts(deps);
    expect(await distrusts()).toMatchObject([
      { distrust: { state: 'done' }, progress: { revoked: 1, told: 1 } },
    ]);
    expect(await withdrawDistrust(deps, one, proposed.value)).toMatchObject({ refusal: { code: 'not_now' } });
    await expect(
      base.store.owner.query('update certificates.distrust set confirmed_by = proposed_by'),
    ).rejects.toThrow('four_eyes');
  });

  test('BO-1: a proposal that was a mistake is withdrawn, and can be made again', async () => {
    const proposed = await proposeDistrust(deps, official(), await proposal());
    if (!proposed.ok) throw new Error(proposed.refusal.code);
    expect(await withdrawDistrust(deps, official(), proposed.value)).toMatchObject({ ok: true });
    expect(await confirmDistrust(deps, official(), proposed.value)).toMatchObject({
      refusal: { code: 'not_now' },
    });
    expect(await proposeDistrust(deps, official(), await proposal())).toMatchObject({ ok: true });
  });

  test('BO-1: nobody but the ministry, and no key that is not there', async () => {
    const clerk = official(false);
    expect(await proposeDistrust(deps, clerk, await proposal())).toMatchObject({
      refusal: { code: 'ministry_only' },
    });
    expect(await seeKeys(deps, clerk)).toMatchObject({ refusal: { code: 'ministry_only' } });
    expect(await proposeDistrust(deps, official(), await proposal({ keyId: '0'.repeat(16) }))).toMatchObject({
      refusal: { code: 'no_such_key' },
    });
    const id = crypto.randomUUID();
    expect(await confirmDistrust(deps, clerk, { id })).toMatchObject({ refusal: { code: 'ministry_only' } });
    expect(await confirmDistrust(deps, official(), { id })).toMatchObject({
      refusal: { code: 'no_such_distrust' },
    });
  });

  test('CE-6: the keys are listed with what they have signed that still counts', async () => {
    await issue();
    await issue();
    const seen = await seeKeys(deps, official());
    expect(seen).toMatchObject({
      value: {
        keys: [
          { keyKind: 'code_key', standing: 'active', counting: 2 },
          { keyKind: 'seal_certificate', standing: 'active', counting: 2 },
        ],
      },
    });
  });

  test('BO-1: the states of the table are those of the lifecycle', async () => {
    await expectStates(base.store.owner, 'certificates.distrust', 'state', distrustLifecycle);
    await expectStates(base.store.owner, 'certificates.distrusted_document', 'state', touchedLifecycle);
  });
});
