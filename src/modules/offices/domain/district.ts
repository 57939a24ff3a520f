import { fold } from '#kernel/fold.ts';
import type { Text } from '#kernel/locale.ts';

/** A town, or a part of a State, as people name it. */
export interface NamedPlace {
  readonly id: string;
  readonly name: Text;
  /** Every spelling under which it is found, folded. */
  readonly spellings: readonly string[];
}

/** A part of a State and the offices in whose district it lies (circoscrizione); two where it lies between them. */
export interface Area extends NamedPlace {
  readonly offices: readonly string[];
  readonly towns: readonly NamedPlace[];
}

/** The districts of a State, always marked for what they are. */
export interface Districts {
  readonly country: string;
  /** No open source gives districts below the State: these are made up to be plausible. */
  readonly isDemonstration: true;
  readonly areas: readonly Area[];
}

function named(scope: string, names: string): NamedPlace {
  const [en = '', it = en, ...others] = names.split('|').map((name) => name.trim());
  const spellings = [...new Set([en, it, ...others].map(fold))];
  return { id: `${scope}/${fold(en).replaceAll(' ', '-')}`, name: { it, en }, spellings };
}

/**
 * One row of a district table. Names are written `English|Italian|other spellings`, one is enough where all agree;
 * towns are divided by semicolons, offices by blanks.
 */
export function area(country: string, names: string, offices: string, towns = ''): Area {
  const own = named(country.toLowerCase(), names);
  return {
    ...own,
    offices: offices.split(' '),
    towns: towns === '' ? [] : towns.split(';').map((town) => named(own.id, town)),
  };
}
