import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { type KeyKind, keyKinds } from '../../domain/distrust.ts';
import type { CertificateDeps } from '../../use-cases/certificate-deps.ts';
import { confirmDistrust, proposeDistrust, withdrawDistrust } from '../../use-cases/distrust-key.ts';
import { seeKeys } from '../../use-cases/see-keys.ts';
import { keyWords } from '../words/keys.ts';
import { type KeysPage, keysPage, keysPath } from './keys-page.ts';

interface OneRoute {
  Params: { id: string };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const proposal = z.object({
  trusted_key: z.string().regex(/^(code_key|seal_certificate):[0-9a-f]{16,64}$/),
  reason: z.string().trim().min(1).max(500),
});

/** Lets administrators of the ministry pass; for all others there is nothing here. */
export async function ministryOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  return officialOf(request).ministry ? undefined : reply.notFound();
}

/** The ministry's page of the keys. */
export function keyRoutes(deps: CertificateDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', ministryOnly);
    app.get(keysPath, async (request, reply) => show(deps, request, reply, {}));

    app.post(`${keysPath}/distrusts`, async (request, reply) => {
      const words = keyWords[request.locale];
      const reading = readForm(proposal, request.body);
      const { typed, key } = reading;
      if (!reading.ok) {
        const problems = {
          ...(proposal.shape.trusted_key.safeParse(typed['trusted_key']).success
            ? {}
            : { trusted_key: words.missing.key }),
          ...(proposal.shape.reason.safeParse(typed['reason']).success
            ? {}
            : { reason: words.missing.reason }),
        };
        return show(deps, request, reply, { typed, key, problems });
      }
      const [kind, keyId = ''] = reading.value.trusted_key.split(':');
      const keyKind: KeyKind = keyKinds.find((each) => each === kind) ?? 'code_key';
      const { reason } = reading.value;
      const outcome = await proposeDistrust(deps, officialOf(request), { keyKind, keyId, reason, key });
      if (outcome.ok) return reply.seeOther(keysPath);
      return show(deps, request, reply, { typed, warning: words.refusals[outcome.refusal.code] });
    });

    for (const [name, decide] of [
      ['confirmation', confirmDistrust],
      ['withdrawal', withdrawDistrust],
    ] as const)
      app.post<OneRoute>(`${keysPath}/distrusts/:id/${name}`, async (request, reply) => {
        const { id } = request.params;
        if (!uuid.test(id)) return reply.notFound();
        const outcome = await decide(deps, officialOf(request), { id });
        if (outcome.ok) return reply.seeOther(keysPath);
        if (outcome.refusal.code === 'no_such_distrust') return reply.notFound();
        const warning = keyWords[request.locale].refusals[outcome.refusal.code];
        return show(deps, request, reply, { warning });
      });
  };
}

async function show(
  deps: CertificateDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Omit<KeysPage, 'seen'>,
): Promise<FastifyReply> {
  const seen = await seeKeys(deps, officialOf(request));
  return seen.ok ? keysPage(request, reply, { seen: seen.value, ...page }) : reply.notFound();
}
