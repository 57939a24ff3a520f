import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { CaseFileDeps } from '../use-cases/case-file-deps.ts';
import { caseFileApi } from './api.ts';
import { byLetterApi } from './api-by-letter.ts';
import { delegationApi } from './delegations/api.ts';
import { delegationRoutes } from './delegations/routes.ts';
import { caseFileDeskApi } from './desk/api.ts';
import { savedReplyApi } from './desk/api-saved-replies.ts';
import { filesDeskApi } from './desk/files/api.ts';
import { filesOfficeApi } from './desk/files/api-office.ts';
import { filesDeskRoutes } from './desk/files/routes.ts';
import { caseFileDeskRoutes } from './desk/routes.ts';
import { municipalDeskApi } from './municipality/api.ts';
import { municipalDeskRoutes } from './municipality/routes.ts';
import { ownRoutes } from './own.ts';
import { paperRoutes } from './papers.ts';

import { draftApi } from './person/api-drafts.ts';
import { fileApi } from './person/api-files.ts';

import { draftRoutes } from './person/draft-routes.ts';
import { ownFileRoutes } from './person/file-routes.ts';
import { procedureRoutes } from './person/procedure-page.ts';
import { startRoutes } from './start.ts';

/** Requests to offices: pages of people and officials, and their API. */
export function caseFileRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await app.register(startRoutes(deps));
    await app.register(ownRoutes(deps));
    await app.register(procedureRoutes(deps));
    await app.register(draftRoutes(deps));
    await app.register(ownFileRoutes(deps));
    await app.register(caseFileDeskRoutes(deps));
    await app.register(filesDeskRoutes(deps));
    await app.register(caseFileApi(deps));
    await app.register(draftApi(deps));
    await app.register(fileApi(deps));
    await app.register(byLetterApi(deps));
    await app.register(caseFileDeskApi(deps));
    await app.register(savedReplyApi(deps));
    await app.register(municipalDeskRoutes(deps));
    await app.register(municipalDeskApi(deps));
    await app.register(paperRoutes(deps));
    await app.register(delegationRoutes(deps));
    await app.register(delegationApi(deps));
    await app.register(filesDeskApi(deps));
    await app.register(filesOfficeApi(deps));
  };
}
