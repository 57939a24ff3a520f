import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pino, { type Logger } from 'pino';
import { loadDemonstration } from '#demo/load.ts';
import { openOutbox } from '#demo/outbox.ts';
import { pagopaCheckoutPages } from '#demo/pagopa/checkout-pages.ts';
import { startPagopa } from '#demo/pagopa/start.ts';
import { demoRoutes } from '#demo/routes.ts';
import { startDemoSealing } from '#demo/sealing.ts';
import { type DemoServers, startDemoServers } from '#demo/servers.ts';
import { demoIdentities } from '#demo/spid/people.ts';
import { openDemoProvider } from '#demo/spid/provider.ts';
import { demoSpidRoutes } from '#demo/spid/routes.ts';
import { accountClosingJobs } from '#modules/account-closing/public.ts';
import { appointmentJobs } from '#modules/appointments/public.ts';
import { type CaseFileDeps, caseFileJobs } from '#modules/case-files/public.ts';
import { type CertificateDeps, certificateJobs, sealedJobs } from '#modules/certificates/public.ts';
import { citizenshipJobs } from '#modules/citizenship/public.ts';
import { documentJobs } from '#modules/documents/public.ts';
import { ensureFirstAdministrator, identityJobs, type SignInCost } from '#modules/identity/public.ts';
import {
  type Channels,
  dispatchMessages,
  eraseOldMessages,
  type Outside,
} from '#modules/notifications/public.ts';
import { type PaymentDeps, paymentJobs } from '#modules/payments/public.ts';
import { domicileOfAccount, registryJobs } from '#modules/registry/public.ts';
import { loggedFault } from '#platform/database/logged-fault.ts';
import type { Deps } from '#platform/deps.ts';
import { sealHistory } from '#platform/event-log/seal.ts';
import { forgetOldKeys } from '#platform/idempotency/forget.ts';
import { connectInad, type Inad } from '#platform/interoperability/inad.ts';
import { startLoop } from '#platform/jobs/loop.ts';
import { startSchedule } from '#platform/jobs/scheduled.ts';
import { findSecret, keysFrom } from '#platform/keys.ts';
import { connectMailer } from '#platform/mail/mailer.ts';
import { connectSmsGateway, type SmsGateway } from '#platform/mail/sms-gateway.ts';
import { followChanges } from '#platform/outbox/changes.ts';
import { publishChanges } from '#platform/outbox/publish.ts';
import { openSealing, type Sealing } from '#platform/seal/sealing.ts';
import { createApp } from './app.ts';
import { buildAssets } from './assets.ts';
import { attachmentSources } from './attachments.ts';
import { certifying } from './certifying.ts';
import type { Config } from './config.ts';
import { filing } from './filing.ts';
import { openStore } from './open-store.ts';
import { paying } from './paying.ts';
import { openSpid } from './spid.ts';

export interface Running {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly url: string;
  /** Link with which the first administrator of a new installation enrols. */
  readonly enrolment: string | undefined;
  /** Tells balancers to send nobody here any more, and serves on until they have noticed. */
  drain(): Promise<void>;
  /** Does now what a timer would do later. */
  runTask(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Balancers ask `/ready` every half second and believe the second no. */
const drainingMs = 2000;

export interface RunOptions {
  readonly now?: () => Temporal.Instant;
  readonly logger?: Logger;
  readonly signInCost?: SignInCost;
}

/** Starts everything of one instance: store, pages, timers. */
export async function run(
  config: Config,
  { now = () => Temporal.Now.instant(), logger, signInCost }: RunOptions = {},
): Promise<Running> {
  const log = logger ?? pino({ level: config.logLevel });
  const [store, assets] = await Promise.all([openStore(config), buildAssets(config.cacheDir)]);
  const secret = findSecret(config.dataDir, config.secret);
  const changes = await followChanges(store.db);
  const deps: Deps = {
    db: store.db,
    now,
    chance: () => randomInt(2 ** 32) / 2 ** 32,
    keys: keysFrom(secret),
    publicUrl: config.publicUrl,
    changes,
  };
  const outbox = openOutbox(config.dataDir);
  const demoServers = config.demo ? await startDemoServers(outbox, now) : undefined;
  const channels = openChannels(config, demoServers);
  const inad = config.inad ?? demoServers?.inad;
  const index = inad && connectInad(inad, now);
  const pagopaSimulator =
    config.demo && config.pagopa === undefined
      ? await startPagopa({
          now,
          checkoutOrigin: new URL(config.publicUrl).origin,
          file: join(config.dataDir, 'pagopa.json'),
        })
      : undefined;
  const pagopa = config.pagopa ?? pagopaSimulator?.options;
  if (config.demo) await loadDemonstration(filing(deps, config));
  const sealing = await openSeal(config, deps);
  const demoProvider = config.demo ? openDemoProvider({ ...config, now }) : undefined;
  const spid = openSpid(config, { now, logger: log, more: demoProvider?.list });
  const app = await createApp({
    config,
    deps,
    assets,
    logger: log,
    cookieSecret: secret,
    inad: index,
    sealing: sealing?.sealing,
    pagopa,
    spid,
    ...(signInCost === undefined ? {} : { signInCost }),
  });
  if (config.demo) await app.register(demoRoutes(deps, outbox));
  if (pagopaSimulator !== undefined) await app.register(pagopaCheckoutPages(pagopaSimulator.world));
  if (demoProvider !== undefined) {
    const { party } = spid;
    await app.register(demoSpidRoutes({ provider: demoProvider, party, people: demoIdentities, now }));
  }
  await app.listen({ port: config.port, host: config.host });
  const timers = config.jobs
    ? await startTimers(filing(deps, config), {
        payments: paying(deps, pagopa),
        certificates: sealing && certifying(filing(deps, config), { sealing: sealing.sealing, pagopa }),
        log,
        channels,
        inad: index,
      })
    : [];
  const { port } = app.server.address() as { port: number };
  return {
    app,
    deps,
    url: `http://localhost:${port}`,
    enrolment: await ensureFirstAdministrator(deps),
    async drain() {
      app.draining = true;
      await wait(drainingMs);
    },
    async runTask(name) {
      for (const timer of timers) await timer.run?.(name);
    },
    async stop() {
      app.draining = true;
      await app.close();
      for (const timer of timers) await timer.stop();
      channels.mailer.close();
      await sealing?.stop();
      channels.pec.close();
      await demoServers?.stop();
      await pagopaSimulator?.stop();
      await changes.close();
      await store.close();
    },
  };
}

/** The configured seal, or that of the demonstration. */
async function openSeal(
  { seal, demo, dataDir }: Config,
  { keys }: Deps,
): Promise<{ readonly sealing: Sealing; stop(): Promise<void> } | undefined> {
  if (seal === undefined) return demo ? startDemoSealing(dataDir, keys) : undefined;
  const sealing = openSealing({ ...seal, facSimile: demo });
  return { sealing, stop: () => sealing.stop() };
}

/** Where letters and texts leave: the configured servers, or those of the demonstration. */
function openChannels(config: Config, demo: DemoServers | undefined): Channels {
  const smtpUrl = config.smtpUrl ?? demo?.smtpUrl;
  if (smtpUrl === undefined) throw new Error('No mail server is configured');
  const gateway = config.smsGateway ?? (demo === undefined ? undefined : { url: demo.smsUrl });
  const noSms: SmsGateway = {
    send: async () => {
      throw new Error('No SMS gateway is configured');
    },
  };
  return {
    mailer: connectMailer({ smtpUrl, sender: config.mailFrom }),
    // Certified mail is written only to addresses that the index gave, and the index is set up together with it.
    pec: connectMailer({ smtpUrl: config.pec.smtpUrl ?? smtpUrl, sender: config.pec.from }),
    sms: gateway === undefined ? noSms : connectSmsGateway(gateway),
  };
}

async function startTimers(
  deps: CaseFileDeps,
  {
    payments,
    certificates,
    log,
    channels,
    inad,
  }: {
    payments: PaymentDeps;
    /** Absent where the installation has no seal. */
    certificates: CertificateDeps | undefined;
    log: Logger;
    channels: Channels;
    inad: Inad | undefined;
  },
): Promise<{ stop(): Promise<void>; run?(name: string): Promise<void> }[]> {
  const outside: Outside = {
    attachments: attachmentSources(deps, certificates),
    domicileOf: (accountId) => domicileOfAccount({ ...deps, inad }, accountId),
  };
  const onError = (error: unknown) => log.error({ err: loggedFault(error as Error) }, 'timer');
  return [
    startLoop(200, () => publishChanges(deps.db), onError),
    startLoop(
      500,
      async () => ((await dispatchMessages(deps, channels, outside)) > 0 ? 'more' : 'done'),
      onError,
    ),
    startLoop(1000, () => sealHistory(deps.db, deps.now), onError),
    await startSchedule(
      deps.db,
      [
        ...appointmentJobs(deps),
        ...identityJobs(deps),
        ...citizenshipJobs(deps),
        ...accountClosingJobs(deps),
        ...documentJobs(deps),
        ...caseFileJobs(deps),
        ...registryJobs({ ...deps, inad }),
        ...sealedJobs(deps),
        ...(certificates === undefined ? [] : certificateJobs(certificates)),
        ...paymentJobs(payments),
        {
          name: 'keys-forget',
          cron: '53 3 * * *',
          run: async () => void (await forgetOldKeys(deps.db, deps.now())),
        },
        { name: 'messages-erase', cron: '41 3 * * *', run: () => eraseOldMessages(deps) },
      ],
      onError,
    ),
  ];
}
