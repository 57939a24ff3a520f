import { fold } from '#kernel/fold.ts';

/** Words of a question that say nothing of what is looked for, in both languages. */
const empty = new Set(
  `a ad al alla allo ai agli all anche avere che chi ci come con cosa cui da dal dalla de dei del della devo di dove
  e fare faccio gli ha ho i il in io l la le lo ma mi mia mio nel nella non o per piu posso quale quando quanto serve si
  sono su sul ti tuo un una uno vorrei voglio
  about am an and are be can do does for from get have how i if is it my need of on or out the to want what when where
  who with would you your`.split(/\s+/),
);

/** What somebody typed, as the words that can be looked for; a question of empty words alone keeps them all. */
export function wordsOf(text: string): string[] {
  const all = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  const telling = all.filter((word) => !empty.has(word));
  return telling.length === 0 ? all : telling;
}
