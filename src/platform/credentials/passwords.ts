import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { Busy } from '../busy.ts';
import type { Keys } from '../keys.ts';

export interface HashingCost {
  /** KiB of memory and rounds for one hash (Argon2id). */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly atOnce: number;
  readonly mayWait: number;
}

export const fullCost: HashingCost = {
  memoryCost: 19_456,
  timeCost: 2,
  atOnce: 2 * availableParallelism(),
  mayWait: 200,
};

export type Urgency = 'known_browser' | 'unknown_browser';

/** Hashing of passwords, bounded: a rush on the sign-in must not take the machine from everybody else. */
export interface Passwords {
  hash(password: string, urgency?: Urgency): Promise<string>;
  verify(hashed: string, password: string, urgency?: Urgency): Promise<boolean>;
  /** The same work for an account that does not exist. */
  verifyNobody(password: string, urgency?: Urgency): Promise<false>;
  /** How many hashes were computed. */
  readonly computed: number;
}

/** The same text typed on two keyboards is the same password. */
const normalPassword = (raw: string): string => raw.normalize('NFKC');

export function openPasswords(keys: Keys, cost: HashingCost = fullCost): Passwords {
  const pepper = Buffer.from(keys.hash('password-pepper', 'v1'));
  const options = { memoryCost: cost.memoryCost, timeCost: cost.timeCost, secret: pepper };
  const lines: Record<Urgency, (() => void)[]> = { known_browser: [], unknown_browser: [] };
  let running = 0;
  let computed = 0;

  async function inTurn<Result>(urgency: Urgency, work: () => Promise<Result>): Promise<Result> {
    if (running >= cost.atOnce) {
      if (lines.known_browser.length + lines.unknown_browser.length >= cost.mayWait) {
        throw new Busy('Too many passwords wait to be hashed', 5);
      }
      // Whoever leaves hands the place over: `running` stays as it is.
      await new Promise<void>((go) => lines[urgency].push(go));
    } else {
      running += 1;
    }
    try {
      computed += 1;
      return await work();
    } finally {
      const next = lines.known_browser.shift() ?? lines.unknown_browser.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  let nobody: Promise<string> | undefined;
  return {
    hash: (password, urgency = 'unknown_browser') =>
      inTurn(urgency, () => hash(normalPassword(password), options)),
    verify: (hashed, password, urgency = 'unknown_browser') =>
      inTurn(urgency, () => verify(hashed, normalPassword(password), options)),
    async verifyNobody(password, urgency = 'unknown_browser') {
      nobody ??= hash(keys.token(), options);
      const hashed = await nobody;
      await inTurn(urgency, () => verify(hashed, normalPassword(password), options));
      return false;
    },
    get computed() {
      return computed;
    },
  };
}
