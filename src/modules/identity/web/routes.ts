import type { FastifyPluginAsync } from 'fastify';
import { openPasswords } from '#platform/credentials/passwords.ts';
import type { Deps } from '#platform/deps.ts';
import { accessRoutes } from './access-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { accountApi } from './api.ts';
import { accessApi } from './api-access.ts';
import { blocksApi } from './api-blocks.ts';
import { deskApi } from './api-desk.ts';
import { deskPasskeysApi } from './api-desk-passkeys.ts';
import { deskSignInApi } from './api-desk-sign-in.ts';
import { officeApi } from './api-office.ts';
import { officialsApi } from './api-officials.ts';
import { reentryApi } from './api-reentry.ts';
import { registrationApi } from './api-registration.ts';
import { secretsApi } from './api-secrets.ts';
import { signInApi } from './api-sign-in.ts';
import { spidApi } from './api-spid.ts';
import { contactRoutes } from './contact-routes.ts';
import { deskAccessRoutes } from './desk-access-routes.ts';
import { deskBlocksRoutes } from './desk-blocks-routes.ts';
import { deskOfficeChangesRoutes } from './desk-office-changes-routes.ts';
import { deskOfficialsRoutes } from './desk-officials-routes.ts';
import { deskPaperRoutes } from './desk-paper-routes.ts';
import { deskPeopleRoutes } from './desk-people-routes.ts';
import { deskSignInRoutes } from './desk-sign-in-routes.ts';
import { answerAfter, type IdentityOptions, type IdentityWeb, makeCookies } from './identity-web.ts';
import { matchRoutes } from './match-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { profileRoutes } from './profile-routes.ts';
import { reentryRoutes } from './reentry-routes.ts';
import { registrationRoutes } from './registration-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { spidFirstTimeRoutes } from './spid-first-time.ts';
import { spidLogoutRoutes } from './spid-logout-routes.ts';
import { spidRoutes } from './spid-routes.ts';
import { tokenRoutes } from './token-routes.ts';

/** Everything about accounts, sign-in and officials, pages and API. */
export function identityRoutes(
  deps: Deps,
  {
    residence,
    spid,
    matchPerson,
    moves = [],
    sections = [],
    hashing,
    answerAfterMs = 400,
    triesPerAddress = 100,
  }: IdentityOptions,
): FastifyPluginAsync {
  const web: IdentityWeb = {
    deps: { ...deps, residence, spid, moves, passwords: openPasswords(deps.keys, hashing) },
    matchPerson,
    cookies: makeCookies(deps.publicUrl, deps.keys),
    sections,
    limited: { rateLimit: { max: triesPerAddress, timeWindow: '10 minutes' } },
    untilAnswer: answerAfter(answerAfterMs),
  };
  return async (app) => {
    registrationRoutes(app, web);
    signInRoutes(app, web);
    spidRoutes(app, web);
    spidFirstTimeRoutes(app, web);
    spidLogoutRoutes(app, web);
    matchRoutes(app, web);
    accountRoutes(app, web);
    profileRoutes(app, web);
    contactRoutes(app, web);
    tokenRoutes(app, web);
    accessRoutes(app, web);
    officeRoutes(app, web);
    reentryRoutes(app, web);
    deskSignInRoutes(app, web);
    deskOfficialsRoutes(app, web);
    deskBlocksRoutes(app, web);
    deskAccessRoutes(app, web);
    deskPeopleRoutes(app, web);
    deskPaperRoutes(app, web);
    deskOfficeChangesRoutes(app, web);
    accountApi(app, web);
    accessApi(app, web);
    officeApi(app, web);
    spidApi(app, web);
    deskApi(app, web);
    registrationApi(app, web);
    signInApi(app, web);
    reentryApi(app, web);
    secretsApi(app, web);
    deskSignInApi(app, web);
    deskPasskeysApi(app, web);
    officialsApi(app, web);
    blocksApi(app, web);
  };
}
