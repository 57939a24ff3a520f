import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { startDemoSealing } from '#demo/sealing.ts';
import { startTimeStampAuthority } from '#demo/time-stamp-authority/server.ts';
import { sealingByRegister } from '#modules/certificates/public.ts';
import { anAccountOf } from '#modules/certificates/testing.ts';
import type { CertificateDeps } from '#modules/certificates/use-cases/certificate-deps.ts';
import { issueCertificate } from '#modules/certificates/use-cases/issue-certificate.ts';
import { requestCertificate } from '#modules/certificates/use-cases/request-certificate.ts';
import { openSessions } from '#modules/identity/public.ts';
import { loadRecords } from '#modules/registry/public.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { readKeyFile } from '#platform/seal/key-file.ts';
import { send } from '#tests/support/book-over-http.ts';
import { depsOn } from '#tests/support/crowd.ts';
import { percentile, prepared, sendAll } from './support/rapid-client.ts';
import type { Measured, RunOptions } from './support/report.ts';
import { openStage, type Stage } from './support/stage.ts';

const system = { kind: 'system', task: 'bench' } as const;

/** Certificates numbered, printed, sealed with a time stamp, stored and read again, while the process answers others. */
export async function run({ full }: RunOptions): Promise<Measured[]> {
  const stage = await openStage();
  const folder = mkdtempSync(join(tmpdir(), 'sportello-certificates-'));
  const deps = depsOn(stage.db, stage.secret);
  const { sealing, stop } = await startDemoSealing(join(folder, 'keys'), deps.keys);
  const files = openFileStore(join(folder, 'files'));
  const certificates: CertificateDeps = {
    ...deps,
    files,
    sealing: sealingByRegister({ ...deps, files, sealing }),
    stamping: undefined,
  };
  try {
    await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
    const personId = demoPersonId('bruno');
    const accountId = await anAccountOf(deps, personId);
    const ask = async () => {
      const outcome = await requestCertificate(certificates, {
        accountId,
        personId,
        kinds: ['residence'],
        language: 'it',
        duty: { kind: 'exempt', use: 'judicial' },
        locale: 'it',
        byMail: false,
        key: crypto.randomUUID(),
      });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      return outcome.value.id;
    };
    // The threads begin with the first paper.
    for (let turn = 0; turn < 5; turn += 1) await issueCertificate(certificates, await ask());

    const oneByOne = full ? 1000 : 200;
    const times: number[] = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    for (let turn = 0; turn < oneByOne; turn += 1) {
      const id = await ask();
      delay.enable();
      const start = performance.now();
      await issueCertificate(certificates, id);
      times.push(performance.now() - start);
      delay.disable();
    }
    const again = full ? await revokedAndIssuedAgain(certificates, ask, 10_000) : undefined;
    const perSecond = await atOnce(certificates, ask, full ? 1000 : 200);
    const others = await othersMeanwhile(stage, folder, { accountId, personId }, full ? 30 : 6);
    const signatures = await signaturesPerSecond((bytes) => sealing.key.sign(bytes));
    return [
      {
        name: 'p50, numbered, printed, sealed, stored, read again',
        value: percentile(times, 0.5),
        atMost: 30,
        unit: ' ms',
        detail: `p99 ${percentile(times, 0.99).toFixed(1)} ms, ${oneByOne} times`,
      },
      {
        name: 'p99 of how long others wait for the process meanwhile',
        value: delay.percentile(99) / 1e6,
        atMost: 20,
        unit: ' ms',
      },
      {
        name: 'p99 of a light page while the same server issues certificates, to its p99 without',
        value: others.meanwhile / others.alone,
        atMost: 8,
        detail: `${others.meanwhile.toFixed(1)} ms to ${others.alone.toFixed(1)} ms; ${others.issued.toFixed(0)} certificates a second meanwhile`,
      },
      {
        name: 'certificates a second, eight at once, for each thousand raw signatures of the key',
        value: (perSecond / signatures) * 1000,
        detail: `${perSecond.toFixed(0)} a second; the key signs ${signatures.toFixed(0)} times a second`,
      },
      {
        name: '10,000 certificates revoked and issued again',
        atMost: 10,
        unit: ' min',
        ...(again === undefined ? { skipped: 'only with --full' } : { value: again }),
      },
    ];
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
    await stage.end();
  }
}

/** How long people wait for a light page of a server that issues certificates over HTTP, and of the same one at rest. */
async function othersMeanwhile(
  stage: Stage,
  folder: string,
  { accountId, personId }: { accountId: string; personId: string },
  seconds: number,
): Promise<{ alone: number; meanwhile: number; issued: number }> {
  const keys = join(folder, 'keys', 'seal');
  const passphrase = depsOn(stage.db, stage.secret).keys.hash('seal', 'passphrase');
  const time = await startTimeStampAuthority(readKeyFile(join(keys, 'time-stamp.key.json'), passphrase));
  const [port = 0] = await stage.startServers(1, {
    FILES_DIR: join(folder, 'served'),
    SEAL_KEY_FILE: join(keys, 'seal.key.json'),
    SEAL_KEY_PASSPHRASE: passphrase,
    SEAL_AUTHORITY_FILE: join(keys, 'authority.pem'),
    TIME_STAMP_URL: time.url,
    TIME_STAMP_AUTHORITY_FILE: join(keys, 'authority.pem'),
  });
  const [session] = await stage.db.transaction(system, (tx) =>
    openSessions(tx, [accountId], Temporal.Now.instant(), 2),
  );
  const body = JSON.stringify({ person_id: personId, kinds: ['residence'], exempt_use: 'judicial' });
  const issue = function* (): Generator<Buffer> {
    for (;;)
      yield prepared(
        'POST',
        '/api/v1/certificates',
        { cookie: `session=${session?.cookie}`, 'idempotency-key': crypto.randomUUID() },
        body,
      );
  };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  /** One look each ten milliseconds: somebody else's work, not a crowd that fills the server by itself. */
  const lookUntil = async (until: number): Promise<number> => {
    const times: number[] = [];
    while (performance.now() < until) {
      const start = performance.now();
      const { status } = await send(agent, port, 'GET', '/it/services');
      if (status !== 200) throw new Error(`A light page was answered with ${status}`);
      times.push(performance.now() - start);
      await wait(10);
    }
    return percentile(times, 0.99);
  };
  const issueUntil = (until: number) => sendAll([port], issue(), { connections: 2, until });
  const after = (span: number) => performance.now() + span * 1000;
  try {
    await Promise.all([lookUntil(after(2)), issueUntil(after(2))]);
    const alone = await lookUntil(after(seconds));
    const until = after(seconds);
    const [meanwhile, issued] = await Promise.all([lookUntil(until), issueUntil(until)]);
    const failed = issued.answers.filter(({ status }) => status !== 201).length;
    if (failed > 0) throw new Error(`${failed} certificates were refused while others looked`);
    return { alone, meanwhile, issued: issued.answers.length / issued.seconds };
  } finally {
    agent.destroy();
    await time.stop();
  }
}

/** Minutes in which so many certificates are revoked, each in a transaction of its own, and as many issued anew. */
async function revokedAndIssuedAgain(
  deps: CertificateDeps,
  ask: () => Promise<string>,
  count: number,
): Promise<number> {
  await atOnce(deps, ask, count);
  const issued = await deps.db.transaction(system, (tx) =>
    tx.sql<{ id: string }>(
      "select document_id as id from certificates.certificate where state = 'delivered' limit $1",
      [count],
    ),
  );
  if (issued.length < count) throw new Error(`Only ${issued.length} certificates were issued`);
  const start = performance.now();
  for (const { id } of issued)
    await deps.db.transaction(system, (tx) => deps.sealing.revoke(tx, id, 'platform', 'wrong_data'));
  await atOnce(deps, ask, count);
  return (performance.now() - start) / 60_000;
}

/** How many are issued a second when eight are under way. */
async function atOnce(deps: CertificateDeps, ask: () => Promise<string>, count: number): Promise<number> {
  const ids: string[] = [];
  for (let turn = 0; turn < count; turn += 1) ids.push(await ask());
  const start = performance.now();
  const workers = Array.from({ length: 8 }, async () => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) await issueCertificate(deps, id);
  });
  await Promise.all(workers);
  return count / ((performance.now() - start) / 1000);
}

async function signaturesPerSecond(sign: (bytes: Uint8Array) => Promise<Uint8Array>): Promise<number> {
  const bytes = new Uint8Array(256);
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < 1000) {
    await sign(bytes);
    count += 1;
  }
  return count / ((performance.now() - start) / 1000);
}
