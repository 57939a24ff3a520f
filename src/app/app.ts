import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { accountClosingRoutes } from '#modules/account-closing/public.ts';
import {
  appointmentDeskRoutes,
  appointmentRoutes,
  moveForAccount as moveAppointments,
  upcomingAppointments,
} from '#modules/appointments/public.ts';
import {
  type CaseFileDeps,
  caseFileRoutes,
  moveForAccount as moveRequests,
  openRequests,
} from '#modules/case-files/public.ts';
import {
  certificateRoutes,
  ownCertificates,
  proofApi,
  proofRoutes,
  type SealedDeps,
  selfCertificationRoutes,
  verifyApi,
  verifyRoutes,
} from '#modules/certificates/public.ts';
import { citizenshipRoutes, keptAssessments } from '#modules/citizenship/public.ts';
import { deskRoutes } from '#modules/desk/public.ts';
import { documentRoutes } from '#modules/documents/public.ts';
import {
  identify,
  identityRoutes,
  openProver,
  requireStrong,
  type SignInCost,
  type Spid,
} from '#modules/identity/public.ts';
import { officeRoutes } from '#modules/offices/public.ts';
import { onlinePaymentRoutes, openPayments, paymentRoutes } from '#modules/payments/public.ts';
import { registryRoutes, standingSection } from '#modules/registry/public.ts';
import { serviceRoutes } from '#modules/services/public.ts';
import { siteRoutes } from '#modules/site/public.ts';
import { loggedFault } from '#platform/database/logged-fault.ts';
import type { Deps } from '#platform/deps.ts';
import type { Inad } from '#platform/interoperability/inad.ts';
import type { PagopaOptions } from '#platform/pagopa/pagopa.ts';
import type { Sealing } from '#platform/seal/sealing.ts';
import { changesStream } from '#platform/web/changes-stream.ts';
import { registerApiDocs } from '#platform/web/openapi.ts';
import { buildServer } from '#platform/web/server.ts';
import about from '../../package.json' with { type: 'json' };
import type { Assets } from './assets.ts';
import { certifying } from './certifying.ts';
import { closingsWith } from './closings.ts';
import type { Config } from './config.ts';
import { filing } from './filing.ts';
import { healthRoutes } from './health.ts';
import { makeFrame } from './layout/frame.ts';
import { matching } from './matching.ts';
import { municipalityName } from './municipality-names.ts';
import { findOffices } from './office-finder.ts';
import { paying } from './paying.ts';
import { residence } from './residence.ts';
import { openSpid } from './spid.ts';

export interface AppOptions {
  readonly config: Config;
  readonly deps: Deps;
  readonly assets: Assets;
  readonly logger: Logger;
  readonly cookieSecret: string;
  /** The seal of the installation; without one nothing is sealed or checked here. */
  readonly sealing: Sealing | undefined;
  /** The index of digital domiciles, where the installation is connected to it. */
  readonly inad?: Inad | undefined;
  /** pagoPA; the one of the environment, or of the demonstration. */
  readonly pagopa?: PagopaOptions | undefined;
  /** What guessing passwords costs; the tests take less. */
  readonly signInCost?: SignInCost;
  /** What the program runs; the tests bring procedures of their own. */
  readonly procedures?: CaseFileDeps['procedures'];
  /** SPID with the demonstration's provider; without it, as it is configured. */
  readonly spid?: Spid;
}

/** The whole product: reading the list of modules is reading what it does. */
export async function createApp({
  config,
  deps,
  assets,
  logger,
  cookieSecret,
  sealing,
  inad,
  pagopa = config.pagopa,
  signInCost = {},
  procedures,
  spid = openSpid(config, { now: deps.now, logger }),
}: AppOptions): Promise<FastifyInstance> {
  const app = await buildServer({
    logger,
    publicUrl: config.publicUrl,
    cookieSecret,
    trustedProxies: config.trustedProxies,
    requestsPerMinute: config.requestsPerMinute,
    frame: makeFrame(assets, { demo: config.demo }),
    identify: identify(deps),
  });
  await app.register(staticFiles, {
    root: assets.folder,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    decorateReply: false,
    // The worker that checks documents offline is served with the other files, but works for the pages.
    setHeaders: (reply, path) => {
      if (path.includes('check-worker')) reply.header('service-worker-allowed', '/');
    },
  });
  await app.register(healthRoutes(deps));
  await registerApiDocs(app, { publicUrl: config.publicUrl, version: about.version });
  await app.register(changesStream(deps));

  const withFiles = filing(deps, config, procedures);
  const certificates = sealing && certifying(withFiles, { sealing, pagopa });
  await app.register(siteRoutes(deps));
  await app.register(officeRoutes(deps));
  await app.register(
    identityRoutes(deps, {
      residence,
      sections: [
        standingSection(deps),
        upcomingAppointments(deps),
        openRequests(withFiles),
        openPayments(deps),
        ...(certificates === undefined ? [] : [ownCertificates(certificates)]),
        keptAssessments(deps),
      ],
      moves: [moveAppointments, moveRequests],
      spid,
      matchPerson: matching(deps),
      ...signInCost,
    }),
  );
  await app.register(citizenshipRoutes(deps, findOffices));
  await app.register(serviceRoutes(deps));
  await app.register(appointmentRoutes(deps));
  await app.register(appointmentDeskRoutes(deps));
  await app.register(paymentRoutes(deps));
  await app.register(onlinePaymentRoutes(paying(deps, pagopa)));
  const prover = openProver(deps, signInCost.hashing);
  await app.register(accountClosingRoutes({ deps, prover, closings: closingsWith(withFiles) }));
  await app.register(documentRoutes(withFiles));
  await app.register(caseFileRoutes(withFiles));
  await app.register(registryRoutes({ ...deps, inad }));
  if (certificates !== undefined)
    await app.register(
      certificateRoutes({
        ...certificates,
        strong: requireStrong('certificates'),
        onFault: (fault) => logger.error({ err: loggedFault(fault as Error) }, 'certificate'),
      }),
    );
  await app.register(selfCertificationRoutes(deps, { municipalityName }));
  if (sealing !== undefined) {
    const sealed: SealedDeps = { ...withFiles, sealing };
    await app.register(verifyRoutes(sealed));
    await app.register(verifyApi(sealed));
    await app.register(proofRoutes(sealed));
    await app.register(proofApi(sealed));
  }
  await app.register(deskRoutes(deps));
  return app;
}
