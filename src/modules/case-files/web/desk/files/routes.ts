import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { acceptDocuments } from '#modules/documents/public.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import type { CaseFileDeps } from '../../../use-cases/case-file-deps.ts';
import { officeOnly } from '../handling.ts';
import { absenceRoutes } from './absence-routes.ts';
import { fileListRoutes } from './list-routes.ts';
import { fileReportRoutes } from './report-routes.ts';
import { workbenchRoutes } from './workbench-routes.ts';

/** The consulate’s desk of files: lists, workbench, reports, absences. */
export function filesDeskRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', officeOnly);
    await acceptDocuments(app);
    fileListRoutes(app, deps);
    fileReportRoutes(app, deps);
    absenceRoutes(app, deps);
    workbenchRoutes(app, deps);
  };
}
