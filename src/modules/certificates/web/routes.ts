import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { certificateApi } from './api.ts';
import type { CertificatesWeb } from './certificates-web.ts';
import { certificateDeskApi } from './desk/api.ts';
import { certificateDeskRoutes } from './desk/routes.ts';
import { keyApi } from './keys/api.ts';
import { keyRoutes } from './keys/routes.ts';
import { ownCertificateRoutes } from './own.ts';

/** Certificates: for people, for the municipalities that issue them, and for machines. */
export function certificateRoutes(deps: CertificatesWeb): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await app.register(ownCertificateRoutes(deps));
    await app.register(certificateDeskRoutes(deps));
    await app.register(keyRoutes(deps));
    await app.register(keyApi(deps));
    await app.register(certificateApi(deps));
    await app.register(certificateDeskApi(deps));
  };
}
