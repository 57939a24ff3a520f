import { createHash } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoPersonId } from '#demo/registry/people.ts';
import { lettersTo } from '#modules/identity/testing.ts';
import { continueIfPaid, endOrder, orderState } from '#modules/payments/public.ts';
import { aPaidOrder } from '#modules/payments/testing.ts';
import { readReadings } from '#modules/registry/public.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { expectStates } from '#tests/support/states.ts';
import { certificateLifecycle } from '../domain/certificate-lifecycle.ts';
import { findCertificate } from '../store/certificates.ts';
import { anAccountOf, certificateDeps } from '../testing.ts';
import { asCertificates, type CertificateDeps } from './certificate-deps.ts';
import { closeForAccount } from './close-for-account.ts';
import { continuePaid } from './continue-paid.ts';
import { endUnpaidCertificates, giveUpCertificate } from './give-up-certificate.ts';
import { issueCertificate, issueDueCertificates } from './issue-certificate.ts';
import { issueSteps } from './issue-steps.ts';
import { removeLeftFiles } from './jobs.ts';
import { readCatalogue } from './read-people.ts';
import { type Requested, requestCertificate } from './request-certificate.ts';
import { fetchCertificate, seeOwnCertificates } from './see-certificates.ts';

const bruno = demoPersonId('bruno');
const lia = demoPersonId('lia');
let deps: Awaited<ReturnType<typeof certificateDeps>>;
let accountId: string;
beforeEach(async () => {
  deps = await certificateDeps();
  accountId = await anAccountOf(deps, bruno);
});

const wish = (more: Partial<Requested> = {}): Requested => ({
  accountId,
  personId: bruno,
  kinds: ['residence'],
  language: 'it',
  duty: { kind: 'exempt', use: 'judicial' },
  locale: 'it',
  byMail: false,
  key: crypto.randomUUID(),
  ...more,
});
const stamped = { duty: { kind: 'stamp' } } as const;

async function ask(more: Partial<Requested> = {}): Promise<string> {
  const outcome = await requestCertificate(deps, wish(more));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.id;
}
const find = async (id: string) => {
  const found = await deps.db.transaction(asCertificates, (tx) => findCertificate(tx, id));
  if (found === undefined) throw new Error('No certificate');
  return found;
};
const own = { kind: 'citizen', accountId: '' } as const;
const fetchIt = (id: string) => fetchCertificate(deps, { ...own, accountId }, id);
const filesOf = (id: string) => {
  const folder = join(deps.folder, 'certificates');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes(id))
    .map((file) => join(folder, file));
};

/** Payments that have heard that the stamp is bought, and tell the certificate. */
const paying = () => ({
  ...deps,
  pagopa: undefined,
  continuations: {
    certificate: (tx: Parameters<typeof continuePaid>[1], order: { id: string; purpose: { id: string } }) =>
      continuePaid(deps, tx, { id: order.id, certificateId: order.purpose.id }),
  },
});

async function buy(id: string): Promise<void> {
  const { rendering, orderId } = await find(id);
  await aPaidOrder(deps, {
    accountId,
    purpose: { kind: 'certificate', id },
    documentHash: rendering?.hash ?? '',
  });
  await continueIfPaid(paying(), orderId ?? '');
}

describe('an exempt certificate', () => {
  test('CE-5, CE-7, CE-11: asked for, issued, in the list, fetched; the use is printed, and a letter says so', async () => {
    const id = await ask({ byMail: true });
    expect(await issueCertificate(deps, id)).toMatchObject({
      state: 'delivered',
      officeId: 'comune-a952',
      issue: { year: 2026, number: 1, validUntil: '2027-02-24' },
    });
    const fetched = await fetchIt(id);
    if (!fetched.ok) throw new Error(fetched.refusal.code);
    const { text } = await readPdf(fetched.value.pdf);
    for (const part of ['A952/2026/000001', 'uso processuale', 'Bruno', '24/02/2027'])
      expect(text).toContain(part);
    expect(await seeOwnCertificates(deps, accountId)).toMatchObject([{ valid: true, certificate: { id } }]);
    const [letter] = await lettersTo(deps, `${bruno}@persone.example`.toLowerCase());
    expect(letter?.subject).toBe('Il tuo certificato è pronto');
  });

  test('CE-5: it states the data of the request, whatever happens to the record before it is issued', async () => {
    const id = await ask({ kinds: ['citizenship'] });
    await deps.store.owner.query('delete from registry.account_person');
    expect(await issueCertificate(deps, id)).toMatchObject({ state: 'delivered' });
  });

  test('CE-5: after three months it is no longer fetched', async () => {
    const id = await ask();
    await issueCertificate(deps, id);
    deps.clock.set('2027-02-24T22:59:00Z');
    expect(await fetchIt(id)).toMatchObject({ ok: true });
    deps.clock.set('2027-02-24T23:00:00Z');
    expect(await fetchIt(id)).toMatchObject({ refusal: { code: 'expired' } });
  });

  test('CE-2, RG-5: a member of the household can be asked for, and sees that the record was read', async () => {
    const id = await ask({ personId: lia, kinds: ['birth', 'residence'] });
    expect(await issueCertificate(deps, id)).toMatchObject({ state: 'delivered', personId: lia });
    const hers = await anAccountOf(deps, lia);
    const { readings } = await readReadings(deps, { accountId: hers } as never).then((page) => ({
      readings: JSON.stringify(page),
    }));
    expect(readings).toContain('certificate');
  });

  test('CE-10: nobody outside of the household, and nobody without a record', async () => {
    const furio = demoPersonId('furio');
    expect(await requestCertificate(deps, wish({ personId: furio }))).toMatchObject({
      refusal: { code: 'declined', declines: [{ code: 'outside_household' }] },
    });
    expect(await readCatalogue(deps, { accountId, personId: furio })).toMatchObject({ ok: false });
    await deps.store.owner.query('delete from registry.account_person');
    expect(await requestCertificate(deps, wish())).toMatchObject({ refusal: { code: 'no_record' } });
  });

  test('CE-11: the same form sent twice asks once; with other wishes it is refused', async () => {
    const key = crypto.randomUUID();
    const [one, other] = await Promise.all([
      requestCertificate(deps, wish({ key })),
      requestCertificate(deps, wish({ key })),
    ]);
    expect(one).toEqual(other);
    expect(await requestCertificate(deps, wish({ key, kinds: ['birth'] }))).toMatchObject({
      refusal: { code: 'key_reused' },
    });
    expect(await seeOwnCertificates(deps, accountId)).toHaveLength(1);
  });

  test('CE-5: others find nothing', async () => {
    const id = await ask();
    await issueCertificate(deps, id);
    const elsa = await anAccountOf(deps, demoPersonId('elsa'));
    expect(await fetchCertificate(deps, { kind: 'citizen', accountId: elsa }, id)).toMatchObject({
      refusal: { code: 'no_such_certificate' },
    });
    const official = (officeIds: string[]) =>
      ({ kind: 'official', officialId: accountId, officeIds }) as const;
    expect(await fetchCertificate(deps, official(['comune-h501']), id)).toMatchObject({ ok: false });
    expect(await fetchCertificate(deps, official(['comune-a952']), id)).toMatchObject({ ok: true });
  });
});

describe('with the stamp duty', () => {
  test('CE-7: the stamp is bought on the rendering that is kept; number and seal come after the payment', async () => {
    const id = await ask(stamped);
    const waiting = await find(id);
    expect(waiting).toMatchObject({ state: 'awaiting_payment', issue: null, file: null });
    const rendering = await deps.files.read(waiting.rendering?.file ?? '');
    expect(createHash('sha256').update(rendering).digest('base64')).toBe(waiting.rendering?.hash);
    await issueDueCertificates(deps);
    expect(await find(id)).toMatchObject({ state: 'awaiting_payment' });
    expect(await fetchIt(id)).toMatchObject({ refusal: { code: 'not_issued_yet' } });

    await buy(id);
    await issueDueCertificates(deps);
    const issued = await find(id);
    expect(issued).toMatchObject({ state: 'delivered', issue: { number: 1 } });
    const fetched = await fetchIt(id);
    const text = fetched.ok ? (await readPdf(fetched.value.pdf)).text : '';
    expect(text.replaceAll(/\s+/g, ' ')).toContain(`n. ${issued.stamp?.iubd}`);
  });

  test('PA-1: given up before paying it ends with its payment, and no money continues it', async () => {
    const id = await ask(stamped);
    const { orderId } = await find(id);
    expect(await giveUpCertificate(deps, { id, accountId })).toMatchObject({ ok: true });
    expect(await giveUpCertificate(deps, { id, accountId })).toMatchObject({ ok: true });
    expect(await find(id)).toMatchObject({ state: 'given_up' });
    expect(await orderState(deps, orderId ?? '')).toMatchObject({ state: 'given_up' });
    const told = await deps.db.transaction(asCertificates, (tx) =>
      continuePaid(deps, tx, { id: orderId ?? '', certificateId: id }),
    );
    expect(told).toBe('cannot_continue');
    await issueDueCertificates(deps);
    expect(await find(id)).toMatchObject({ state: 'given_up', issue: null });
  });

  test('PA-1: who has paid meanwhile keeps the certificate', async () => {
    const id = await ask(stamped);
    await buy(id);
    expect(await giveUpCertificate(deps, { id, accountId })).toMatchObject({ refusal: { code: 'not_now' } });
  });

  test('CE-7: a stamp bought for another document does not count, and the money goes back', async () => {
    const id = await ask(stamped);
    const { orderId } = await find(id);
    const other: CertificateDeps = {
      ...deps,
      stamping: {
        ...deps.stamping,
        standing: async (tx, order) => {
          const standing = await deps.stamping.standing(tx, order);
          return standing.stamp === undefined
            ? standing
            : { ...standing, stamp: { ...standing.stamp, hash: 'x' } };
        },
      },
    };
    await aPaidOrder(deps, { accountId, purpose: { kind: 'certificate', id } });
    const told = {
      ...paying(),
      continuations: {
        certificate: (tx: Parameters<typeof continuePaid>[1]) =>
          continuePaid(other, tx, { id: orderId ?? '', certificateId: id }),
      },
    };
    await continueIfPaid(told, orderId ?? '');
    expect(await orderState(deps, orderId ?? '')).toMatchObject({ state: 'refund_due' });
    expect(await find(id)).toMatchObject({ state: 'awaiting_payment', issue: null });
    await endUnpaidCertificates(deps);
    expect(await find(id)).toMatchObject({ state: 'given_up' });
  });

  test('PA-1: nobody else gives it up', async () => {
    const id = await ask(stamped);
    expect(await giveUpCertificate(deps, { id, accountId: crypto.randomUUID() })).toMatchObject({
      refusal: { code: 'no_such_certificate' },
    });
  });

  test('PA-1: it ends with its payment', async () => {
    const id = await ask(stamped);
    const { orderId } = await find(id);
    await deps.db.transaction({ kind: 'system', task: 'payments' }, (tx) =>
      endOrder(tx, orderId ?? '', deps.now()),
    );
    await endUnpaidCertificates(deps);
    expect(await find(id)).toMatchObject({ state: 'given_up' });
  });

  test('CE-7: a paid one that cannot be issued for days is given up, and the money goes back', async () => {
    const id = await ask(stamped);
    await buy(id);
    const broken: CertificateDeps = {
      ...deps,
      sealing: { ...deps.sealing, seal: () => Promise.reject(new Error('no time stamp')) },
    };
    for (let round = 0; round < 100 && (await find(id)).state !== 'failed'; round += 1) {
      await issueDueCertificates(broken).catch(() => {});
      deps.clock.forward({ hours: 4 });
    }
    const failed = await find(id);
    expect(failed).toMatchObject({ state: 'failed', issue: { number: 1 } });
    expect(await orderState(deps, failed.orderId ?? '')).toMatchObject({ state: 'refund_due' });
    await issueDueCertificates(deps);
    expect(deps.sealing.entered.size).toBe(0);
  });
});

describe('whatever breaks in between', () => {
  /** The places at which the program may die within a step, as faults of what the step uses. */
  const deaths: Readonly<Record<string, (from: typeof deps) => CertificateDeps>> = {
    'before the place is taken': (from) => ({
      ...from,
      sealing: { ...from.sealing, openRegister: async () => () => Promise.reject(new Error('dead')) },
    }),
    'before the seal': (from) => ({
      ...from,
      sealing: { ...from.sealing, seal: () => Promise.reject(new Error('dead')) },
    }),
    'before the file is written': (from) => ({
      ...from,
      files: { ...from.files, write: () => Promise.reject(new Error('dead')) },
    }),
    'when the file is written and the register does not know': (from) => ({
      ...from,
      sealing: { ...from.sealing, enter: () => Promise.reject(new Error('dead')) },
    }),
    'when the file is read again': (from) => ({
      ...from,
      files: { ...from.files, read: () => Promise.reject(new Error('dead')) },
    }),
  };

  const cases = Object.keys(deaths).flatMap((each) => [[each, 'exempt'] as const, [each, 'stamp'] as const]);
  test.each(cases)('CE-7: %s (%s): one number, one sealed document, one stamp', async (where, duty) => {
    const id = await ask(duty === 'stamp' ? stamped : { byMail: true });
    if (duty === 'stamp') await buy(id);
    const dying = deaths[where]?.(deps) ?? deps;
    await expect(issueDueCertificates(dying)).rejects.toThrow('cannot be issued now');
    const half = await find(id);
    expect(half.state).not.toBe('delivered');
    deps.clock.forward({ minutes: 2 });
    await issueDueCertificates(deps);
    await issueDueCertificates(deps);

    const whole = await find(id);
    expect(whole).toMatchObject({ state: 'delivered', issue: { year: 2026, number: 1 } });
    if (half.issue !== null) expect(whole.issue).toEqual(half.issue);
    expect([...deps.sealing.entered.keys()]).toEqual([id]);
    const { rows } = await deps.store.owner.query<{ type: string; times: number }>(
      `select type, count(*)::int as times from platform.event where subject_id = $1 group by type`,
      [id],
    );
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
    if (duty === 'exempt')
      expect(await lettersTo(deps, `${bruno}@persone.example`.toLowerCase())).toHaveLength(1);
    else expect(whole.stamp).not.toBeNull();
    // What the break left behind is no certificate, and goes.
    const then = new Date(deps.now().epochMilliseconds);
    for (const file of filesOf(id)) utimesSync(file, then, then);
    deps.clock.forward({ hours: 30 });
    await removeLeftFiles(deps);
    expect(filesOf(id)).toHaveLength(duty === 'stamp' ? 2 : 1);
    expect(await deps.files.read(whole.file?.key ?? '')).toEqual(
      new Uint8Array(deps.sealing.entered.get(id) ?? []),
    );
  });

  test('CE-7: killed between every two steps, and begun again each time by two at once', async () => {
    const id = await ask(stamped);
    await buy(id);
    const seen: string[] = [];
    for (;;) {
      const certificate = await find(id);
      seen.push(certificate.state);
      const step = issueSteps[certificate.state];
      if (step === undefined) break;
      // Both start from the same state, as after a kill whose work had just been done.
      await Promise.all([step(deps, certificate), step(deps, certificate)]);
      await step(deps, certificate);
    }
    expect(seen).toEqual(['paid', 'numbered', 'sealed', 'stored', 'delivered']);
    expect(filesOf(id)).toHaveLength(2);
    const { rows } = await deps.store.owner.query('select last from certificates.certificate_number');
    expect(rows).toEqual([{ last: 1 }]);
    await expect(
      deps.db.transaction(asCertificates, (tx) =>
        continuePaid(deps, tx, { id: crypto.randomUUID(), certificateId: id }),
      ),
    ).resolves.toBe('cannot_continue');
  });

  test('CE-7: told twice that it is paid, it goes on once', async () => {
    const id = await ask(stamped);
    await buy(id);
    const { orderId } = await find(id);
    await Promise.all([1, 2, 3].map(() => continueIfPaid(paying(), orderId ?? '')));
    await Promise.all([1, 2, 3].map(() => issueCertificate(deps, id)));
    expect(await find(id)).toMatchObject({ state: 'delivered', issue: { number: 1 } });
  });

  test('CE-7: thirty at once have thirty numbers without a gap', async () => {
    const ids: string[] = [];
    for (let turn = 0; turn < 30; turn += 1) ids.push(await ask());
    await Promise.all(ids.map((id) => issueCertificate(deps, id)));
    const numbers = await Promise.all(ids.map(async (id) => (await find(id)).issue?.number ?? 0));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(ids.map((_id, index) => index + 1));
  });

  test('CE-7: the database itself keeps an unpaid certificate from having a number', async () => {
    const id = await ask(stamped);
    await expect(
      deps.store.owner.query(
        `update certificates.certificate set state = 'numbered', year = 2026, number = 1, issued_at = now(),
           issued_on = '2026-11-24', valid_until = '2027-02-24' where id = $1`,
        [id],
      ),
    ).rejects.toThrow('paid_before_number');
  });
});

test('CE-7: the states of the table are those of the lifecycle', async () => {
  await expectStates(deps.store.owner, 'certificates.certificate', 'state', certificateLifecycle);
});

test('ID-10: when the account closes, what has a number stays without the account, the rest is erased', async () => {
  const issued = await ask();
  await issueCertificate(deps, issued);
  const unpaid = await ask(stamped);
  const closed = await deps.db.transaction({ kind: 'system', task: 'account-closing' }, (tx) =>
    closeForAccount(tx, deps, { accountId, at: deps.now() }),
  );
  expect(closed).toMatchObject({ erased: ['certificate_requests'], kept: [{ what: 'certificates' }] });
  expect(await find(issued)).toMatchObject({ accountId: null, mailTo: null });
  await expect(find(unpaid)).rejects.toThrow('No certificate');
});
