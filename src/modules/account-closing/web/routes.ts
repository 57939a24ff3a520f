import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Proof, requireContacts } from '#modules/identity/public.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import {
  type ClosingDeps,
  closeAccount,
  foretellClosing,
  readReceipt,
  wordsOf,
} from '../use-cases/close-account.ts';
import { closingApi } from './api.ts';
import { closingDeskRoutes } from './desk-routes.ts';
import { closedPage, closingPage, receiptGonePage } from './pages.ts';
import { closingPageWords } from './words/words.ts';

/** Closing the account: what it does, who asks for it, and the list afterwards. */
export function accountClosingRoutes(closing: ClosingDeps): FastifyPluginAsync {
  const limited = { rateLimit: { max: 30, timeWindow: '10 minutes' } };
  const words = wordsOf(closing);

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    state: { problems?: Record<string, string>; understood?: boolean; notice?: string; key?: string } = {},
  ) => {
    const { accountId } = citizenOf(request);
    return closingPage(reply, {
      outcome: await foretellClosing(closing, accountId),
      words,
      ways: await closing.prover.ways(accountId),
      problems: state.problems ?? {},
      understood: state.understood ?? false,
      notice: state.notice,
      key: state.key,
    });
  };

  return async (app) => {
    const reachable = { preHandler: requireContacts(closing.deps, 'closing') };
    app.get('/account/closing', reachable, (request, reply) => {
      const sent = (request.query as Record<string, unknown>)['sent'] === 'yes';
      return show(request, reply, sent ? { notice: closingPageWords[request.locale].codeSent } : {});
    });

    app.post('/account/closing/codes', { ...reachable, config: limited }, async (request, reply) => {
      const page = closingPageWords[request.locale];
      const sent = await closing.prover.sendCode(citizenOf(request).accountId);
      if (sent.ok) return reply.seeOther('/account/closing?sent=yes');
      const problem = sent.refusal.code === 'too_soon' ? page.tooSoon : page.tooManyCodes;
      return show(request, reply, { problems: { code: problem } });
    });

    // No guard: a second click comes from somebody whose account is closed by then, and gets the same answer.
    app.post('/account/closings', { config: limited }, async (request, reply) => {
      const page = closingPageWords[request.locale];
      const { typed, key } = readForm(z.object({}), request.body);
      if (request.who.kind !== 'citizen') {
        const known = await readReceipt(closing, key);
        return known === undefined ? reply.askToSignIn('citizen') : reply.seeOther(`/closed-accounts/${key}`);
      }
      if (!request.who.active) return citizensOnly(request, reply);
      const understood = typed['understood'] === 'yes';
      const proof = proofIn(typed);
      const problems = {
        ...(!understood && { understood: page.understoodMissing }),
        ...(proof === undefined && { password: page.proofMissing }),
      };
      if (!understood || proof === undefined) return show(request, reply, { problems, understood, key });
      const { accountId } = citizenOf(request);
      const closed = await closeAccount(closing, { accountId, proof, key });
      if (closed.ok) {
        reply.header('clear-site-data', '"cache", "storage"');
        return reply.seeOther(`/closed-accounts/${key}`);
      }
      if (closed.refusal.code === 'closed_already') return receiptGonePage(reply);
      return show(request, reply, { problems: { password: page.notProven }, understood });
    });

    app.get<{ Params: { key: string } }>('/closed-accounts/:key', async (request, reply) => {
      const receipt = await readReceipt(closing, request.params.key);
      reply.header('cache-control', 'no-store');
      return receipt === undefined ? receiptGonePage(reply) : closedPage(reply, receipt.outcome, words);
    });

    closingDeskRoutes(app, closing);
    closingApi(app, closing);
  };
}

function proofIn(typed: Typed): Proof | undefined {
  const { passkey, code, password } = typed as Record<'passkey' | 'code' | 'password', string | undefined>;
  if (passkey) return { kind: 'passkey', answer: passkey };
  if (code?.trim()) return { kind: 'code', code };
  return password ? { kind: 'password', password: password.slice(0, 1000) } : undefined;
}
