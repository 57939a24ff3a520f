import { defineLifecycle } from '#kernel/lifecycle.ts';

export type ReentryState = 'issued' | 'confirmed' | 'used' | 'objected' | 'replaced';
export type ReentryEvent = 'confirm' | 'use' | 'object' | 'replace';

/** The life of a code on paper for somebody who lost both contacts (rientro allo sportello). */
export const reentryLifecycle = defineLifecycle<ReentryState, ReentryEvent>({
  issued: { confirm: 'confirmed', use: 'used', object: 'objected', replace: 'replaced' },
  confirmed: { use: 'used', object: 'objected', replace: 'replaced' },
  used: {},
  objected: {},
  replaced: {},
});

/** One official alone cannot let anybody in: a second one confirms, or the old contacts have two days to object. */
export const opensAfter = { hours: 48 } as const;
export const reentryFor = { hours: 14 * 24 } as const;
/** How long the official who issued a code can print it again. */
export const paperFor = { minutes: 30 } as const;

/** Documents by which an official knows a person (documento di riconoscimento, DPR 445/2000 art. 35). */
export const documentKinds = ['passport', 'identity_card', 'driving_licence', 'residence_permit'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface Reentry {
  readonly id: string;
  readonly officeId: string;
  readonly accountId: string;
  readonly state: ReentryState;
  readonly documentKind: DocumentKind | null;
  readonly documentTail: string | null;
  readonly issuedBy: string;
  readonly issuedAt: Temporal.Instant;
  readonly opensAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** Whether a code lets its holder in at a moment, and why not. */
export function opensNow(
  { state, opensAt, expiresAt }: Pick<Reentry, 'state' | 'opensAt' | 'expiresAt'>,
  at: Temporal.Instant,
): 'yes' | 'too_early' | 'no' {
  if (!reentryLifecycle.allows(state, 'use') || Temporal.Instant.compare(at, expiresAt) >= 0) return 'no';
  return state === 'confirmed' || Temporal.Instant.compare(at, opensAt) >= 0 ? 'yes' : 'too_early';
}

/** Letters and digits that nobody takes for another; twenty of them hold a hundred bits. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeSigns = 20;
const codeShape = new RegExp(`^[${signs}]{${codeSigns}}$`);

/** Twenty signs from the bytes of a hash. */
export function reentryCodeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, codeSigns), (byte) => signs[byte % 32]).join('');
}

/** In groups of four, as it stands on the paper. */
export function spelled(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Reads what somebody typed from the paper; nothing when it cannot be a code. */
export function parseReentryCode(raw: string): string | undefined {
  const code = raw.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return codeShape.test(code) ? code : undefined;
}
