import { dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { type Official, principalOf } from '#platform/web/who.ts';
import type { Distrust, DistrustProgress, KeyKind } from '../domain/distrust.ts';
import { type CodeKeyRow, listCodeKeys } from '../store/code-keys.ts';
import { countByKey, listDistrusts } from '../store/distrusts.ts';
import { type CertificateDeps, certificateZone } from './certificate-deps.ts';
import { asVerification } from './sealed-deps.ts';

export type KeyStanding = 'next' | 'active' | 'retired' | 'distrusted';

/** A key as the ministry sees it. */
export interface SeenKey {
  readonly keyKind: KeyKind;
  readonly keyId: string;
  readonly standing: KeyStanding;
  /** Documents that still count. */
  readonly counting: number;
  /** Known of keys of QR codes alone: the seal's certificate says it itself. */
  readonly signsFrom?: Temporal.Instant;
  readonly signsUntil?: Temporal.Instant;
}

export interface SeenKeys {
  readonly keys: readonly SeenKey[];
  readonly distrusts: readonly { readonly distrust: Distrust; readonly progress: DistrustProgress }[];
}

/** The keys of seals and QR codes, what each has signed that still counts, and which are out of trust. */
export async function seeKeys(
  deps: Pick<CertificateDeps, 'db' | 'now' | 'sealing'>,
  official: Official,
): Promise<Outcome<SeenKeys, { readonly code: 'ministry_only' }>> {
  if (!official.ministry) return refused({ code: 'ministry_only' });
  const at = deps.now();
  const today = dayAt(at, certificateZone);
  const rows = await deps.db.transaction(asVerification, listCodeKeys);
  return deps.db.transaction(principalOf(official), async (tx) => {
    const distrusts = await listDistrusts(tx);
    const out = new Set(
      distrusts
        .filter(({ distrust: { state } }) => state === 'running' || state === 'done')
        .map(({ distrust }) => distrust.keyId),
    );
    const uses = await countByKey(tx, today);
    const counting = (id: string) => uses.find(({ keyId }) => keyId === id)?.counting ?? 0;
    const current = deps.sealing.sealId();
    const seals = new Set([
      current,
      ...uses.filter(({ keyKind }) => keyKind === 'seal_certificate').map(({ keyId }) => keyId),
      ...distrusts
        .filter(({ distrust }) => distrust.keyKind === 'seal_certificate')
        .map(({ distrust }) => distrust.keyId),
    ]);
    const keys: SeenKey[] = [
      ...rows.map((row) => ({
        keyKind: 'code_key' as const,
        keyId: row.id,
        standing: standingOf(row, at),
        counting: counting(row.id),
        signsFrom: row.signs_from,
        signsUntil: row.signs_until,
      })),
      ...[...seals].map((keyId) => ({
        keyKind: 'seal_certificate' as const,
        keyId,
        standing: out.has(keyId)
          ? ('distrusted' as const)
          : keyId === current
            ? ('active' as const)
            : ('retired' as const),
        counting: counting(keyId),
      })),
    ];
    return granted({ keys, distrusts });
  });
}

function standingOf(row: CodeKeyRow, at: Temporal.Instant): KeyStanding {
  if (row.withdrawn_at !== null) return 'distrusted';
  if (Temporal.Instant.compare(at, row.signs_from) < 0) return 'next';
  return Temporal.Instant.compare(at, row.signs_until) < 0 ? 'active' : 'retired';
}
