export interface RunOptions {
  /** The large sizes, which continuous integration leaves out. */
  readonly full: boolean;
}

/** One figure: a ratio to a limit of the same run, with its budget, or just what was seen. */
export interface Measured {
  readonly name: string;
  readonly value?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly unit?: string;
  readonly detail?: string;
  /** Why it could not be measured here. */
  readonly skipped?: string;
}

export function isKept({ value, atLeast, atMost, skipped }: Measured): boolean {
  if (skipped !== undefined || value === undefined) return true;
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

/** One line for a figure, as people read it. */
export function line(figure: Measured): string {
  const { name, value, atLeast, atMost, unit = '', detail, skipped } = figure;
  if (skipped !== undefined) return `  –  ${name}: not measured, ${skipped}`;
  const budget =
    atLeast !== undefined
      ? ` (at least ${atLeast}${unit})`
      : atMost !== undefined
        ? ` (at most ${atMost}${unit})`
        : '';
  const mark = value === undefined ? '    ' : isKept(figure) ? '  ✓ ' : '  ✗ ';
  const number = value === undefined ? '' : `: ${value.toFixed(2)}${unit}${budget}`;
  return `${mark} ${name}${number}${detail === undefined ? '' : `  ${detail}`}`;
}
