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
import { caseFileRoutes, moveForAccount as moveRequests, openRequests } from '#modules/case-files/public.ts';
import { selfCertificationRoutes } from '#modules/certificates/public.ts';
import { citizenshipRoutes, keptAssessments } from '#modules/citizenship/public.ts';
import { deskRoutes } from '#modules/desk/public.ts';
import { documentRoutes } from '#modules/documents/public.ts';
import {
  identify,
  identityRoutes,
  openProver,
  type SignInCost,
  type Spid,
} from '#modules/identity/public.ts';
import { officeRoutes } from '#modules/offices/public.ts';
import { onlinePaymentRoutes, openPayments, paymentRoutes } from '#modules/payments/public.ts';
import { registryRoutes } from '#modules/registry/public.ts';
import { serviceRoutes } from '#modules/services/public.ts';
import { siteRoutes } from '#modules/site/public.ts';
import type { Deps } from '#platform/deps.ts';
import type { Inad } from '#platform/interoperability/inad.ts';
import type { PagopaOptions } from '#platform/pagopa/pagopa.ts';
import { changesStream } from '#platform/web/changes-stream.ts';
import { registerApiDocs } from '#platform/web/openapi.ts';
import { buildServer } from '#platform/web/server.ts';
import about from '../../package.json' with { type: 'json' };
import type { Assets } from './assets.ts';
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
  /** The index of digital domiciles, where the installation is connected to it. */
  readonly inad?: Inad | undefined;
  /** pagoPA; the one of the environment, or of the demonstration. */
  readonly pagopa?: PagopaOptions | undefined;
  /** What guessing passwords costs; the tests take less. */
  readonly signInCost?: SignInCost;
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
  inad,
  pagopa = config.pagopa,
  signInCost = {},
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
  });
  await app.register(healthRoutes(deps));
  await registerApiDocs(app, { publicUrl: config.publicUrl, version: about.version });
  await app.register(changesStream(deps));

  const withFiles = filing(deps, config);
  await app.register(siteRoutes(deps));
  await app.register(officeRoutes(deps));
  await app.register(
    identityRoutes(deps, {
      residence,
      sections: [
        upcomingAppointments(deps),
        openRequests(withFiles),
        openPayments(deps),
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
  await app.register(selfCertificationRoutes(deps, { municipalityName }));
  await app.register(deskRoutes(deps));
  return app;
}
