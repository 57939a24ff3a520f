import type { Text } from '#kernel/locale.ts';
import { text } from '../rules/rule.ts';
import type { DateDifference, PlaceDifference } from './date-and-place.ts';
import type { NameDifference } from './name-difference.ts';

/** What to do about a difference: nothing, explain it to the office, or have the record corrected before applying. */
export type DifferenceClass = 'harmless' | 'to_explain' | 'to_correct';

export type DifferenceKind =
  | Exclude<NameDifference, 'same'>
  | Exclude<DateDifference, 'same'>
  | Exclude<PlaceDifference, 'same'>
  | 'married_surname'
  | 'another_country'
  | 'variant_not_covered'
  | 'informant_missing';

export const differenceKinds: Readonly<Record<DifferenceKind, { class: DifferenceClass; words: Text }>> = {
  capitals_or_accents: {
    class: 'harmless',
    words: text([
      'Cambiano solo maiuscole, accenti o apostrofi.',
      'Only capitals, accents or apostrophes differ.',
    ]),
  },
  order: {
    class: 'to_explain',
    words: text(['Gli stessi nomi in un altro ordine.', 'The same names in another order.']),
  },
  more_names: {
    class: 'to_explain',
    words: text(['Un atto riporta un nome in più o in meno.', 'One record has one name more or less.']),
  },
  translated: {
    class: 'to_explain',
    words: text(['Lo stesso nome in un’altra lingua.', 'The same name in another language.']),
  },
  short_form: {
    class: 'to_explain',
    words: text([
      'È il nome con cui la persona era chiamata.',
      'It is the name by which the person was called.',
    ]),
  },
  initial: {
    class: 'to_explain',
    words: text(['Un atto riporta solo l’iniziale.', 'One record states the initial only.']),
  },
  joined: {
    class: 'to_explain',
    words: text([
      'Gli stessi nomi, uniti in un atto e divisi nell’altro.',
      'The same names, joined in one record and apart in the other.',
    ]),
  },
  married_surname: {
    class: 'to_explain',
    words: text(['Il cognome è quello del coniuge.', 'The surname is the spouse’s.']),
  },
  particle: {
    class: 'to_correct',
    words: text([
      'La particella è unita, divisa, diversa o manca.',
      'The particle is joined, split, different or missing.',
    ]),
  },
  spelling: {
    class: 'to_correct',
    words: text(['Il nome è scritto in modo diverso.', 'The name is spelt differently.']),
  },
  another_name: { class: 'to_correct', words: text(['È un nome diverso.', 'It is a different name.']) },
  less_precise: {
    class: 'harmless',
    words: text(['Un atto riporta la data meno precisa.', 'One record states the date less precisely.']),
  },
  day_and_month_swapped: {
    class: 'to_correct',
    words: text(['Giorno e mese sono scambiati.', 'Day and month are swapped.']),
  },
  another_date: { class: 'to_correct', words: text(['È una data diversa.', 'It is a different date.']) },
  other_writing: {
    class: 'harmless',
    words: text(['Il luogo cambia solo nella scrittura.', 'The place differs only in writing.']),
  },
  other_language: {
    class: 'harmless',
    words: text(['Lo stesso luogo in un’altra lingua.', 'The same place in another language.']),
  },
  more_or_less_exact: {
    class: 'harmless',
    words: text(['Un atto indica il luogo con più precisione.', 'One record states the place more exactly.']),
  },
  renamed: {
    class: 'to_explain',
    words: text(['Il luogo ha cambiato nome.', 'The place has changed its name.']),
  },
  other_province: {
    class: 'to_explain',
    words: text([
      'Lo stesso Comune sotto un’altra provincia o un altro Stato: spiega quando è cambiato.',
      'The same municipality under another province or State: explain when it changed.',
    ]),
  },
  another_place: { class: 'to_correct', words: text(['È un luogo diverso.', 'It is a different place.']) },
  another_country: {
    class: 'to_correct',
    words: text(['È un Paese diverso.', 'It is a different country.']),
  },
  variant_not_covered: {
    class: 'to_correct',
    words: text([
      'Il certificato non comprende questa variante del nome.',
      'The certificate does not cover this variant of the name.',
    ]),
  },
  informant_missing: {
    class: 'to_correct',
    words: text([
      'I genitori non erano sposati e non sono entrambi dichiaranti: serve un riconoscimento.',
      'The parents were not married and are not both informants: a recognition is needed.',
    ]),
  },
};
