import type { Legibility } from './tasks.ts';

/** A picture in shades of grey, one byte each. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/** Below this, nothing can be told from its ground. */
const leastContrast = 14;
/** Longest side below which print on a document cannot be read, in pixels: an identity card at 90 dots per inch. */
const leastSide = 300;
/** Longest side from which print is surely sharp enough: an identity card at 300 dots per inch, A4 at 90. */
const goodSide = 1000;

/** The shade below which lies so large a part of the picture. */
function shadeAt(counts: readonly number[], total: number, part: number): number {
  let below = 0;
  for (const [shade, count] of counts.entries()) {
    below += count;
    if (below >= total * part) return shade;
  }
  return 255;
}

/** How steep the steepest edges are, from 0 (none) to about 2, measured against the contrast of the whole picture. */
function steepness({ width, height, shades }: Grey, contrast: number): number {
  const counts = Array.from({ length: 1021 }, () => 0);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const edge = Math.abs(
        4 * (shades[at] ?? 0) -
          (shades[at - 1] ?? 0) -
          (shades[at + 1] ?? 0) -
          (shades[at - width] ?? 0) -
          (shades[at + width] ?? 0),
      );
      counts[edge] = (counts[edge] ?? 0) + 1;
    }
  }
  return shadeAt(counts, (width - 2) * (height - 2), 0.997) / contrast;
}

const leastSteepness = 0.22;

/**
 * Whether a document can be read from its picture: what speaks against it, or that nothing can be read at all. `side` is
 * the longest side of the picture as it came.
 */
export function legibilityOf(grey: Grey, side: number): readonly Legibility[] | 'blank' | 'too_small' {
  if (side < leastSide) return 'too_small';
  const counts = Array.from({ length: 256 }, () => 0);
  for (const shade of grey.shades) counts[shade] = (counts[shade] ?? 0) + 1;
  const total = grey.shades.length;
  const [darkest, lightest] = [shadeAt(counts, total, 0.003), shadeAt(counts, total, 0.997)];
  const contrast = lightest - darkest;
  if (contrast < leastContrast) return 'blank';
  const warnings: Legibility[] = [];
  if (side < goodSide) warnings.push('small');
  if (steepness(grey, contrast) < leastSteepness) warnings.push('blurred');
  if (lightest < 110) warnings.push('dark');
  // What is blurred fades by itself.
  else if (warnings.includes('blurred')) return warnings;
  else if (darkest > 150) warnings.push('bright');
  else if (contrast < 70) warnings.push('faint');
  return warnings;
}
