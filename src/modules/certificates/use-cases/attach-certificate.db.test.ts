import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoPersonId } from '#demo/registry/people.ts';
import {
  type Channels,
  dispatchMessages,
  enqueueMessages,
  eraseOldMessages,
} from '#modules/notifications/public.ts';
import { connectMailer, type Mailer } from '#platform/mail/mailer.ts';
import { checkPdf } from '#platform/seal/check-pdf.ts';
import { startMailServer, type TestMailServer } from '#tests/support/mail-server.ts';
import { testSealing } from '#tests/support/sealing.ts';
import { findCertificate } from '../store/certificates.ts';
import { anAccountOf, certificateDeps } from '../testing.ts';
import { attachCertificate } from './attach-certificate.ts';
import { asCertificates, type CertificateDeps } from './certificate-deps.ts';
import { issueCertificate } from './issue-certificate.ts';
import { requestCertificate } from './request-certificate.ts';
import { sealingByRegister } from './sealing-by-register.ts';

const bruno = demoPersonId('bruno');
let deps: Awaited<ReturnType<typeof certificateDeps>> & CertificateDeps;
let server: TestMailServer;
let mailer: Mailer;
let accountId: string;

beforeAll(async () => {
  server = await startMailServer();
  mailer = connectMailer({ smtpUrl: server.smtpUrl, sender: 'Sportello <post@sportello.example>' });
});
afterAll(async () => {
  mailer.close();
  await server.stop();
});
beforeEach(async () => {
  const base = await certificateDeps();
  const { sealing } = await testSealing();
  deps = { ...base, sealing: sealingByRegister({ ...base, sealing }) } as typeof deps;
  accountId = await anAccountOf(deps, bruno);
  server.arrived.length = 0;
  server.away = false;
});

const post = (): Promise<number> => {
  const channels: Channels = { mailer, pec: mailer, sms: { send: async () => {} } };
  return dispatchMessages(deps, channels, { attachments: { certificate: attachCertificate(deps) } });
};

async function issued(): Promise<string> {
  const outcome = await requestCertificate(deps, {
    accountId,
    personId: bruno,
    kinds: ['residence'],
    language: 'it',
    duty: { kind: 'exempt', use: 'judicial' },
    locale: 'it',
    byMail: true,
    key: crypto.randomUUID(),
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  await issueCertificate(deps, outcome.value.id);
  return outcome.value.id;
}

const fileOf = async (id: string) => {
  const certificate = await deps.db.transaction(asCertificates, (tx) => findCertificate(tx, id));
  return join(deps.folder, certificate?.file?.key ?? '');
};
const states = async () => {
  const { rows } = await deps.store.owner.query<{ state: string; attempts: number; content: unknown }>(
    'select state, attempts, content from notifications.message',
  );
  return rows;
};

describe('a certificate by e-mail', () => {
  test('CE-11, CE-6: the letter brings the very file that was sealed, and the seal holds', async () => {
    const id = await issued();
    expect(await post()).toBe(1);
    expect(await post()).toBe(0);
    expect(server.arrived).toHaveLength(1);
    const [letter] = server.arrived;
    expect([letter?.to].flat()[0]?.text).toBe(`${bruno}@persone.example`.toLowerCase());
    expect(letter?.attachments).toMatchObject([
      { filename: 'certificato-A952-2026-000001.pdf', contentType: 'application/pdf' },
    ]);
    const content = letter?.attachments[0]?.content ?? Buffer.alloc(0);
    expect(content.equals(readFileSync(await fileOf(id)))).toBe(true);
    const { sealing } = await testSealing();
    expect(checkPdf(new Uint8Array(content), sealing.trusted)).toMatchObject({ is: 'sealed' });
    expect(letter?.text).toContain('allegato');
    expect(letter?.text).not.toContain('Bruno');
  });

  test('CE-11: nothing of the file lies among the waiting letters, and the reference goes when the letter is emptied', async () => {
    const id = await issued();
    const [waiting] = await states();
    expect(waiting?.content).toMatchObject({ attachments: [{ kind: 'certificate', id }] });
    expect(JSON.stringify(waiting?.content).length).toBeLessThan(2000);
    await post();
    deps.clock.forward({ hours: 31 * 24 });
    await eraseOldMessages(deps);
    expect(await states()).toMatchObject([{ state: 'sent', content: null }]);
  });

  test('CE-11: while the mail server is away nothing is lost, and afterwards the letter arrives once, whole', async () => {
    const id = await issued();
    server.away = true;
    for (let turn = 0; turn < 5; turn += 1) {
      await post();
      deps.clock.forward({ minutes: 5 });
    }
    expect(server.arrived).toEqual([]);
    expect(await states()).toMatchObject([{ state: 'waiting', attempts: 5 }]);
    server.away = false;
    deps.clock.forward({ minutes: 30 });
    await post();
    await post();
    expect(server.arrived).toHaveLength(1);
    expect(server.arrived[0]?.attachments[0]?.content.equals(readFileSync(await fileOf(id)))).toBe(true);
    expect(await states()).toMatchObject([{ state: 'sent', attempts: 6 }]);
  });

  test('CE-11: of two that send letters at once, one sends it', async () => {
    await issued();
    await Promise.all([post(), post(), post()]);
    expect(server.arrived).toHaveLength(1);
  });

  test('CE-11: a file that was spoilt in the store is not sent; the letter waits until it is the right one again', async () => {
    const id = await issued();
    const file = await fileOf(id);
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole, Buffer.from(' ')]));
    await post();
    expect(server.arrived).toEqual([]);
    writeFileSync(file, whole);
    deps.clock.forward({ minutes: 1 });
    await post();
    expect(server.arrived).toHaveLength(1);
  });

  test('CE-11: revoked before the letter left: the letter says so and brings nothing', async () => {
    const id = await issued();
    await deps.db.transaction(asCertificates, (tx) => deps.sealing.revoke(tx, id, 'platform', 'wrong_data'));
    await post();
    const [letter] = server.arrived;
    expect(letter?.attachments).toEqual([]);
    expect(letter?.subject).toBe('Il tuo certificato non è allegato');
    expect(letter?.text).toContain('è stato revocato prima');
    expect(letter?.text).toContain(`/it/certificates/${id}`);
  });

  test('CE-11: expired before the letter left: the letter says so and brings nothing', async () => {
    await issued();
    deps.clock.set('2027-02-24T23:00:00Z');
    await post();
    expect(server.arrived[0]?.attachments).toEqual([]);
    expect(server.arrived[0]?.text).toContain('nel frattempo è scaduto');
  });
});

describe('files that go with letters', () => {
  const letter = {
    to: 'ada@example.org',
    locale: 'en' as const,
    subject: 'Your file',
    paragraphs: ['Here it is.'],
    attachments: [{ kind: 'paper', id: '1' }],
  };
  const enqueue = (channel: 'mail' | 'pec' | 'sms') =>
    deps.db.transaction(asCertificates, (tx) => enqueueMessages(tx, deps.now(), [{ ...letter, channel }]));
  const dispatch = (bytes: number, pec: Mailer = mailer) =>
    dispatchMessages(
      deps,
      { mailer, pec, sms: { send: async () => {} } },
      {
        attachments: {
          paper: async () => ({
            is: 'file',
            file: { name: 'paper.pdf', type: 'application/pdf', content: new Uint8Array(bytes) },
          }),
        },
      },
    );

  test('CE-11: certified mail takes them by its own server, a text message does not', async () => {
    await expect(enqueue('sms')).rejects.toThrow('no files');
    await enqueue('pec');
    const certified = await startMailServer();
    const pec = connectMailer({ smtpUrl: certified.smtpUrl, sender: 'post@pec.sportello.example' });
    await dispatch(100, pec);
    expect(server.arrived).toEqual([]);
    expect(certified.arrived[0]?.attachments).toMatchObject([{ filename: 'paper.pdf', size: 100 }]);
    pec.close();
    await certified.stop();
  });

  test.each([
    [7_000_000, 1],
    [7_000_001, 0],
  ])(
    'CE-11: a file of %i bytes goes with the letter (%i), a larger one is named in it',
    async (bytes, count) => {
      await enqueue('mail');
      await dispatch(bytes);
      expect(server.arrived[0]?.attachments).toHaveLength(count);
      expect(server.arrived[0]?.text?.includes('“paper.pdf” is too large')).toBe(count === 0);
    },
  );

  test('CE-11: nobody knows the file: the letter waits instead of leaving without it', async () => {
    await enqueue('mail');
    await post();
    expect(server.arrived).toEqual([]);
    expect(await states()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  });
});
