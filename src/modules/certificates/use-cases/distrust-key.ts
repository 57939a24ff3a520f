import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record, system } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { type Official, principalOf } from '#platform/web/who.ts';
import { type Distrust, distrustLifecycle, type KeyKind } from '../domain/distrust.ts';
import { listCodeKeys } from '../store/code-keys.ts';
import { insertDistrust, lockDistrust, lockDistrustOf, saveDistrust } from '../store/distrusts.ts';
import { knowsSeal } from '../store/sealed-documents.ts';
import { withdrawCodeKey } from './code-keys.ts';
import { asVerification, type SealedDeps } from './sealed-deps.ts';

type DistrustDeps = Pick<SealedDeps, 'db' | 'now'>;

export interface KeyName {
  readonly keyKind: KeyKind;
  readonly keyId: string;
}

export type ProposalRefusal =
  | { readonly code: 'no_such_key' }
  /** Somebody has proposed it, or it is out of trust. */
  | { readonly code: 'distrusted_already' }
  | { readonly code: 'ministry_only' }
  | KeyReused;

export type DecisionRefusal =
  | { readonly code: 'no_such_distrust' }
  | { readonly code: 'not_now' }
  /** Whoever proposed it does not confirm it (four eyes). */
  | { readonly code: 'another_official_confirms' }
  | { readonly code: 'ministry_only' };

async function note(
  tx: Tx,
  distrust: Distrust,
  what: string,
  actor: Actor,
  at: Temporal.Instant,
): Promise<void> {
  await record(tx, {
    type: `key-distrust.${what}`,
    subject: { kind: 'key-distrust', id: distrust.id },
    actor,
    at,
    facts: { key: distrust.keyId, reason: distrust.reason },
  });
}

const by = ({ officialId }: Official): Actor => ({ kind: 'official', id: officialId });

/** Whether there is such a key. Keys are read by the platform: their table holds their secrets, too. */
function isKey({ db }: Pick<DistrustDeps, 'db'>, { keyKind, keyId }: KeyName): Promise<boolean> {
  return db.transaction(asVerification, async (tx) =>
    keyKind === 'code_key' ? (await listCodeKeys(tx)).some(({ id }) => id === keyId) : knowsSeal(tx, keyId),
  );
}

/** An official of the ministry says that a key is in wrong hands; nothing happens until another one confirms it. */
export async function proposeDistrust(
  deps: DistrustDeps,
  official: Official,
  { key, reason, ...name }: KeyName & { readonly reason: string; readonly key: string },
): Promise<Outcome<{ readonly id: string }, ProposalRefusal>> {
  if (!official.ministry) return refused({ code: 'ministry_only' });
  if (!(await isKey(deps, name))) return refused({ code: 'no_such_key' });
  const at = deps.now();
  return deps.db.transaction(principalOf(official), (tx) =>
    once<{ readonly id: string }, ProposalRefusal>(
      tx,
      { scope: official.officialId, key, wish: { ...name, reason }, at },
      async () => {
        const distrust: Distrust = {
          id: crypto.randomUUID(),
          ...name,
          reason,
          state: 'proposed',
          proposedBy: official.officialId,
          proposedAt: at,
          confirmedBy: null,
          confirmedAt: null,
          finishedAt: null,
        };
        if (!(await insertDistrust(tx, distrust))) return refused({ code: 'distrusted_already' });
        await note(tx, distrust, 'proposed', by(official), at);
        return granted({ id: distrust.id });
      },
    ),
  );
}

/** Another official confirms it (four eyes): from now on whatever the key signed counts no more. */
export function confirmDistrust(
  deps: DistrustDeps,
  official: Official,
  { id }: { readonly id: string },
): Promise<Outcome<null, DecisionRefusal>> {
  const at = deps.now();
  // Withdrawing a key is the platform's: nobody else may touch the table of secrets.
  return decide(deps, official, id, 'confirm', async (tx, distrust) => {
    if (distrust.proposedBy === official.officialId) return refused({ code: 'another_official_confirms' });
    await begin(tx, { ...distrust, state: 'running', confirmedBy: official.officialId, confirmedAt: at }, at);
    await note(tx, distrust, 'confirmed', by(official), at);
    return granted(null);
  });
}

/** It was a mistake: the key stays in trust. Whoever proposed it may say so, too. */
export function withdrawDistrust(
  deps: DistrustDeps,
  official: Official,
  { id }: { readonly id: string },
): Promise<Outcome<null, DecisionRefusal>> {
  return decide(deps, official, id, 'withdraw', async (tx, distrust) => {
    await saveDistrust(tx, { ...distrust, state: 'withdrawn' });
    await note(tx, distrust, 'withdrawn', by(official), deps.now());
    return granted(null);
  });
}

async function decide(
  { db }: DistrustDeps,
  official: Official,
  id: string,
  event: 'confirm' | 'withdraw',
  act: (tx: Tx, distrust: Distrust) => Promise<Outcome<null, DecisionRefusal>>,
): Promise<Outcome<null, DecisionRefusal>> {
  if (!official.ministry) return refused({ code: 'ministry_only' });
  return db.transaction(asVerification, async (tx) => {
    const distrust = await lockDistrust(tx, id);
    if (distrust === undefined) return refused({ code: 'no_such_distrust' });
    const next = distrustLifecycle.next(distrust.state, event);
    if (next.ok) return act(tx, distrust);
    // Sent twice, it is done once.
    const done =
      event === 'confirm' ? distrust.confirmedBy === official.officialId : distrust.state === 'withdrawn';
    return done ? granted(null) : refused({ code: 'not_now' });
  });
}

async function begin(tx: Tx, distrust: Distrust, at: Temporal.Instant): Promise<void> {
  await saveDistrust(tx, distrust);
  if (distrust.keyKind === 'code_key') await withdrawCodeKey(tx, distrust.keyId, at);
}

/**
 * The operator of the installation takes a key out of trust at once, where waiting for two officials would do harm; the
 * history says that it was the command. Again it changes nothing.
 */
export async function distrustByCommand(
  deps: DistrustDeps,
  { reason, ...name }: KeyName & { readonly reason: string },
): Promise<Outcome<Distrust, { readonly code: 'no_such_key' }>> {
  if (!(await isKey(deps, name))) return refused({ code: 'no_such_key' });
  const at = deps.now();
  const actor = system('certificates-distrust');
  return deps.db.transaction(asVerification, async (tx) => {
    const known = await lockDistrustOf(tx, name);
    if (known !== undefined && known.state !== 'proposed') return granted(known);
    const distrust: Distrust = {
      ...(known ?? {
        id: crypto.randomUUID(),
        ...name,
        reason,
        proposedBy: null,
        proposedAt: at,
        finishedAt: null,
      }),
      state: 'running',
      confirmedBy: null,
      confirmedAt: at,
    };
    if (known === undefined) await insertDistrust(tx, distrust);
    await begin(tx, distrust, at);
    await note(tx, distrust, 'confirmed', actor, at);
    return granted(distrust);
  });
}
