import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { citizensOnly } from '#platform/web/guards.ts';
import { isApi, sendProblem } from '#platform/web/problem.ts';
import type { TaskWithContacts } from '../domain/contacts-needed.ts';
import { missingContacts } from '../use-cases/missing-contacts.ts';
import { identityWords } from './words/words.ts';

/** Guard of a route that needs a verified contact: who has none gives it first, and comes back. */
export function requireContacts(
  deps: Pick<Deps, 'db'>,
  task: TaskWithContacts,
  /** Whether others than citizens pass: they say in the form how they are reached. */
  { othersToo = false }: { othersToo?: boolean } = {},
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { who } = request;
    if (who.kind !== 'citizen' || !who.active) return othersToo ? undefined : citizensOnly(request, reply);
    const [missing] = await missingContacts(deps, { accountId: who.accountId, task });
    if (missing === undefined) return undefined;
    const { needed } = identityWords[request.locale].account;
    if (isApi(request.url)) {
      return sendProblem(reply, { status: 409, code: `${missing}_not_verified`, title: needed.why[task] });
    }
    if (request.method === 'GET') {
      return reply.seeOther(
        `/account/contacts/${missing}?for=${task}&next=${encodeURIComponent(request.pagePath)}`,
      );
    }
    return reply.askFirst({
      status: 409,
      title: needed.title,
      why: `${needed.why[task]} ${needed.comeBack}`,
      label: needed.link[missing],
      path: `/account/contacts/${missing}?for=${task}`,
    });
  };
}
