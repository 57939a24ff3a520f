import { parseCivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Question, Service } from '#modules/services/public.ts';
import { radioField, selectField, textArea, textField } from '#platform/web/form/fields.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import type { Html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { appointmentWords } from './words/words.ts';

export interface AnswersReading {
  readonly notes: string;
  readonly answers: Readonly<Record<string, string>>;
  /** A sentence for each field in error. */
  readonly problems: Readonly<Record<string, string>>;
}

const longestNotes = 2000;
const longestAnswer = 300;

const fieldName = (question: Question) => `answer_${question.id}`;

/** The notes and the answers to the service's own questions. */
export function readAnswers(service: Service, typed: Typed, locale: Locale): AnswersReading {
  const words = appointmentWords[locale].book;
  const problems: Record<string, string> = {};
  const notes = (typed['notes'] ?? '').replaceAll('\r\n', '\n').trim();
  if (notes.length > longestNotes) problems['notes'] = words.notesTooLong;

  const answers: Record<string, string> = {};
  for (const question of service.questions) {
    const answer = (typed[fieldName(question)] ?? '').trim();
    const label = question.label[locale];
    if (answer === '') {
      if (question.required) problems[fieldName(question)] = words.answerMissing(label);
    } else if (answer.length > longestAnswer) problems[fieldName(question)] = words.answerTooLong(label);
    else if (!fits(question, answer)) problems[fieldName(question)] = words.answerWrong(label);
    else answers[question.id] = answer;
  }
  return { notes, answers, problems };
}

function fits(question: Question, answer: string): boolean {
  switch (question.kind) {
    case 'text':
      return true;
    case 'yes_no':
      return answer === 'yes' || answer === 'no';
    case 'choice':
      return question.choices.some((choice) => choice.value === answer);
    case 'date':
      return parseCivilDate(answer).ok;
  }
}

/** The fields of the notes and of the service's own questions, with what was typed. */
export function answerFields(
  service: Service,
  typed: Typed,
  problems: Readonly<Record<string, string>>,
  locale: Locale,
): Html[] {
  const words = appointmentWords[locale].book;
  const { optional } = webWords[locale];
  const questions = service.questions.map((question) => questionField(question, typed, problems, locale));
  return [
    ...questions,
    textArea({
      name: 'notes',
      label: words.notes,
      hint: words.notesHint,
      optional,
      problem: problems['notes'],
      value: typed['notes'],
      rows: 4,
    }),
  ];
}

function questionField(
  question: Question,
  typed: Typed,
  problems: Readonly<Record<string, string>>,
  locale: Locale,
): Html {
  const words = appointmentWords[locale].book;
  const name = fieldName(question);
  const base = {
    name,
    label: question.label[locale],
    hint: question.hint?.[locale],
    problem: problems[name],
    value: typed[name],
    optional: question.required ? undefined : webWords[locale].optional,
  };
  switch (question.kind) {
    case 'text':
      return textField({ ...base, maxlength: longestAnswer });
    case 'date':
      return textField({ ...base, type: 'date', width: 'medium' });
    case 'yes_no':
      return radioField({
        ...base,
        choices: [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ],
      });
    case 'choice': {
      const choices = question.choices.map(({ value, label }) => ({ value, label: label[locale] }));
      return choices.length > 5
        ? selectField({ ...base, choices, empty: '' })
        : radioField({ ...base, choices });
    }
  }
}
