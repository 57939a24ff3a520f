import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PagopaAway, PagopaRefusal } from '#platform/pagopa/call.ts';
import { connectPagopa, type Pagopa, type Position } from '#platform/pagopa/pagopa.ts';
import { readStamp } from '#platform/pagopa/stamp-xml.ts';
import { makeStampAuthority, openStampAuthority, type StampAuthority } from './authority.ts';
import { signStamp } from './stamp.ts';
import { type PagopaSimulator, startPagopa } from './start.ts';
import type { Fault, Operation } from './world.ts';

const at = Temporal.Instant.from('2026-11-24T09:00:00Z');
const now = at;
let simulator: PagopaSimulator;
let pagopa: Pagopa;
beforeAll(async () => {
  simulator = await startPagopa({ now: () => now, checkoutOrigin: 'https://checkout.example' });
  pagopa = connectPagopa({ ...simulator.options, timeoutMs: 1000, pauseMs: 1 });
});
afterAll(() => simulator.stop());

const returns = {
  ok: 'https://sportello.example/ok',
  cancel: 'https://sportello.example/cancel',
  error: 'https://sportello.example/error',
};
let serial = 0;
function aPosition(change: Partial<Position> = {}): Position {
  serial += 1;
  const body = `302${String(serial).padStart(13, '0')}`;
  return {
    iupd: crypto.randomUUID(),
    noticeNumber: `${body}${String(BigInt(body) % 93n).padStart(2, '0')}`,
    amountCents: 25_000,
    description: 'Contributo',
    debtor: { fiscalCode: 'ANONIMO', fullName: 'Ada Prova', email: 'ada@persone.example' },
    dueAt: at.add({ hours: 24 }),
    category: '9/0101108TS/',
    ...change,
  };
}
const aCart = ({ noticeNumber, amountCents, description }: Position) => ({
  noticeNumber,
  amountCents,
  description,
  email: null,
  returns,
});
const aWish = {
  givenName: 'Ada',
  familyName: 'Prova',
  fiscalCode: 'PRVDAA80A41H501X',
  email: 'ada@persone.example',
  amountCents: 1600,
  province: 'RM',
  documentHash: Buffer.alloc(32, 1).toString('base64'),
  returns,
};
const cartIn = (url: string) => url.split('/').at(-1) ?? '';

describe('pagoPA by its contract', () => {
  test('PA-1: position, cart, payment, receipt', async () => {
    const position = aPosition();
    await pagopa.publishPosition(position);
    await pagopa.publishPosition(position);
    expect(await pagopa.verifyNotice(position.noticeNumber)).toBe('payable');
    const url = await pagopa.openCart(aCart(position));
    expect(await pagopa.findPaid(position.iupd)).toBeUndefined();
    simulator.world.pay(cartIn(url));
    const reference = (await pagopa.findPaid(position.iupd)) ?? '';
    expect(await pagopa.findReceipt(reference, position.noticeNumber.slice(1))).toMatchObject({
      noticeNumber: position.noticeNumber,
      outcome: 'OK',
      amountCents: 25_000,
      paidAt: at,
    });
    expect(await pagopa.findReceipt('another', position.noticeNumber.slice(1))).toBeUndefined();
    expect(await pagopa.withdrawPosition(position.iupd)).toBe(false);
  });

  test('PA-1: notices that cannot be paid are refused with the word of the node', async () => {
    const paid = aPosition();
    await pagopa.publishPosition(paid);
    simulator.world.pay(cartIn(await pagopa.openCart(aCart(paid))));
    const withdrawn = aPosition();
    await pagopa.publishPosition(withdrawn);
    expect(await pagopa.withdrawPosition(withdrawn.iupd)).toBe(true);
    const late = aPosition({ dueAt: at.subtract({ hours: 1 }) });
    await pagopa.publishPosition(late);
    for (const [position, fault] of [
      [paid, 'PAYMENT_DUPLICATED'],
      [withdrawn, 'PAYMENT_CANCELED'],
      [late, 'PAYMENT_EXPIRED'],
      [aPosition(), 'PAYMENT_UNKNOWN'],
    ] as const) {
      await expect(pagopa.openCart(aCart(position))).rejects.toThrow(PagopaRefusal);
      expect(await pagopa.verifyNotice(position.noticeNumber)).toBe(fault);
    }
  });

  test('CE-7: a stamp is ordered for a hash, and comes signed when it is paid', async () => {
    const { checkoutUrl, noticeNumber } = await pagopa.orderStamp(aWish);
    expect(await pagopa.findStamps(noticeNumber)).toEqual([]);
    simulator.world.pay(cartIn(checkoutUrl));
    const [xml = ''] = await pagopa.findStamps(noticeNumber);
    expect(readStamp(xml, simulator.options.stampAuthority)).toMatchObject({
      ok: true,
      stamp: { amountCents: 1600, documentHash: aWish.documentHash, boughtAt: at },
    });
  });

  test('PA-1: what we would send wrongly, the contract refuses', async () => {
    await expect(pagopa.orderStamp({ ...aWish, documentHash: 'short' })).rejects.toThrow(PagopaRefusal);
    await expect(pagopa.orderStamp({ ...aWish, province: 'Roma' })).rejects.toThrow(PagopaRefusal);
    const stranger = connectPagopa({
      ...simulator.options,
      keys: { checkout: 'wrong', positions: 'wrong', receipts: 'wrong' },
    });
    await expect(stranger.openCart(aCart(aPosition()))).rejects.toMatchObject({ status: 401 });
  });

  const calls: Record<Operation, () => Promise<unknown>> = {
    carts: async () => pagopa.openCart(aCart(aPosition())),
    verify: () => pagopa.verifyNotice('302000000000000184'),
    position: () => pagopa.publishPosition(aPosition()),
    'find-position': () => pagopa.findPaid('x'),
    receipt: () => pagopa.findReceipt('x', 'y'),
    mbd: () => pagopa.orderStamp(aWish),
    'find-stamp': () => pagopa.findStamps('302000000000000184'),
  };
  test.each(Object.keys(calls) as Operation[])(
    'PA-1: %s: an absence of pagoPA is one, whatever its form',
    async (operation) => {
      for (const fault of ['status-500', 'status-429', 'silence', 'garbage'] as const satisfies Fault[]) {
        // Publishing a position has an answer that we do not read.
        if (fault === 'garbage' && operation === 'position') continue;
        simulator.world.failNext(operation, fault, 3);
        await expect(calls[operation](), `${operation} ${fault}`).rejects.toThrow(PagopaAway);
        while (simulator.world.takeFault(operation) !== undefined);
      }
    },
  );

  test('PA-1: a checkout at another place than pagoPA’s is not believed', async () => {
    const position = aPosition();
    await pagopa.publishPosition(position);
    for (const [operation, call] of [
      ['carts', () => pagopa.openCart(aCart(position))],
      ['mbd', () => pagopa.orderStamp(aWish)],
    ] as const) {
      simulator.world.failNext(operation, 'foreign-checkout');
      await expect(call()).rejects.toThrow(/not its checkout/);
    }
  });
});

describe('the signature of a stamp', () => {
  let authority: StampAuthority;
  const content = {
    iubd: '01000000000001',
    boughtAt: at,
    amountCents: 1600,
    documentHash: aWish.documentHash,
  };
  const believed = () => [authority.certificate];
  beforeAll(async () => {
    authority = openStampAuthority(await makeStampAuthority());
  });

  test('CE-7: a genuine one holds', () => {
    expect(readStamp(signStamp(content, authority), believed())).toMatchObject({ ok: true });
  });

  test('CE-7: under an authority that nobody named it is none', async () => {
    const other = openStampAuthority(await makeStampAuthority());
    expect(readStamp(signStamp(content, other), believed())).toEqual({ ok: false, problem: 'signature' });
  });

  test('CE-7: bought outside of the signer’s years it is none', () => {
    const old = { ...content, boughtAt: Temporal.Instant.from('2019-06-01T00:00:00Z') };
    expect(readStamp(signStamp(old, authority), believed())).toEqual({ ok: false, problem: 'signature' });
  });

  test('CE-7: whatever letter is changed, it never says anything but what was signed', () => {
    const xml = signStamp(content, authority);
    const genuine = readStamp(xml, believed());
    let refused = 0;
    const end = xml.indexOf('<ds:Signature');
    const start = xml.indexOf('<PSP>');
    for (let index = start; index < end; index += 1) {
      const letter = xml[index] ?? '';
      if (!/[0-9A-Za-z]/.test(letter)) continue;
      const changed = `${xml.slice(0, index)}${letter === 'x' ? 'y' : 'x'}${xml.slice(index + 1)}`;
      const reading = readStamp(changed, believed());
      if (reading.ok) expect(reading, `at ${index}`).toEqual(genuine);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(300);
  });

  test('CE-7: a genuine one wrapped into another is none', () => {
    const xml = signStamp(content, authority).replace(/^<\?xml[^>]*\?>/, '');
    const forged = xml
      .replace('01000000000001', '01000000000002')
      .replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '');
    const wrapped = [
      forged.replace('</marcaDaBollo>', `${xml}</marcaDaBollo>`),
      xml.replace('<PSP>', `${forged}<PSP>`),
      `<!DOCTYPE x [<!ENTITY y "z">]>${xml}`,
      xml.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, ''),
    ];
    for (const each of wrapped) expect(readStamp(each, believed()).ok).toBe(false);
  });
});
