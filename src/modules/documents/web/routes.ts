import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { DocumentDeps } from '../use-cases/document-deps.ts';
import { documentApi } from './api.ts';
import { fileRoutes } from './file-routes.ts';
import { guideRoutes } from './guide.ts';
import { transferApi } from './transfer-api.ts';
import { uploadApi } from './upload-api.ts';

/** Documents to save, and their API; the forms that carry them are other modules'. */
export function documentRoutes(deps: DocumentDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    guideRoutes(app);
    await app.register(fileRoutes(deps));
    await app.register(documentApi(deps));
    await app.register(uploadApi(deps));
    await app.register(transferApi(deps));
  };
}
