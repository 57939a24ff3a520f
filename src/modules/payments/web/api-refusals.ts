import type { FastifyReply } from 'fastify';
import { sendProblem } from '#platform/web/problem.ts';
import type { ClosingRefusal } from '../use-cases/close-day.ts';
import type { TakingRefusal } from '../use-cases/take-fees.ts';
import type { VoidingRefusal } from '../use-cases/void-receipt.ts';

type Refusal = TakingRefusal | VoidingRefusal | ClosingRefusal;

const statuses: Record<Refusal['code'], { status: number; title: string }> = {
  no_fees: { status: 422, title: 'There is no fee to take' },
  no_such_fee: { status: 422, title: 'This fee is not in force today' },
  quantity: { status: 422, title: 'A fee is taken 1 to 99 times' },
  terminal_reference: { status: 422, title: 'The reference of the slip has 4 to 30 letters and digits' },
  slip_used: { status: 409, title: 'This slip has paid for another receipt of the day' },
  day_closed: { status: 409, title: 'The till of this day is closed' },
  no_such_receipt: { status: 404, title: 'There is no such receipt' },
  not_now: { status: 409, title: 'The receipt is in another state' },
  not_today: { status: 409, title: 'A receipt is voided only on its own day' },
  same_official: { status: 403, title: 'Who asked to void a receipt cannot decide' },
  not_yet: { status: 409, title: 'This day has not begun' },
  void_pending: { status: 409, title: 'A requested voiding is not decided' },
  difference: { status: 409, title: 'The receipts and the terminal differ: give the reason' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

/** A refusal of the till as problem+json. */
export function sendTillRefusal(reply: FastifyReply, { code }: Refusal): FastifyReply {
  return sendProblem(reply, { ...statuses[code], code });
}
