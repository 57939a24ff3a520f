import { defineLifecycle } from '#kernel/lifecycle.ts';

export const keyKinds = ['code_key', 'seal_certificate'] as const;
/** What a key signs: QR codes, or the seal of PDF files. */
export type KeyKind = (typeof keyKinds)[number];

export type DistrustState = 'proposed' | 'withdrawn' | 'running' | 'done';

/** How a key is taken out of trust (revoca per compromissione della chiave): one proposes, another one confirms. */
export const distrustLifecycle = defineLifecycle<DistrustState, 'confirm' | 'withdraw' | 'finish'>({
  proposed: { confirm: 'running', withdraw: 'withdrawn' },
  withdrawn: {},
  running: { finish: 'done' },
  done: {},
});

export type TouchedState = 'revoked' | 'told' | 'left';

/** What follows for a document that such a key has signed and that still counted. */
export const touchedLifecycle = defineLifecycle<TouchedState, 'tell' | 'leave'>({
  revoked: { tell: 'told', leave: 'left' },
  told: {},
  // Nobody is there any more to be told.
  left: {},
});

/** A key that somebody holds to be in wrong hands. */
export interface Distrust {
  readonly id: string;
  readonly keyKind: KeyKind;
  readonly keyId: string;
  readonly reason: string;
  readonly state: DistrustState;
  /** Officials of the ministry; nobody where the operator of the installation did it by the command. */
  readonly proposedBy: string | null;
  readonly proposedAt: Temporal.Instant;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
}

/** How far the consequences have come. */
export interface DistrustProgress {
  /** Documents that counted and were revoked. */
  readonly revoked: number;
  /** Those whose person was told. */
  readonly told: number;
  /** Certificates that were sealed again with another key. */
  readonly issuedAgain: number;
}
