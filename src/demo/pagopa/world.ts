import { randomInt } from 'node:crypto';
import { type KeptAuthority, openStampAuthority } from './authority.ts';
import { signStamp } from './stamp.ts';

export interface Urls {
  readonly ok: string;
  readonly cancel: string;
  readonly error: string;
}

/** A debt position as the demonstration's pagoPA keeps it. */
export interface KeptPosition {
  readonly iupd: string;
  readonly nav: string;
  readonly amount: number;
  readonly description: string;
  readonly dueAt: string | null;
  state: 'VALID' | 'PAID' | 'INVALID';
  receiptId?: string;
}

/** What a notice is paid for: a position of ours, or a stamp. */
export interface KeptNotice {
  readonly nav: string;
  readonly fiscalCode: string;
  readonly amount: number;
  readonly description: string;
  readonly iupd?: string;
  readonly documentHash?: string;
  paidAt?: string;
  /** Until then nobody hears of the payment. */
  shownAt?: string;
  xml?: string;
}

export interface KeptCart {
  readonly id: string;
  readonly nav: string;
  readonly urls: Urls;
  readonly openedAt: string;
  state: 'open' | 'paid' | 'cancelled' | 'failed' | 'closed';
}

export interface KeptWorld {
  readonly authority: KeptAuthority;
  readonly positions: Record<string, KeptPosition>;
  readonly notices: Record<string, KeptNotice>;
  readonly carts: Record<string, KeptCart>;
  serial: number;
  lastIubd: string;
}

/** What can be wrong with the next answer of an operation. */
export type Fault =
  | 'status-400'
  | 'status-401'
  | 'status-422'
  | 'status-429'
  | 'status-500'
  | 'silence'
  | 'garbage'
  | 'foreign-checkout'
  /** The work is done, the answer is lost on the way. */
  | 'lost-answer';
export type Operation = 'carts' | 'verify' | 'position' | 'find-position' | 'receipt' | 'mbd' | 'find-stamp';

/** What can be wrong with a stamp that was bought. */
export type StampFault = 'signature' | 'digest' | 'amount' | 'seen-before' | 'malformed';

/** pagoPA of the demonstration: what it knows, and what people do at its checkout. */
export interface PagopaWorld {
  readonly kept: KeptWorld;
  readonly now: () => Temporal.Instant;
  /** The last checkout that was opened. */
  lastCart(): KeptCart | undefined;
  openCart(nav: string, urls: Urls): KeptCart;
  newNav(segregation: string): string;
  pay(cartId: string, how?: { stampFault?: StampFault; shownAfterMs?: number }): 'paid' | 'duplicated';
  leave(cartId: string, how: 'cancelled' | 'failed' | 'closed'): void;
  failNext(operation: Operation, fault: Fault, times?: number): void;
  takeFault(operation: Operation): Fault | undefined;
  save(): void;
}

export function openPagopaWorld({
  kept,
  now,
  save,
}: {
  kept: KeptWorld;
  now: () => Temporal.Instant;
  save: (kept: KeptWorld) => void;
}): PagopaWorld {
  const faults: { operation: Operation; fault: Fault }[] = [];
  const authority = openStampAuthority(kept.authority);
  let last: string | undefined;

  const stampOf = (notice: KeptNotice, fault: StampFault | undefined): string => {
    const iubd =
      fault === 'seen-before' && kept.lastIubd !== ''
        ? kept.lastIubd
        : `01${String(randomInt(10 ** 12)).padStart(12, '0')}`;
    kept.lastIubd = iubd;
    const content = {
      iubd,
      boughtAt: now(),
      amountCents: fault === 'amount' ? notice.amount - 100 : notice.amount,
      documentHash: fault === 'digest' ? Buffer.alloc(32, 7).toString('base64') : (notice.documentHash ?? ''),
    };
    const xml = signStamp(content, authority);
    if (fault === 'signature') return xml.replace('<TipoBollo>01', '<TipoBollo> 01');
    return fault === 'malformed' ? xml.slice(0, 200) : xml;
  };

  return {
    kept,
    now,
    save: () => save(kept),
    lastCart: () => (last === undefined ? undefined : kept.carts[last]),
    openCart(nav, urls) {
      const cart: KeptCart = {
        id: crypto.randomUUID(),
        nav,
        urls,
        openedAt: now().toString(),
        state: 'open',
      };
      kept.carts[cart.id] = cart;
      last = cart.id;
      save(kept);
      return cart;
    },
    newNav(segregation) {
      kept.serial += 1;
      const body = `3${segregation}${String(kept.serial).padStart(13, '0')}`;
      return `${body}${String(BigInt(body) % 93n).padStart(2, '0')}`;
    },
    pay(cartId, { stampFault, shownAfterMs = 0 } = {}) {
      const cart = kept.carts[cartId];
      const notice = cart && kept.notices[cart.nav];
      if (cart === undefined || notice === undefined) throw new Error('There is no such checkout');
      const position = notice.iupd === undefined ? undefined : kept.positions[notice.iupd];
      if (notice.paidAt !== undefined || (position !== undefined && position.state !== 'VALID'))
        return 'duplicated';
      cart.state = 'paid';
      notice.paidAt = now().toString();
      notice.shownAt = now().add({ milliseconds: shownAfterMs }).toString();
      if (notice.documentHash !== undefined) notice.xml = stampOf(notice, stampFault);
      if (position !== undefined) {
        position.state = 'PAID';
        position.receiptId = crypto.randomUUID().replaceAll('-', '');
      }
      save(kept);
      return 'paid';
    },
    leave(cartId, how) {
      const cart = kept.carts[cartId];
      if (cart?.state === 'open') cart.state = how;
      save(kept);
    },
    failNext(operation, fault, times = 1) {
      for (let time = 0; time < times; time += 1) faults.push({ operation, fault });
    },
    takeFault(operation) {
      const index = faults.findIndex((each) => each.operation === operation);
      return index < 0 ? undefined : faults.splice(index, 1)[0]?.fault;
    },
  };
}

export function emptyWorld(authority: KeptAuthority): KeptWorld {
  return { authority, positions: {}, notices: {}, carts: {}, serial: 0, lastIubd: '' };
}

/** Whether the payment of a notice can be heard of. */
export function isShown({ paidAt, shownAt }: KeptNotice, now: Temporal.Instant): boolean {
  return paidAt !== undefined && Temporal.Instant.compare(shownAt ?? paidAt, now) <= 0;
}
