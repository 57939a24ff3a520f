import type { Leaf } from './explore.ts';
import type { Unknown } from './unknown.ts';

/**
 * The fact to ask first: the one whose answer settles most of what is open. For each unknown, the ways are grouped
 * by what they assume about it; the less the groups still disagree inside, the better the question.
 */
export function choosesBest(leaves: readonly Leaf[]): Unknown | undefined {
  const unknowns = new Map<string, Unknown>();
  for (const { world } of leaves)
    for (const [key, unknown] of world.assumed.unknowns) unknowns.set(key, unknown);
  let best: { unknown: Unknown; openness: number } | undefined;
  const total = disagreement(leaves);
  for (const [key, unknown] of unknowns) {
    const openness = opennessAfter(leaves, key);
    if (openness >= total - 1e-9 && unknowns.size > 1 && best !== undefined) continue;
    if (best === undefined || openness < best.openness - 1e-9) best = { unknown, openness };
  }
  return best?.unknown;
}

function opennessAfter(leaves: readonly Leaf[], key: string): number {
  const groups = new Map<string, Leaf[]>();
  const indifferent: Leaf[] = [];
  for (const leaf of leaves) {
    const { days, choices } = leaf.world.assumed;
    const assumed = days.get(key)?.join(' ') ?? choices.get(key);
    if (assumed === undefined) indifferent.push(leaf);
    else groups.set(String(assumed), [...(groups.get(String(assumed)) ?? []), leaf]);
  }
  if (groups.size === 0) return disagreement(leaves);
  const all = [...groups.values()].map((group) => [...group, ...indifferent]);
  const size = all.reduce((sum, group) => sum + group.length, 0);
  return all.reduce((sum, group) => sum + (disagreement(group) * group.length) / size, 0);
}

/** Entropy of the outcomes, in bits. */
function disagreement(leaves: readonly Leaf[]): number {
  const counts = new Map<string, number>();
  for (const { result } of leaves) {
    const { truth } = result.finding;
    counts.set(truth, (counts.get(truth) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, count) => {
    const share = count / leaves.length;
    return sum - share * Math.log2(share);
  }, 0);
}
