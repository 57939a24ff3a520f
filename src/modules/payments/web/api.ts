import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Cents } from '#kernel/money.ts';
import type { Deps } from '#platform/deps.ts';
import { todayOf } from '../use-cases/at-the-till.ts';
import { closeDay } from '../use-cases/close-day.ts';
import { seeClosings, seeTillDay } from '../use-cases/see-till.ts';
import { takeFees } from '../use-cases/take-fees.ts';
import { decideVoid, requestVoid } from '../use-cases/void-receipt.ts';
import { sendTillRefusal } from './api-refusals.ts';
import * as schemas from './api-schemas.ts';
import { sendReceipt } from './send-receipt.ts';
import { tillOf } from './till-request.ts';

const tags = ['till'];
const base = '/api/v1/desk/offices/:office_id';

/** The till of an office, for the programs of its officials. */
export function tillApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    receiptApi(plain, deps);
    voidingApi(plain, deps);
    closingApi(plain, deps);
  };
}

function receiptApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${base}/receipts`,
    {
      schema: {
        tags,
        operationId: 'list-receipts',
        summary: 'The receipts of a day, today’s without one',
        params: schemas.officeParams,
        querystring: schemas.dayQuery,
        response: { 200: schemas.receiptsAnswer },
      },
    },
    async (request) => {
      const till = tillOf(request);
      const day = (request.query.day as CivilDate | undefined) ?? todayOf(deps, till.officeId);
      const { receipts } = await seeTillDay(deps, till, day);
      return { items: receipts.map(schemas.receiptOut), next: null };
    },
  );

  app.post(
    `${base}/receipts`,
    {
      schema: {
        tags,
        operationId: 'take-fees',
        summary: 'Take fees by card and issue the receipt',
        description: 'Amounts are those of the consular tariff in force on the office’s day.',
        params: schemas.officeParams,
        headers: schemas.idempotencyHeader,
        body: schemas.takingBody,
        response: { 201: schemas.receiptSchema },
      },
    },
    async (request, reply) => {
      const till = tillOf(request);
      const { body } = request;
      const outcome = await takeFees(deps, till, {
        payerName: body.payer_name,
        terminalReference: body.terminal_reference,
        fees: body.fees.map((fee) => ({ feeId: fee.fee_id, quantity: fee.quantity })),
        locale: body.language,
        appointmentId: null,
        accountId: null,
        key: request.headers['idempotency-key'],
      });
      if (!outcome.ok) return sendTillRefusal(reply, outcome.refusal);
      return sendReceipt(deps, reply, till, outcome.value.id, 201);
    },
  );

  app.get(
    `${base}/receipts/:receipt_id`,
    {
      schema: {
        tags,
        operationId: 'see-receipt',
        summary: 'One receipt',
        params: schemas.receiptParams,
        response: { 200: schemas.receiptSchema },
      },
    },
    async (request, reply) => sendReceipt(deps, reply, tillOf(request), request.params.receipt_id, 200),
  );
}

function voidingApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.post(
    `${base}/receipts/:receipt_id/void-requests`,
    {
      schema: {
        tags,
        operationId: 'request-void',
        summary: 'Ask to void a receipt of today',
        params: schemas.receiptParams,
        headers: schemas.idempotencyHeader,
        body: schemas.voidBody,
        response: { 200: schemas.receiptSchema },
      },
    },
    async (request, reply) => {
      const till = tillOf(request);
      const id = request.params.receipt_id;
      const key = request.headers['idempotency-key'];
      const outcome = await requestVoid(deps, till, { id, reason: request.body.reason, key });
      return outcome.ok ? sendReceipt(deps, reply, till, id, 200) : sendTillRefusal(reply, outcome.refusal);
    },
  );

  app.post(
    `${base}/receipts/:receipt_id/void-decisions`,
    {
      schema: {
        tags,
        operationId: 'decide-void',
        summary: 'Decide a voiding that another official asked for',
        params: schemas.receiptParams,
        headers: schemas.idempotencyHeader,
        body: schemas.decisionBody,
        response: { 200: schemas.receiptSchema },
      },
    },
    async (request, reply) => {
      const till = tillOf(request);
      const id = request.params.receipt_id;
      const key = request.headers['idempotency-key'];
      const outcome = await decideVoid(deps, till, { id, approve: request.body.approved, key });
      return outcome.ok ? sendReceipt(deps, reply, till, id, 200) : sendTillRefusal(reply, outcome.refusal);
    },
  );
}

function closingApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${base}/closings`,
    {
      schema: {
        tags,
        operationId: 'list-closings',
        summary: 'The last closings of the till, the newest first',
        params: schemas.officeParams,
        response: { 200: schemas.closingsAnswer },
      },
    },
    async (request) => ({
      items: (await seeClosings(deps, tillOf(request))).map(schemas.closingOut),
      next: null,
    }),
  );

  app.post(
    `${base}/closings/:day`,
    {
      schema: {
        tags,
        operationId: 'close-till',
        summary: 'Close the till of a day',
        params: schemas.dayParams,
        headers: schemas.idempotencyHeader,
        body: schemas.closingBody,
        response: { 201: schemas.closingSchema },
      },
    },
    async (request, reply) => {
      const till = tillOf(request);
      const day = request.params.day as CivilDate;
      const outcome = await closeDay(deps, till, {
        day,
        terminal: request.body.terminal_cents as Cents,
        reason: request.body.difference_reason,
        key: request.headers['idempotency-key'],
      });
      if (!outcome.ok) return sendTillRefusal(reply, outcome.refusal);
      const { closing } = await seeTillDay(deps, till, day);
      return closing === undefined ? reply.notFound() : reply.code(201).send(schemas.closingOut(closing));
    },
  );
}
