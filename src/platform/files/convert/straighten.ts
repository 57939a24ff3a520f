import type { Grey } from './legibility.ts';

/** Widest angle that is straightened, in degrees: beyond it a page was turned on purpose. */
const widest = 7;
/** Angles below this nobody sees. */
const least = 0.4;
const mostPoints = 40_000;

/** Points that are darker than what surrounds them: letters, lines, edges of a table. */
function inkOf({ width, height, shades }: Grey): Float32Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += shades[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const around = 12;
  const points: number[] = [];
  for (let y = around; y < height - around; y += 1) {
    for (let x = around; x < width - around; x += 1) {
      const corner = (down: number, right: number) => sums[(y + down) * (width + 1) + x + right] ?? 0;
      const mean =
        (corner(around, around) -
          corner(-around, around) -
          corner(around, -around) +
          corner(-around, -around)) /
        (4 * around * around);
      if ((shades[y * width + x] ?? 0) < mean - 18) points.push(x, y);
    }
  }
  const step = Math.max(1, Math.ceil(points.length / 2 / mostPoints)) * 2;
  const kept: number[] = [];
  for (let at = 0; at < points.length; at += step) kept.push(points[at] ?? 0, points[at + 1] ?? 0);
  return Float32Array.from(kept);
}

/** How clearly the points fall into lines when the picture is turned so: rows full of ink beside rows without. */
function linesAt(points: Float32Array, degrees: number, rows: number): number {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const counts = new Float64Array(rows * 2);
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round((points[at + 1] ?? 0) * cosine - (points[at] ?? 0) * sine + rows / 2);
    if (row >= 0 && row < counts.length) counts[row] = (counts[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < counts.length; row += 1) sum += ((counts[row] ?? 0) - (counts[row - 1] ?? 0)) ** 2;
  return sum;
}

/**
 * By how many degrees (clockwise) the lines of a page lean, or 0 where there are no lines that say so clearly: a photo
 * of a face or a stamp is left as it is.
 */
export function leanOf(grey: Grey): number {
  const points = inkOf(grey);
  if (points.length < 600) return 0;
  const rows = grey.width + grey.height;
  const angles = Array.from({ length: widest * 4 + 1 }, (_, at) => -widest + at / 2);
  const scores = angles.map((angle) => linesAt(points, angle, rows));
  const best = scores.indexOf(Math.max(...scores));
  const coarse = angles[best] ?? 0;
  let lean = coarse;
  let top = scores[best] ?? 0;
  for (let fine = coarse - 0.4; fine <= coarse + 0.41; fine += 0.1) {
    const score = linesAt(points, fine, rows);
    if (score > top) [lean, top] = [fine, score];
  }
  const ordinary = scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0;
  const upright = linesAt(points, 0, rows);
  const clear = top > ordinary * 2 && top > upright * 1.3 && Math.abs(coarse) < widest;
  return clear && Math.abs(lean) >= least ? lean : 0;
}
