import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { speaksOf, supersede, type Version } from './two-times.ts';

const first = civilDate('2020-01-01');
const length = 12;
const dayNumber = (index: number) => addDays(first, index);
const start = Temporal.Instant.from('2026-01-01T00:00:00Z');

const birth: Version<string> = {
  number: 1,
  trueFrom: first,
  trueUntil: null,
  knownFrom: start,
  knownUntil: null,
  content: '',
};

/** What somebody learns: since a day, at times until another, and how long after the last time. */
const lesson = fc.record({
  from: fc.nat({ max: length - 1 }),
  days: fc.option(fc.integer({ min: 1, max: length })),
  pause: fc.integer({ min: 0, max: 3 }),
  word: fc.constantFrom('a', 'b', 'c'),
});
type Lesson = typeof lesson extends fc.Arbitrary<infer Each> ? Each : never;

function learn(lessons: readonly Lesson[]) {
  let versions: readonly Version<string>[] = [birth];
  // The naive model: for each moment of learning, what is believed of each day.
  const beliefs: { at: Temporal.Instant; days: string[] }[] = [
    { at: start, days: Array<string>(length).fill('') },
  ];
  let at = start;
  for (const { from, days, pause, word } of lessons) {
    at = at.add({ seconds: pause });
    const until = days === null ? null : dayNumber(from + days);
    const { closed, added, knownFrom } = supersede(versions, {
      from: dayNumber(from),
      until,
      at,
      change: (content) => content + word,
    });
    versions = [
      ...versions.map((each) => (closed.includes(each.number) ? { ...each, knownUntil: knownFrom } : each)),
      ...added,
    ];
    const before = beliefs.at(-1)?.days ?? [];
    beliefs.push({
      at: knownFrom,
      days: before.map((content, index) =>
        index >= from && (days === null || index < from + days) ? content + word : content,
      ),
    });
  }
  return { versions, beliefs };
}

const read = (versions: readonly Version<string>[], day: CivilDate, knownAt: Temporal.Instant) =>
  versions.filter((each) => speaksOf(each, day, knownAt)).map(({ content }) => content);

describe('RG-1: what was true when, and since when it is known', () => {
  test('reading at a day and an instant equals a naive model, whatever was learnt in whatever order', () => {
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 8 }), (lessons) => {
        const { versions, beliefs } = learn(lessons);
        for (const { at, days } of beliefs)
          for (const [index, content] of days.entries())
            expect(read(versions, dayNumber(index), at)).toEqual([content]);
      }),
    );
  });

  test('nothing is altered but until when it was believed, and no number comes twice', () => {
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 8 }), (lessons) => {
        const { versions } = learn(lessons);
        const { versions: earlier } = learn(lessons.slice(0, -1));
        expect(versions.slice(0, earlier.length).map(({ knownUntil: _until, ...each }) => each)).toEqual(
          earlier.map(({ knownUntil: _until, ...each }) => each),
        );
        expect(new Set(versions.map(({ number }) => number)).size).toBe(versions.length);
      }),
    );
  });

  test('before the first day and before the first instant nothing is known', () => {
    expect(read([birth], addDays(first, -1), start)).toEqual([]);
    expect(read([birth], first, start.subtract({ seconds: 1 }))).toEqual([]);
    expect(read([birth], first, start)).toEqual(['']);
  });

  test('two changes at the same instant are known one after the other', () => {
    const { versions } = learn([
      { from: 2, days: null, pause: 0, word: 'a' },
      { from: 2, days: null, pause: 0, word: 'b' },
    ]);
    const instants = new Set(versions.map(({ knownFrom }) => knownFrom.toString()));
    expect(instants.size).toBe(3);
  });
});
