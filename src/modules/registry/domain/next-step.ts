import type { ConsularStanding } from './consular-entry.ts';

/** What somebody with an account does next about consular register and AIRE (CF-10, ID-9). */
export type NextStep =
  /** has an account alone: request AIRE registration */
  | 'register'
  /** is in the register of another office than the responsible one: AIRE registration there, as a change of residence */
  | 'register_at_new_office'
  /** the municipality has not answered yet */
  | 'wait'
  /** is registered: only a new address is to be told */
  | 'tell_changes'
  /** lives in Italy again, and is still in a register abroad */
  | 'return';

/** The next step by the office that answers for the residence; nothing for who lives in Italy and is in no register. */
export function nextStep(
  { consularRegister, aire }: ConsularStanding,
  officeId: string | null,
): NextStep | undefined {
  if (officeId === null) return consularRegister === undefined && aire === undefined ? undefined : 'return';
  if (consularRegister === undefined) return aire === undefined ? 'register' : 'register_at_new_office';
  if (consularRegister.officeId !== officeId) return 'register_at_new_office';
  return consularRegister.state === 'registered_with_aire' ? 'tell_changes' : 'wait';
}
