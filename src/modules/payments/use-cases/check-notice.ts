import type { Cents } from '#kernel/money.ts';
import { PagopaAway, PagopaRefusal } from '#platform/pagopa/call.ts';
import type { Pagopa } from '#platform/pagopa/pagopa.ts';
import { readStamp } from '#platform/pagopa/stamp-xml.ts';
import { noticeLifecycle } from '../domain/notice-lifecycle.ts';
import { iuvOf } from '../domain/notice-number.ts';
import type { Notice, NoticeProblem, PaymentOrder, Stamp } from '../domain/order.ts';
import { judgeReceipt, judgeStamp, type Verdict } from '../domain/proof.ts';
import { nextCheckOf } from '../domain/watch.ts';
import { findByNoticeNumber, findNotice, insertStamp, listNotices, saveNotice } from '../store/notices.ts';
import { findOrder, lockOrder } from '../store/orders.ts';
import { asPayments, type PaymentDeps } from './payment-deps.ts';
import { recordPayment } from './record-payment.ts';

type NoticeKey = Pick<Notice, 'orderId' | 'number'>;

/** What pagoPA answers about a notice: nothing yet, a proof, or something that cannot be. */
type Found =
  | { readonly kind: 'unpaid' }
  | { readonly kind: 'stamp'; readonly stamp: Stamp; readonly xml: string }
  | { readonly kind: 'receipt'; readonly verdict: Verdict }
  | { readonly kind: 'problem'; readonly problem: NoticeProblem };

/**
 * Asks pagoPA whether a notice was paid, and writes down what it proves. May be done at any time, by anybody, any number
 * of times: a payment is recorded once. Throws where pagoPA is away, after setting the time of the next try.
 */
export async function checkNotice(deps: PaymentDeps, key: NoticeKey): Promise<void> {
  const { pagopa, db } = deps;
  if (pagopa === undefined) return;
  const known = await db.transaction(asPayments, async (tx) => {
    const order = await findOrder(tx, key.orderId);
    const notice = await findNotice(tx, key.orderId, key.number);
    return order !== undefined && notice !== undefined && mayBePaid(notice) ? { order, notice } : undefined;
  });
  if (known === undefined) return;
  let found: Found;
  try {
    found = await ask(pagopa, known.order, known.notice.noticeNumber ?? '');
  } catch (error) {
    if (!(error instanceof PagopaAway || error instanceof PagopaRefusal)) throw error;
    await writeDown(deps, key, { kind: 'unpaid' });
    throw error instanceof PagopaAway ? error : new PagopaAway('pagoPA refuses to tell', { cause: error });
  }
  await writeDown(deps, key, found);
}

function mayBePaid({ state, noticeNumber }: Notice): boolean {
  return noticeNumber !== null && noticeLifecycle.allows(state, 'pay');
}

async function ask(pagopa: Pagopa, order: PaymentOrder, noticeNumber: string): Promise<Found> {
  if (order.kind === 'stamp_duty') {
    const [xml, ...more] = await pagopa.findStamps(noticeNumber);
    if (xml === undefined) return { kind: 'unpaid' };
    if (more.length > 0) return { kind: 'problem', problem: 'malformed' };
    const reading = readStamp(xml, pagopa.stampAuthority);
    if (!reading.ok) return { kind: 'problem', problem: reading.problem };
    const { amountCents, ...rest } = reading.stamp;
    return { kind: 'stamp', stamp: { ...rest, amount: amountCents as Cents }, xml };
  }
  const reference = await pagopa.findPaid(order.id);
  if (reference === undefined) return { kind: 'unpaid' };
  const receipt = await pagopa.findReceipt(reference, iuvOf(noticeNumber));
  if (receipt === undefined) return { kind: 'unpaid' };
  const { amountCents, ...rest } = receipt;
  return {
    kind: 'receipt',
    verdict: judgeReceipt({ ...rest, amount: amountCents as Cents }, order, noticeNumber),
  };
}

async function writeDown(deps: PaymentDeps, key: NoticeKey, found: Found): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(asPayments, async (tx) => {
    const order = await lockOrder(tx, key.orderId);
    const notice = await findNotice(tx, key.orderId, key.number);
    if (order === undefined || notice === undefined || !mayBePaid(notice)) return;
    const nextCheckAt = nextCheckOf(notice.openedAt, at);
    const later = async (problem: NoticeProblem | null) =>
      saveNotice(tx, {
        ...notice,
        checks: notice.checks + 1,
        nextCheckAt,
        problem: problem ?? notice.problem,
        state: nextCheckAt === null && notice.state === 'payable' ? 'not_watched' : notice.state,
      });
    if (found.kind === 'unpaid') return later(null);
    if (found.kind === 'problem') return later(found.problem);
    if (found.kind === 'stamp' && !(await insertStamp(tx, notice, found.stamp, found.xml)))
      return later('seen_before');
    const verdict = found.kind === 'stamp' ? judgeStamp(found.stamp, order) : found.verdict;
    if (!verdict.paid) return later(verdict.problem);
    const checked = { ...notice, checks: notice.checks + 1, problem: verdict.problem };
    await recordPayment(tx, { order, notice: checked, proof: verdict.proof, at });
  });
}

/** Checks every notice of an order under which money may have come. */
export async function checkOrder(deps: PaymentDeps, orderId: string): Promise<void> {
  const notices = await deps.db.transaction(asPayments, (tx) => listNotices(tx, orderId));
  for (const notice of notices.filter(mayBePaid)) await checkNotice(deps, notice);
}

/** How soon a notice is asked about again because somebody outside says that it was paid. */
const quiet = { seconds: 3 } as const;

/**
 * Somebody says that a notice was paid: pagoPA's own message (paSendRTV2), which proves nothing to us, makes us ask.
 * Answers the notice, if it is one of ours.
 */
export async function hearOfPayment(deps: PaymentDeps, noticeNumber: string): Promise<Notice | undefined> {
  const at = deps.now();
  const notice = await deps.db.transaction(asPayments, async (tx) => {
    const known = await findByNoticeNumber(tx, noticeNumber);
    if (known === undefined) return undefined;
    await lockOrder(tx, known.orderId);
    const found = await findNotice(tx, known.orderId, known.number);
    if (found === undefined || !mayBePaid(found)) return found;
    // If the asking fails, the timer asks soon.
    await saveNotice(tx, { ...found, nextCheckAt: at.add(quiet) });
    return found;
  });
  if (notice === undefined || !mayBePaid(notice)) return notice;
  try {
    await checkNotice(deps, notice);
  } catch (error) {
    if (!(error instanceof PagopaAway)) throw error;
  }
  return notice;
}
