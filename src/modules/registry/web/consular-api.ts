import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { compareOwnData } from '../use-cases/compare-registers.ts';
import { consularStanding } from '../use-cases/consular-standing.ts';
import type { RegistryDeps } from '../use-cases/read-record.ts';
import { isStrong } from './comparison.ts';
import { comparisonOut, comparisonSchema, standingOut, standingSchema } from './consular-schemas.ts';

const tags = ['registry'];

/** Where somebody is registered, and what three registers say of them, for machines. */
export function consularApi(deps: RegistryDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', citizensOnly);
    app.get(
      '/api/v1/consular-standing',
      {
        schema: {
          tags,
          operationId: 'see-consular-standing',
          summary: 'Which of account, consular register and AIRE the person has',
          response: { 200: standingSchema },
        },
      },
      async (request) => standingOut(await consularStanding(deps, citizenOf(request).accountId)),
    );
    app.get(
      '/api/v1/register-comparison',
      {
        schema: {
          tags,
          operationId: 'compare-registers',
          summary: 'Consular register, national registry and tax code, field by field',
          response: { 200: comparisonSchema },
        },
      },
      async (request) =>
        comparisonOut(
          await compareOwnData(deps, { accountId: citizenOf(request).accountId, strong: isStrong(request) }),
        ),
    );
  };
}
