import { isAway } from '#platform/web/is-away.ts';
import type { Verdict } from '../use-cases/verify-document.ts';

/** A check without the register says that it cannot tell: nothing against the document. */
export async function withRegister(check: Promise<Verdict>): Promise<Verdict> {
  try {
    return await check;
  } catch (error) {
    if (isAway(error)) return { reason: 'no_register' };
    throw error;
  }
}
