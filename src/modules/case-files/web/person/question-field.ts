import { countryCodes, countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { radioField, selectField, textArea, textField } from '#platform/web/form/fields.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { longestAnswer } from '../../domain/check-answer.ts';
import type { FormQuestion } from '../../domain/form.ts';
import { formWords } from '../words/form-words.ts';
import type { AnswerText } from './answer-text.ts';

export interface AskedQuestion {
  readonly question: FormQuestion;
  readonly value: string;
  readonly problem: string | undefined;
  /** What the office wrote about this very question. */
  readonly note: string | undefined;
  /** What another device says. */
  readonly theirs: string | undefined;
  /** The question on the same page on which it depends. */
  readonly dependsHere: boolean;
  readonly shown: boolean;
}

const countries = new Map<Locale, readonly { value: string; label: string }[]>();

function countryChoices(locale: Locale) {
  const known = countries.get(locale);
  if (known !== undefined) return known;
  const list = countryCodes
    .map((value) => ({ value, label: countryName(value, locale) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  countries.set(locale, list);
  return list;
}

/** A question with its control; one that depends on another of the page is there from the start, hidden. */
export function questionField(locale: Locale, asked: AskedQuestion, text: AnswerText): Html {
  const { question, note, theirs, dependsHere, shown } = asked;
  const words = formWords[locale].page;
  const content = html`${
    note !== undefined &&
    html`<div class="notice notice-warning question-note"><p><strong>${words.noted}</strong> <span class="typed">${note}</span></p></div>`
  }${
    theirs !== undefined &&
    html`<p class="detail question-theirs">${words.theirs(theirs === '' ? words.empty : text(question, theirs))}</p>`
  }${control(locale, asked, text)}`;
  if (!dependsHere || question.when === undefined) return content;
  return html`<div class="conditional"${attributes({
    'data-when': question.when.name,
    'data-is': question.when.is.join(' '),
    hidden: !shown,
  })}>${content}</div>`;
}

function control(locale: Locale, { question, value, problem }: AskedQuestion, text: AnswerText): Html {
  const words = formWords[locale].page;
  const { name, kind } = question;
  const base = {
    name,
    label: question.label[locale],
    hint: question.hint?.[locale],
    problem,
    value,
    optional: question.optional === true ? webWords[locale].optional : undefined,
  };
  const autocomplete = question.autocomplete === undefined ? {} : { autocomplete: question.autocomplete };
  switch (kind) {
    case 'long_text':
      return textArea({ ...base, rows: 5, maxlength: longestAnswer(question) });
    case 'yes_no':
      return radioField({
        ...base,
        choices: [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ],
      });
    case 'choice': {
      const choices = (question.choices ?? []).map((each) => ({
        value: each.value,
        label: each.label[locale],
      }));
      return choices.length <= 8
        ? radioField({ ...base, choices })
        : selectField({ ...base, choices, empty: words.choose });
    }
    case 'country':
      return selectField({ ...base, choices: countryChoices(locale), empty: words.choose });
    case 'date':
      // What is no date cannot stand in a date control: it is shown as text, so that nothing typed is lost.
      return textField({
        ...base,
        ...autocomplete,
        type: value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text',
        width: 'medium',
      });
    case 'municipality':
      return textField({
        ...base,
        value: text(question, value),
        hint: base.hint ?? words.municipalityHint,
        maxlength: 120,
      });
    case 'phone':
      return textField({
        ...base,
        type: 'tel',
        autocomplete: 'tel',
        hint: base.hint ?? words.phoneHint,
        maxlength: 40,
      });
    case 'email':
      return textField({ ...base, type: 'email', autocomplete: 'email', maxlength: 254 });
    case 'tax_code':
      return textField({ ...base, width: 'medium', maxlength: 24, spellcheck: false });
    case 'text':
      return textField({ ...base, ...autocomplete, maxlength: longestAnswer(question) });
  }
}
