import { strongOnly } from '#platform/web/guards.ts';

/** For what a digital identity is needed; each has its sentence on the page that asks for it. */
export const strongReasons = [
  'registry',
  'certificates',
  'payments',
  'corrections',
  'residence',
  'contacts',
] as const;
export type StrongReason = (typeof strongReasons)[number];

/** Guard of a route that needs a digital identity; others are told why, and how to sign in with one. */
export function requireStrong(reason: StrongReason, level: 2 | 3 = 2) {
  return strongOnly(reason, level);
}
