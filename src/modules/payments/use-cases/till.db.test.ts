import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Cents, euro } from '#kernel/money.ts';
import { closeForAccount } from '#modules/payments/public.ts';
import { expectStates } from '#tests/support/states.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { paymentMeans } from '../domain/receipt.ts';
import { receiptLifecycle } from '../domain/receipt-lifecycle.ts';
import { aClerk, aTaking } from '../testing.ts';
import { closeDay } from './close-day.ts';
import { seeReceipt, seeTillDay } from './see-till.ts';
import { type Taking, takeFees } from './take-fees.ts';
import { decideVoid, requestVoid } from './void-receipt.ts';

const today = civilDate('2026-11-24');
const key = () => crypto.randomUUID();

async function aTill() {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  const olga = aClerk();
  const piero = aClerk();
  const take = async (change: Partial<Taking> = {}, clerk = olga) => {
    const outcome = await takeFees(deps, clerk, aTaking(change));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value.id;
  };
  const numbers = async (officeId = 'manchester') =>
    (
      await deps.store.owner.query<{ number: number; year: number }>(
        'select year, number from payments.receipt where office_id = $1 order by year, number',
        [officeId],
      )
    ).rows.map(({ year, number }) => `${number}/${year}`);
  const close = (terminal: Cents, reason = '', clerk = olga, day = today) =>
    closeDay(deps, clerk, { day, terminal, reason, key: key() });
  return { deps, olga, piero, take, numbers, close };
}

describe('taking fees', () => {
  test('PA-2: the receipt has number, day, lines and slip, and a line of history', async () => {
    const { deps, olga, take } = await aTill();
    const id = await take({ terminalReference: 'ab 12 cd', fees: [{ feeId: '71', quantity: 2 }] });
    expect(await seeReceipt(deps, olga, id)).toMatchObject({
      number: 1,
      year: 2026,
      day: today,
      terminalReference: 'AB12CD',
      total: euro(20),
      state: 'issued',
      lines: [{ feeId: '71', quantity: 2, unit: euro(10), amount: euro(20) }],
    });
    const { rows } = await deps.store.owner.query('select type, facts from platform.event');
    expect(rows).toEqual([{ type: 'receipt.issued', facts: { number: '1/2026', total_cents: 2000 } }]);
  });

  test('PA-2: a second press gives the first receipt, another form with the same key is refused', async () => {
    const { deps, olga, numbers } = await aTill();
    const taking = aTaking();
    const first = await takeFees(deps, olga, taking);
    expect(await takeFees(deps, olga, taking)).toEqual(first);
    expect(await takeFees(deps, olga, { ...taking, payerName: 'Bruno' })).toMatchObject({
      refusal: { code: 'key_reused' },
    });
    expect(await numbers()).toEqual(['1/2026']);
  });

  test('PA-2: numbers have no gap, whoever takes at once and whatever is refused in between', async () => {
    const { deps, olga, piero, numbers } = await aTill();
    const tries = Array.from({ length: 24 }, (_, index) =>
      takeFees(
        deps,
        index % 2 === 0 ? olga : piero,
        aTaking(index % 4 === 3 ? { terminalReference: 'SAME-SLIP' } : {}),
      ),
    );
    const outcomes = await Promise.all(tries);
    const issued = outcomes.filter((outcome) => outcome.ok).length;
    expect(issued).toBe(19);
    expect(await numbers()).toEqual(Array.from({ length: 19 }, (_, index) => `${index + 1}/2026`));
  });

  test('PA-2: a number that was not used by a broken transaction is given to the next', async () => {
    const { deps, take, numbers } = await aTill();
    await take();
    // The lines cannot be written: the receipt and its number go back together.
    await deps.store.owner.query(
      'alter table payments.receipt_line add constraint broken check (false) not valid',
    );
    await expect(take()).rejects.toThrow('broken');
    await deps.store.owner.query('alter table payments.receipt_line drop constraint broken');
    await take();
    expect(await numbers()).toEqual(['1/2026', '2/2026']);
  });

  test('PA-2: numbers begin again each year, on the office’s New Year, and each office has its own', async () => {
    const { deps, take, numbers } = await aTill();
    const melbourne = aClerk('melbourne');
    await take();
    await take({}, melbourne);
    deps.clock.set('2026-12-31T14:00:00Z');
    await take();
    await take({}, melbourne);
    expect(await numbers()).toEqual(['1/2026', '2/2026']);
    expect(await numbers('melbourne')).toEqual(['1/2026', '1/2027']);
  });

  test('PA-2: a slip pays once a day, unless its receipt is void', async () => {
    const { deps, olga, piero, take } = await aTill();
    const id = await take({ terminalReference: 'SLIP-1' });
    expect(await takeFees(deps, piero, aTaking({ terminalReference: 'slip-1' }))).toEqual({
      ok: false,
      refusal: { code: 'slip_used', number: '1/2026' },
    });
    await requestVoid(deps, olga, { id, reason: 'voce sbagliata', key: key() });
    await decideVoid(deps, piero, { id, approve: true, key: key() });
    await take({ terminalReference: 'SLIP-1' });
    deps.clock.forward({ hours: 24 });
    await take({ terminalReference: 'SLIP-1' });
  });
});

describe('voiding', () => {
  test('PA-2: needs a second official; who asked cannot decide', async () => {
    const { deps, olga, piero, take } = await aTill();
    const id = await take();
    expect(await requestVoid(deps, olga, { id, reason: 'voce sbagliata', key: key() })).toEqual({
      ok: true,
      value: { state: 'void_requested' },
    });
    expect(await decideVoid(deps, olga, { id, approve: true, key: key() })).toEqual({
      ok: false,
      refusal: { code: 'same_official' },
    });
    expect(await decideVoid(deps, piero, { id, approve: true, key: key() })).toMatchObject({ ok: true });
    expect(await seeReceipt(deps, olga, id)).toMatchObject({ state: 'void', voidReason: 'voce sbagliata' });
    expect(await decideVoid(deps, piero, { id, approve: false, key: key() })).toMatchObject({
      refusal: { code: 'not_now', state: 'void' },
    });
  });

  test('PA-2: refused, the receipt stands as before and can be asked again', async () => {
    const { deps, olga, piero, take } = await aTill();
    const id = await take();
    await requestVoid(deps, olga, { id, reason: 'forse', key: key() });
    await decideVoid(deps, piero, { id, approve: false, key: key() });
    expect(await seeReceipt(deps, olga, id)).toMatchObject({
      state: 'issued',
      voidReason: null,
      voidRequestedBy: null,
    });
    expect(await requestVoid(deps, piero, { id, reason: 'davvero', key: key() })).toMatchObject({ ok: true });
  });

  test('PA-2: is asked on the receipt’s own day only', async () => {
    const { deps, olga, take } = await aTill();
    const id = await take();
    deps.clock.forward({ hours: 24 });
    expect(await requestVoid(deps, olga, { id, reason: 'tardi', key: key() })).toMatchObject({
      refusal: { code: 'not_today' },
    });
  });

  test('PA-2: the database itself lets nobody void alone, nor rewrite an amount or delete a receipt', async () => {
    const { deps, olga, take } = await aTill();
    const id = await take();
    const run = (statement: string) => deps.db.transaction(olga.as, (tx) => tx.sql(statement, [id]));
    await expect(
      run(
        `update payments.receipt set state = 'void', void_reason = 'x', void_requested_at = now(), void_decided_at = now(),
         void_requested_by = issued_by, void_decided_by = issued_by where id = $1`,
      ),
    ).rejects.toThrow('voided_by_another');
    await expect(run('update payments.receipt set total_cents = 1 where id = $1')).rejects.toThrow(
      'permission',
    );
    await expect(run('delete from payments.receipt where id = $1')).rejects.toThrow('permission');
  });
});

describe('closing the day', () => {
  test('PA-2: the terminal’s total is compared with the receipts that stand', async () => {
    const { deps, olga, piero, take, close } = await aTill();
    await take();
    const wrong = await take({ fees: [{ feeId: '24', quantity: 1 }] });
    await requestVoid(deps, olga, { id: wrong, reason: 'voce sbagliata', key: key() });
    expect(await close(euro(116))).toMatchObject({ refusal: { code: 'void_pending' } });
    await decideVoid(deps, piero, { id: wrong, approve: true, key: key() });
    expect(await close(euro(136))).toEqual({
      ok: false,
      refusal: { code: 'difference', total: euro(116) },
    });
    expect(await close(euro(116))).toMatchObject({ ok: true });
    expect((await seeTillDay(deps, olga, today)).closing).toMatchObject({
      receipts: 1,
      voided: 1,
      total: euro(116),
      terminal: euro(116),
      differenceReason: null,
    });
  });

  test('PA-2: a difference needs its reason, and no difference has none', async () => {
    const { deps, olga, take, close } = await aTill();
    await take();
    expect(await close(euro(100), 'storno di ieri')).toMatchObject({ ok: true });
    expect((await seeTillDay(deps, olga, today)).closing?.differenceReason).toBe('storno di ieri');
  });

  test('PA-2: a closed day does not change: no receipt, no voiding, no second closing', async () => {
    const { deps, olga, piero, take, close } = await aTill();
    const id = await take();
    await close(euro(116));
    expect(await takeFees(deps, olga, aTaking())).toMatchObject({ refusal: { code: 'day_closed' } });
    expect(await requestVoid(deps, olga, { id, reason: 'tardi', key: key() })).toMatchObject({
      refusal: { code: 'day_closed' },
    });
    expect(await close(euro(0), 'ancora', piero)).toMatchObject({ refusal: { code: 'day_closed' } });
    await expect(
      deps.store.owner.query("update payments.receipt set terminal_reference = 'OTHER'"),
    ).rejects.toThrow('is closed');
    expect(await takeFees(deps, aClerk('london'), aTaking())).toMatchObject({ ok: true });
  });

  test('PA-2: a forgotten day is shown and can be closed later, one to come cannot', async () => {
    const { deps, olga, take, close } = await aTill();
    await take();
    expect(await close(euro(0), '', olga, civilDate('2026-11-25'))).toMatchObject({
      refusal: { code: 'not_yet' },
    });
    deps.clock.forward({ hours: 24 });
    expect((await seeTillDay(deps, olga, civilDate('2026-11-25'))).openDays).toEqual([today]);
    expect(await close(euro(116))).toMatchObject({ ok: true });
    expect((await seeTillDay(deps, olga, civilDate('2026-11-25'))).openDays).toEqual([]);
  });

  test('PA-2: money taken while the day closes is in the closing, or refused', async () => {
    const { deps, olga, piero, take, numbers, close } = await aTill();
    await take();
    const closing = () => close(euro(116), 'chiusa mentre si riscuote', piero);
    const [, ...outcomes] = await Promise.all([
      closing(),
      ...Array.from({ length: 6 }, () => takeFees(deps, olga, aTaking())),
    ]);
    const issued = outcomes.filter((outcome) => outcome.ok).length;
    const { closing: closed, sums } = await seeTillDay(deps, olga, today);
    expect(closed?.total).toBe(sums.total);
    expect(await numbers()).toHaveLength(1 + issued);
  });
});

describe('who sees the money', () => {
  test('PA-2: another office finds no receipt, no closing, and can void nothing', async () => {
    const { deps, take } = await aTill();
    const id = await take();
    const london = aClerk('london');
    expect(await seeReceipt(deps, london, id)).toBeUndefined();
    const spy = { ...london, officeId: 'manchester' };
    expect((await seeTillDay(deps, spy, today)).receipts).toEqual([]);
    expect(await requestVoid(deps, spy, { id, reason: 'x', key: key() })).toMatchObject({
      refusal: { code: 'no_such_receipt' },
    });
    await expect(takeFees(deps, spy, aTaking())).rejects.toThrow('row-level security');
    await expect(
      deps.db.transaction({ kind: 'visitor' }, (tx) => tx.sql('select id from payments.receipt')),
    ).resolves.toEqual([]);
  });

  test('PA-2: a citizen reads their own receipts and nobody else’s', async () => {
    const { deps, take } = await aTill();
    const accountId = crypto.randomUUID();
    const id = await take({ accountId });
    await take({ accountId: crypto.randomUUID() });
    const read = (table: string) =>
      deps.db.transaction({ kind: 'citizen', accountId }, (tx) => tx.sql(`select * from payments.${table}`));
    expect(await read('receipt')).toMatchObject([{ id }]);
    expect(await read('receipt_line')).toMatchObject([{ receipt_id: id }]);
    expect(await read('day_closing')).toEqual([]);
  });

  test('PA-2: states and means are those of the rules', async () => {
    const { deps } = await aTill();
    await expectStates(deps.store.owner, 'payments.receipt', 'state', receiptLifecycle);
    await expectStates(deps.store.owner, 'payments.receipt', 'means', { states: [...paymentMeans] });
  });
});

describe('closing an account', () => {
  test('ID-10: the account goes from the receipts, the proof of payment stays ten years', async () => {
    const { deps, take, close } = await aTill();
    const accountId = crypto.randomUUID();
    const id = await take({ accountId });
    await close(euro(116));
    const at = deps.now();
    const closed = await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
      closeForAccount(tx, deps, { accountId, at }),
    );
    expect(closed).toMatchObject({
      erased: ['receipt_account'],
      kept: [{ what: 'receipts', because: 'proof_of_payment', until: '2036-11-24' }],
    });
    const { rows } = await deps.store.owner.query(
      'select account_id, payer_name from payments.receipt where id = $1',
      [id],
    );
    expect(rows).toEqual([{ account_id: null, payer_name: 'Ada Prova' }]);
    const again = await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
      closeForAccount(tx, deps, { accountId, at }),
    );
    expect(again).toEqual({ erased: [], kept: [] });
  });
});
