import { countryName, isCountryCode } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { type Answers, keyOf, notKnown, type QuestionKey } from '../../domain/guide/answers.ts';
import { toDay } from '../../domain/reasoning/day.ts';
import { sayDay } from '../../domain/words/say.ts';
import { guideWords, questionWords } from '../words/words.ts';
import { isAboutChild, whoIs } from './people.ts';

/** A question as it is put to the reader. */
export function asked({ person, topic }: QuestionKey, answers: Answers, locale: Locale): string {
  return questionWords[locale][topic].ask(whoIs(person, locale, isAboutChild(answers)));
}

/** An answer as people say it. */
export function said({ topic }: QuestionKey, value: string, locale: Locale): string {
  if (value === notKnown) return guideWords[locale].question.unknown;
  const words = questionWords[locale][topic] as { choices?: Record<string, string>; instead?: string };
  const choice = words.choices?.[value];
  if (choice !== undefined) return choice;
  if (/^\d{4}-/.test(value)) return sayDay(toDay(value), locale);
  return isCountryCode(value) ? countryName(value, locale) : (words.instead ?? value);
}

/** Everything that counts of what was answered, each with the way to change it. */
export function toldList(
  told: readonly QuestionKey[],
  answers: Answers,
  { locale, base }: { locale: Locale; base: string },
): Html {
  const words = guideWords[locale].result;
  return html`<dl class="summary told-list">${told.map((question) => {
    const key = keyOf(question);
    const text = asked(question, answers, locale);
    return html`<div><dt>${text}</dt><dd>${said(question, answers[key] ?? '', locale)} <a href="${localized(locale, `${base}/questions/${key}`)}">${words.change}<span class="visually-hidden">: ${text}</span></a></dd></div>`;
  })}</dl>`;
}
