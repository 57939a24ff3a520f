import type { FastifyReply, FastifyRequest } from 'fastify';
import { countryCodes, countryName } from '#kernel/country.ts';
import { hidden, problemSummary } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import {
  type Answers,
  type Input,
  keyOf,
  notKnown,
  type QuestionKey,
  topics,
} from '../../domain/guide/answers.ts';
import { guideWords, questionWords } from '../words/words.ts';
import { familyTree } from './family-tree.ts';
import { asked } from './told.ts';

export interface QuestionPage {
  readonly question: QuestionKey;
  readonly answers: Answers;
  readonly told: readonly QuestionKey[];
  readonly asOf: string;
  /** Path of the assessment. */
  readonly base: string;
  readonly typed?: Typed;
  readonly problem?: string | undefined;
  /** Whether it is answered already and may be left as it is. */
  readonly isChange?: boolean;
}

/** One question, why it is asked, and where its answer is found. */
export async function questionPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: QuestionPage,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = guideWords[locale].question;
  const { question, answers, told, base, problem } = page;
  const key = keyOf(question);
  const title = asked(question, answers, locale);
  const { why, where } = questionWords[locale][question.topic];
  const before = previous(told, question);
  const tree = question.topic === 'goal' ? false : await familyTree(answers, page.asOf, locale);
  return reply.page({
    title,
    section: 'citizenship',
    status: problem === undefined ? 200 : 422,
    hasProblems: problem !== undefined,
    breadcrumb: [
      { label: guideWords[locale].landing.title, path: '/citizenship' },
      { label: guideWords[locale].title },
    ],
    main: html`${before && html`<p class="question-back"><a href="${localized(locale, `${base}/questions/${keyOf(before)}`)}">${words.back}</a></p>`}
${problemSummary(words.problemTitle, problem === undefined ? [] : [{ name: 'value', text: problem }])}
${form(reply, {
  action: `${base}/answers`,
  class: 'form question-form',
  content: html`${hidden('key', key)}${control(page, title, locale)}
<div class="actions">${submitButton(words.submit)}${
    question.topic !== 'goal' &&
    html`<button type="submit" name="unknown" value="yes" class="btn btn-outline-primary">${words.unknown}</button>`
  }${page.isChange === true && html`<a class="form-back" href="${localized(locale, base)}">${words.backToEnd}</a>`}</div>`,
})}
<div class="question-help"><h2>${words.why}</h2><p>${why}</p><h2>${words.where}</h2><p>${where}</p></div>
${tree}
${told.length > 0 && html`<p class="question-told">${words.answered(told.length)}. <a href="${localized(locale, `${base}/told`)}">${words.told}</a></p>`}`,
  });
}

function previous(told: readonly QuestionKey[], question: QuestionKey): QuestionKey | undefined {
  const at = told.findIndex((each) => keyOf(each) === keyOf(question));
  return at === -1 ? told.at(-1) : told[at - 1];
}

function control(page: QuestionPage, title: string, locale: 'it' | 'en'): Html {
  const { question, answers, typed, problem } = page;
  const input: Input = topics[question.topic];
  const value = answers[keyOf(question)];
  const error = problem && html`<p class="field-problem" id="value-problem">${problem}</p>`;
  const described = problem ? 'value-problem' : undefined;
  const now =
    value === notKnown &&
    html`<p class="field-hint">${guideWords[locale].question.now} «${guideWords[locale].question.unknown}».</p>`;
  const group = (content: Html) =>
    html`<div class="field${problem ? ' field-in-error' : ''}"><fieldset class="field-group"${attributes({ 'aria-describedby': described })}><legend><h1>${title}</h1></legend>${error}${now}${content}</fieldset></div>`;
  switch (input.kind) {
    case 'choice': {
      const { choices } = questionWords[locale][question.topic] as { choices: Record<string, string> };
      const chosen = typed?.['value'] ?? value;
      return group(
        html`${input.choices.map((choice, index) => {
          const id = index === 0 ? 'f-value' : `f-value-${index}`;
          return html`<div class="choice"><input type="radio"${attributes({ id, name: 'value', value: choice, checked: choice === chosen })}><label for="${id}">${choices[choice]}</label></div>`;
        })}`,
      );
    }
    case 'date':
      return group(dateFields(page, value, input.instead, locale));
    case 'country': {
      const words = guideWords[locale].question;
      const chosen = typed?.['value'] ?? value;
      const countries = countryCodes
        .map((code) => ({ code, name: countryName(code, locale) }))
        .sort((one, other) => one.name.localeCompare(other.name, locale));
      return html`<div class="field${problem ? ' field-in-error' : ''}"><h1 id="question">${title}</h1>${error}${now}<label class="field-label" for="f-value">${words.country}</label><select class="form-select"${attributes(
        { id: 'f-value', name: 'value', 'aria-describedby': described ?? 'question', autocomplete: 'off' },
      )}><option value="">${words.chooseCountry}</option>${countries.map(
        ({ code, name }) =>
          html`<option value="${code}"${attributes({ selected: code === chosen })}>${name}</option>`,
      )}</select></div>`;
    }
  }
}

function dateFields(
  { question, typed }: QuestionPage,
  value: string | undefined,
  instead: string | undefined,
  locale: 'it' | 'en',
): Html {
  const words = guideWords[locale].question;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value ?? '') ?? [];
  const known: Record<string, string | undefined> = { day, month, year };
  const own = question.person === 'a' && question.topic === 'born';
  const field = (name: 'day' | 'month' | 'year', complete: string) => {
    const id = name === 'day' ? 'f-value' : `f-${name}`;
    return html`<div class="date-part date-${name}"><label for="${id}">${words[name]}</label><input class="form-control"${attributes(
      {
        id,
        name,
        type: 'text',
        inputmode: 'numeric',
        maxlength: name === 'year' ? 4 : 2,
        value: typed?.[name] ?? known[name]?.replace(/^0/, ''),
        autocomplete: own ? complete : 'off',
      },
    )}></div>`;
  };
  const other = (questionWords[locale][question.topic] as { instead?: string }).instead;
  return html`<p class="field-hint">${words.dateHint}</p><div class="date-parts">${field('day', 'bday-day')}${field('month', 'bday-month')}${field('year', 'bday-year')}</div>${
    instead !== undefined &&
    html`<div class="choice"><input type="checkbox"${attributes({ id: 'f-instead', name: 'instead', value: 'yes', checked: typed === undefined ? value === instead : typed['instead'] === 'yes' })}><label for="f-instead">${other}</label></div>`
  }`;
}
