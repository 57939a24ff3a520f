import { isMisspelling } from './edit-distance.ts';
import { wordsOf } from './name-difference.ts';
import { isRenamed, isTranslatedTown } from './towns.ts';

export type DateDifference = 'same' | 'less_precise' | 'day_and_month_swapped' | 'another_date';

export function compareDates(a: string, b: string): DateDifference {
  if (a === b) return 'same';
  if (a.startsWith(b) || b.startsWith(a)) return 'less_precise';
  const [year, month, day] = a.split('-');
  return b === `${year}-${day}-${month}` ? 'day_and_month_swapped' : 'another_date';
}

export type PlaceDifference =
  | 'same'
  | 'other_writing'
  | 'other_language'
  | 'more_or_less_exact'
  | 'renamed'
  | 'other_province'
  | 'spelling'
  | 'another_place';

/** A place as records write it: the town, then province, region or State after a comma or in brackets. */
interface Place {
  readonly town: string;
  readonly around: readonly string[];
}

export function comparePlaces(a: string, b: string): PlaceDifference {
  if (a === b) return 'same';
  const [first, second] = [placeWords(a), placeWords(b)];
  if (first.join(' ') === second.join(' ')) return 'other_writing';
  const [here, there] = [placeOf(a), placeOf(b)];
  const differ = here.around.length > 0 && there.around.length > 0;
  const within = (inner: readonly string[], outer: readonly string[]) =>
    inner.length > 0 && inner.every((word) => outer.includes(word));
  if (
    here.town === there.town &&
    differ &&
    !within(here.around, there.around) &&
    !within(there.around, here.around)
  )
    return 'other_province';
  if (within(first, second) || within(second, first)) return 'more_or_less_exact';
  if (here.town === there.town) return 'more_or_less_exact';
  if (isTranslatedTown(here.town, there.town)) return 'other_language';
  if (isRenamed(here.town, there.town)) return 'renamed';
  return isMisspelling(here.town, there.town) ? 'spelling' : 'another_place';
}

function placeOf(written: string): Place {
  const [town = [], ...around] = written.split(/[,(;/]/u).map((part) => placeWords(part));
  return { town: town.join(' '), around: around.flat() };
}

/** Without "Comune di", and with the Saints written out alike. */
function placeWords(written: string): string[] {
  return wordsOf(written.replace(/\b(comune|municipio|citta|città|city|town|parish) (di|of)\b/giu, '')).map(
    (word) => (/^(s|san|santo|santa|sant|sta|sto|saint|st)$/u.test(word) ? 'san' : word),
  );
}
