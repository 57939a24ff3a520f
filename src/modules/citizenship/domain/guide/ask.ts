import { type Answers, keyOf, notKnown, type QuestionKey, type Topic } from './answers.ts';

/** Reads answers, and remembers which were of use. */
export class Reader {
  readonly used = new Map<string, QuestionKey>();
  readonly answers: Answers;

  constructor(answers: Answers) {
    this.answers = answers;
  }

  /** What was answered, `unknown` included; nothing where the question was never met. */
  raw(person: string, topic: Topic): string | undefined {
    const question = { person, topic };
    const key = keyOf(question);
    this.used.set(key, question);
    return this.answers[key];
  }

  /** What is known: neither open nor "I don’t know". */
  known(person: string, topic: Topic): string | undefined {
    const value = this.raw(person, topic);
    return value === notKnown ? undefined : value;
  }

  /** A day as facts state it; `null` where it is open. */
  day(person: string, topic: Topic): string | null {
    const value = this.known(person, topic);
    return value !== undefined && /^\d/.test(value) ? value : null;
  }

  is(person: string, topic: Topic, ...values: string[]): boolean {
    const value = this.raw(person, topic);
    return value !== undefined && values.includes(value);
  }
}
