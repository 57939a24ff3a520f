import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { listProviders } from '../use-cases/ask-spid.ts';
import { readStrongIdentity } from '../use-cases/read-strong-identity.ts';
import type { IdentityWeb } from './identity-web.ts';
import { shuffled } from './spid-button.ts';

const provider = z.object({
  entity_id: z.string(),
  name: z.string(),
});
const strength = z.object({
  signed_in_with: z
    .enum(['password', 'spid'])
    .describe('How this session was opened; tokens count as password'),
  level: z.number().int().min(1).max(3).describe('How surely the person is known'),
  connected_at: z.iso.datetime().nullable().describe('Since when SPID opens the account; null: it does not'),
});

/** What the pages say of SPID, for programs; signing in itself needs a browser. */
export function spidApi(plain: FastifyInstance, { deps }: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/v1/spid-providers',
    {
      schema: {
        tags: ['account'],
        summary: 'The identity providers of SPID, in another order each time',
        security: [],
        response: { 200: z.object({ items: z.array(provider), next: z.string().nullable() }) },
      },
    },
    async () => {
      const list = shuffled(await listProviders(deps), deps.chance);
      return { items: list.map(({ entityId, name }) => ({ entity_id: entityId, name })), next: null };
    },
  );

  app.get(
    '/api/v1/account/strong-identity',
    {
      preHandler: citizensOnly,
      schema: {
        tags: ['account'],
        summary: 'How surely the person of this session is known, and whether SPID opens the account',
        response: { 200: strength },
      },
    },
    async (request) => {
      const { accountId, signedInWith, level } = citizenOf(request);
      const connected = await readStrongIdentity(deps, accountId);
      return {
        signed_in_with: signedInWith,
        level,
        connected_at: connected?.connectedAt.toString() ?? null,
      };
    },
  );
}
