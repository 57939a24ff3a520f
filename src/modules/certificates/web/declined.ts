import type { Locale } from '#kernel/locale.ts';
import type { Decline } from '../domain/decide.ts';
import { kindWords } from './words/kinds.ts';
import { ruleWords } from './words/rules.ts';
import { certificateWords } from './words/words.ts';

/** Why a certificate cannot be had, in sentences. */
export function declineSentences(decline: Decline, locale: Locale): string[] {
  const words = certificateWords[locale];
  const names = kindWords[locale].kinds;
  switch (decline.code) {
    case 'nothing_asked':
      return [words.choose.pickOne];
    case 'outside_household':
      return [words.declines.outside_household];
    case 'do_not_go_together':
      return decline.pairs.map(([one, other]) => words.declines.apart(names[one].name, names[other].name));
    case 'language_not_offered':
      return [words.declines.language];
    case 'blocked': {
      const { what, why, now } = ruleWords[locale][decline.rule];
      return [`${names[decline.kind].name}: ${what} ${why} ${now}`];
    }
  }
}
