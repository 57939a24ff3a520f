import { describe, expect, test } from 'vitest';
import { partialDate } from '#kernel/partial-date.ts';
import type { ConsularStanding } from './consular-entry.ts';
import { nextStep } from './next-step.ts';

const since = Temporal.Instant.from('2026-11-01T00:00:00Z');
const at = (
  officeId: string,
  state: 'waiting_for_municipality' | 'registered_with_aire',
): ConsularStanding => ({
  account: true,
  consularRegister: { officeId, since, state },
});
const aire = { municipalityId: 'A952', since: partialDate('2020') };

describe('what comes next', () => {
  test('CF-10: an account alone leads to AIRE registration', () => {
    expect(nextStep({ account: true }, 'manchester')).toBe('register');
  });

  test('CF-4: who waits for the municipality waits, who is registered tells changes', () => {
    expect(nextStep(at('manchester', 'waiting_for_municipality'), 'manchester')).toBe('wait');
    expect(nextStep(at('manchester', 'registered_with_aire'), 'manchester')).toBe('tell_changes');
  });

  test('ID-9: after a change of office a new registration is due there, whatever the state at the old one', () => {
    for (const state of ['waiting_for_municipality', 'registered_with_aire'] as const)
      expect(nextStep(at('manchester', state), 'london')).toBe('register_at_new_office');
    expect(nextStep({ account: true, aire }, 'london')).toBe('register_at_new_office');
  });

  test('ID-9: who comes back to Italy tells so where they are registered; who never left has nothing to do', () => {
    expect(nextStep(at('manchester', 'registered_with_aire'), null)).toBe('return');
    expect(nextStep({ account: true, aire }, null)).toBe('return');
    expect(nextStep({ account: true }, null)).toBeUndefined();
  });
});
