import { belfioreConnector } from '@marketto/belfiore-connector-embedded';
import { fold } from '#kernel/fold.ts';
import type { Text } from '#kernel/locale.ts';

/** An Italian municipality (comune) that exists today. */
export interface Municipality {
  /** Its land-registry code (codice Belfiore), as `H501` for Rome. */
  readonly code: string;
  readonly name: Text;
  readonly province: string;
}

export interface KnownMunicipality extends Municipality {
  readonly spellings: readonly string[];
}

/** The towns that have an English name of their own. */
const englishNames: Readonly<Record<string, string>> = {
  D612: 'Florence',
  D969: 'Genoa',
  E897: 'Mantua',
  F205: 'Milan',
  F839: 'Naples',
  G224: 'Padua',
  H501: 'Rome',
  I754: 'Syracuse',
  L219: 'Turin',
  L736: 'Venice',
  E625: 'Leghorn',
};

/** The data set writes some names as "Albiano D'ivrea" and "Trinità D'agultu E Vignola". */
function tidy(name: string): string {
  return name
    .replaceAll("'", '’')
    .replace(/(\p{L})’(\p{L})/gu, (_, before: string, letter: string) => `${before}’${letter.toUpperCase()}`)
    .replace(/ D’/g, ' d’')
    .replace(/ E /g, ' e ');
}

async function load(): Promise<readonly KnownMunicipality[]> {
  const places = (await belfioreConnector.cities?.toArray()) ?? [];
  return places.flatMap((place) => {
    if (place.province === undefined || place.expirationDate.getUTCFullYear() < 9999) return [];
    const it = tidy(place.name);
    const en = englishNames[place.belfioreCode] ?? it;
    const spellings = [...new Set([it, en].map(fold))];
    return [{ code: place.belfioreCode, name: { it, en }, province: place.province, spellings }];
  });
}

let loading: Promise<readonly KnownMunicipality[]> | undefined;

/** All municipalities, read once in a process: the first call takes about half a second, so call it at start. */
export function listMunicipalities(): Promise<readonly KnownMunicipality[]> {
  loading ??= load();
  return loading;
}
