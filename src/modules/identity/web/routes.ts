import type { FastifyPluginAsync } from 'fastify';
import { openPasswords } from '#platform/credentials/passwords.ts';
import type { Deps } from '#platform/deps.ts';
import { accountRoutes } from './account-routes.ts';
import { accountApi } from './api.ts';
import { contactRoutes } from './contact-routes.ts';
import { deskBlocksRoutes } from './desk-blocks-routes.ts';
import { deskOfficialsRoutes } from './desk-officials-routes.ts';
import { deskSignInRoutes } from './desk-sign-in-routes.ts';
import { answerAfter, type IdentityOptions, type IdentityWeb, makeCookies } from './identity-web.ts';
import { profileRoutes } from './profile-routes.ts';
import { registrationRoutes } from './registration-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { tokenRoutes } from './token-routes.ts';

/** Everything about accounts, sign-in and officials, pages and API. */
export function identityRoutes(
  deps: Deps,
  { residence, sections = [], hashing, answerAfterMs = 400, triesPerAddress = 100 }: IdentityOptions,
): FastifyPluginAsync {
  const web: IdentityWeb = {
    deps: { ...deps, residence, passwords: openPasswords(deps.keys, hashing) },
    cookies: makeCookies(deps.publicUrl, deps.keys),
    sections,
    limited: { rateLimit: { max: triesPerAddress, timeWindow: '10 minutes' } },
    untilAnswer: answerAfter(answerAfterMs),
  };
  return async (app) => {
    registrationRoutes(app, web);
    signInRoutes(app, web);
    accountRoutes(app, web);
    profileRoutes(app, web);
    contactRoutes(app, web);
    tokenRoutes(app, web);
    deskSignInRoutes(app, web);
    deskOfficialsRoutes(app, web);
    deskBlocksRoutes(app, web);
    accountApi(app, web);
  };
}
