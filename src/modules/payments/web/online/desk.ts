import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseCivilDate } from '#kernel/civil-date.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { principalOf } from '#platform/web/who.ts';
import { moneyDay } from '../../domain/money-day.ts';
import {
  type Decider,
  decideRefund,
  payBack,
  type RefundRefusal,
  refundDoubtful,
} from '../../use-cases/refund.ts';
import { deskFilters, seeDeskOrders, seeLedgerDay, seeOrder } from '../../use-cases/see-orders.ts';
import { onlineWords } from '../words/online.ts';
import { deskListPage } from './desk-list-page.ts';
import { type DeskOrderPage, deskOrderPage } from './desk-order-page.ts';

interface OrderRoute {
  Params: { id: string; number: string };
  Querystring: { done?: string };
}

const refundForm = z.object({ reason: z.string().trim().min(1).max(500) });
const payBackForm = z.object({ reference: z.string().trim().min(1).max(60) });

export function deciderOf(request: FastifyRequest): Decider {
  const official = officialOf(request);
  return { as: principalOf(official), actor: { kind: 'official', id: official.officialId } };
}

/** Online payments for officials: those of their offices, the ministry all. */
export function deskPaymentRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.get<{ Querystring: { filter?: string; notice?: string; day?: string } }>(
      '/desk/payments',
      async (request, reply) => {
        const { as } = deciderOf(request);
        const { query } = request;
        const filter = deskFilters.find((each) => each === query.filter) ?? 'all';
        const parsed = parseCivilDate(String(query.day ?? ''));
        const day = parsed.ok ? parsed.value : moneyDay(deps.now());
        const notice = typeof query.notice === 'string' ? query.notice.slice(0, 60) : undefined;
        return deskListPage(request, reply, {
          filter,
          notice,
          day,
          orders: await seeDeskOrders(deps, as, { filter, notice }),
          movements: await seeLedgerDay(deps, as, day),
        });
      },
    );
    app.get<OrderRoute>('/desk/payments/:id', async (request, reply) => {
      const { done } = onlineWords[request.locale].desk;
      return show(deps, request, reply, {
        done: Object.entries(done).find(([name]) => name === request.query.done)?.[1],
      });
    });
    app.post<OrderRoute>('/desk/payments/:id/refund-entries', async (request, reply) => {
      const reading = readForm(refundForm, request.body);
      const { desk } = onlineWords[request.locale];
      if (!reading.ok)
        return show(deps, request, reply, {
          typed: reading.typed['reason'],
          fault: { name: 'reason', text: desk.reasonMissing },
        });
      const { id } = request.params;
      const wish = { orderId: id, reason: reading.value.reason, key: reading.key };
      return afterwards(deps, request, reply, await decideRefund(deps, deciderOf(request), wish), 'refund');
    });
    app.post<OrderRoute>('/desk/payments/:id/notices/:number/refund-entries', async (request, reply) => {
      const reading = readForm(refundForm, request.body);
      const { desk } = onlineWords[request.locale];
      const { id, number } = request.params;
      if (!reading.ok)
        return show(deps, request, reply, {
          typed: reading.typed['reason'],
          fault: { name: `reason-${number}`, text: desk.reasonMissing },
        });
      const wish = { orderId: id, number: numberOf(number), reason: reading.value.reason, key: reading.key };
      return afterwards(deps, request, reply, await refundDoubtful(deps, deciderOf(request), wish), 'refund');
    });
    app.post<OrderRoute>('/desk/payments/:id/refunds/:number/payout', async (request, reply) => {
      const reading = readForm(payBackForm, request.body);
      const { desk } = onlineWords[request.locale];
      const { id, number } = request.params;
      if (!reading.ok)
        return show(deps, request, reply, {
          typed: reading.typed['reference'],
          fault: { name: `reference-${number}`, text: desk.referenceMissing },
        });
      const wish = {
        orderId: id,
        number: numberOf(number),
        reference: reading.value.reference,
        key: reading.key,
      };
      return afterwards(deps, request, reply, await payBack(deps, deciderOf(request), wish), 'paid_back');
    });
  };
}

const numberOf = (raw: string) => (/^\d{1,4}$/.test(raw) ? Number(raw) : 0);

function afterwards(
  deps: Deps,
  request: FastifyRequest<OrderRoute>,
  reply: FastifyReply,
  outcome: { readonly ok: true } | { readonly ok: false; readonly refusal: RefundRefusal },
  done: string,
): Promise<FastifyReply> | FastifyReply {
  if (outcome.ok) return reply.seeOther(`/desk/payments/${request.params.id}?done=${done}`);
  if (outcome.refusal.code === 'no_such_payment') return reply.notFound();
  return show(deps, request, reply, { problem: onlineWords[request.locale].refunding[outcome.refusal.code] });
}

async function show(
  deps: Deps,
  request: FastifyRequest<OrderRoute>,
  reply: FastifyReply,
  page: Omit<DeskOrderPage, 'view'>,
): Promise<FastifyReply> {
  const view = await seeOrder(deps, deciderOf(request).as, request.params.id);
  return view === undefined ? reply.notFound() : deskOrderPage(request, reply, { view, ...page });
}
