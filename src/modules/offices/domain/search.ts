import { fold } from '#kernel/fold.ts';

interface Findable {
  readonly spellings: readonly string[];
}

/** How well a wish fits: 0 whole, 1 beginning, 2 beginning of a word, 3 inside; nothing when it does not. */
function closeness(spellings: readonly string[], wish: string): number | undefined {
  let best: number | undefined;
  for (const spelling of spellings) {
    const at = spelling.indexOf(wish);
    if (at < 0) continue;
    const level =
      at === 0 ? (spelling.length === wish.length ? 0 : 1) : spelling.includes(` ${wish}`) ? 2 : 3;
    if (best === undefined || level < best) best = level;
  }
  return best;
}

/** The entries that a few typed letters mean, best first; short names before long ones. */
export function bestMatches<Entry extends Findable>(
  entries: readonly Entry[],
  text: string,
  limit: number,
): Entry[] {
  const wish = fold(text);
  if (wish === '') return [];
  const found: { entry: Entry; level: number; length: number }[] = [];
  for (const entry of entries) {
    const level = closeness(entry.spellings, wish);
    if (level !== undefined) found.push({ entry, level, length: entry.spellings[0]?.length ?? 0 });
  }
  return found
    .sort((a, b) => a.level - b.level || a.length - b.length)
    .slice(0, limit)
    .map(({ entry }) => entry);
}
