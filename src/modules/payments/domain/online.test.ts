import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cents } from '#kernel/money.ts';
import { balancesOf, type LedgerLine, ledgerAccounts } from './ledger.ts';
import { isNoticeNumber, iuvOf, noticeNumberOf, readNoticeNumber } from './notice-number.ts';
import { orderLifecycle } from './order-lifecycle.ts';
import { judgeReceipt, judgeStamp } from './proof.ts';
import { nextCheckOf } from './watch.ts';

describe('notice numbers', () => {
  test.each([
    ['02', 1, 3, '302000000000000184'],
    ['98', 2_026_112_200_001, 3, '398202611220000134'],
    ['98', 93, 3, '398000000000009317'],
    ['01', 1_234_567_890_123, 3, '301123456789012316'],
  ])(
    'PA-1: segregation code %s and serial %i make the number of pagoPA’s rule',
    (code, serial, _aux, number) => {
      expect(noticeNumberOf(code, serial)).toBe(number);
      expect(isNoticeNumber(number)).toBe(true);
      expect(iuvOf(number)).toBe(number.slice(1));
    },
  );

  test('PA-1: one wrong digit never makes another right number', () => {
    const anySerial = fc.integer({ min: 1, max: 9_999_999_999_999 });
    fc.assert(
      fc.property(anySerial, fc.nat(17), fc.integer({ min: 1, max: 9 }), (serial, at, change) => {
        const number = noticeNumberOf('02', serial);
        const digit = (Number(number[at]) + change) % 10;
        expect(isNoticeNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`)).toBe(false);
      }),
    );
  });

  test('PA-1: serials and codes that do not fit stop us, not pagoPA', () => {
    for (const serial of [0, -1, 1.5, 10 ** 13]) expect(() => noticeNumberOf('02', serial)).toThrow();
    expect(() => noticeNumberOf('2', 1)).toThrow();
  });

  test('PA-1: a notice number is read however it is written down, also one of others', () => {
    expect(readNoticeNumber(' 3020 1238 7654 3123 84')).toBe('302012387654312384');
    expect(readNoticeNumber('30201238765431238')).toBeUndefined();
  });
});

describe('the life of an order', () => {
  test('PA-1: money counts until the order has ended, and afterwards goes back', () => {
    for (const state of orderLifecycle.states) {
      const next = orderLifecycle.next(state, 'pay');
      const expected = { given_up: 'refund_due', expired: 'refund_due' }[state as string];
      if (['paid', 'refund_due', 'refunded'].includes(state)) expect(next.ok).toBe(false);
      else expect(next).toEqual({ ok: true, value: expected ?? 'paid' });
    }
  });

  test('PA-1: what is paid is never given up or expired', () => {
    for (const event of ['give_up', 'expire', 'open_cart', 'return_cancelled'] as const)
      expect(orderLifecycle.allows('paid', event)).toBe(false);
  });
});

const at = Temporal.Instant.from('2026-11-24T09:00:00Z');

describe('what proves a payment', () => {
  const order = { documentHash: 'A'.repeat(43).concat('='), amount: 1600 as Cents };
  const stamp = {
    iubd: '01',
    boughtAt: at,
    documentHash: order.documentHash,
    amount: order.amount,
    provider: 'x',
  };

  test('CE-7: a stamp serves the document and the amount that it was bought for', () => {
    expect(judgeStamp(stamp, order)).toMatchObject({ paid: true, problem: null, proof: { usable: true } });
    expect(judgeStamp({ ...stamp, documentHash: 'B' }, order)).toMatchObject({
      paid: true,
      problem: 'digest',
      proof: { usable: false },
    });
    expect(judgeStamp({ ...stamp, amount: 1500 as Cents }, order)).toMatchObject({
      problem: 'amount',
      proof: { usable: false, amount: 1500 },
    });
  });

  test.each([
    [{}, { paid: true }],
    [{ outcome: 'KO' as const }, { paid: false, problem: 'outcome' }],
    [{ amount: 24_999 as Cents }, { paid: false, problem: 'amount' }],
    [{ noticeNumber: '302000000000000285' }, { paid: false, problem: 'notice' }],
  ])('PA-1: a receipt with %o', (change, verdict) => {
    const receipt = {
      reference: 'r',
      noticeNumber: '302000000000000184',
      outcome: 'OK' as const,
      amount: 25_000 as Cents,
      provider: 'Banca',
      paidAt: at,
      ...change,
    };
    expect(judgeReceipt(receipt, { amount: 25_000 as Cents }, '302000000000000184')).toMatchObject(verdict);
  });
});

test('PA-1: pagoPA is asked often while somebody waits, seldom later, and in the end no more', () => {
  const after = (duration: Temporal.DurationLike) => {
    const now = at.add(duration);
    return nextCheckOf(at, now)?.since(now).total('seconds') ?? null;
  };
  expect(after({ minutes: 1 })).toBe(30);
  expect(after({ hours: 1 })).toBe(300);
  expect(after({ hours: 48 })).toBe(3600);
  expect(after({ hours: 24 * 10 })).toBe(6 * 3600);
  expect(after({ hours: 24 * 31 })).toBeNull();
});

test('PA-1: no line of the ledger makes or loses money', () => {
  const account = fc.constantFrom(...ledgerAccounts);
  const line = fc.record({ from: account, to: account, amount: fc.integer({ min: 1, max: 1_000_000 }) });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const sum = Object.values(balancesOf(lines as unknown as LedgerLine[])).reduce(
        (total, each) => total + each,
        0,
      );
      expect(sum).toBe(0);
    }),
  );
});
