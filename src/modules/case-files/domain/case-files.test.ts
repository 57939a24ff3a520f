import { describe, expect, test } from 'vitest';
import {
  caseFileStates,
  correctionLifecycle,
  isOpen,
  municipalLifecycle,
  questionLifecycle,
  whoseTurn,
  writingAsPerson,
} from './case-file-lifecycle.ts';
import { questionsFor } from './procedure.ts';
import { procedureOf, procedures } from './procedures.ts';
import { daysWith, dueOn, keepUntil } from './terms.ts';

const instant = (text: string) => Temporal.Instant.from(text);

describe('the life of a request', () => {
  test.each([
    ['a question', questionLifecycle],
    ['a correction', correctionLifecycle],
    ['a file for a municipality', municipalLifecycle],
  ])('CF-1: %s knows every state, and what is over stays over', (_, lifecycle) => {
    expect(lifecycle.states.toSorted()).toEqual([...caseFileStates].toSorted());
    for (const state of ['closed_with_correction', 'rejected', 'cancelled_by_user'] as const)
      expect(lifecycle.table[state]).toEqual({});
  });

  test('CF-1: the person cancels until an official has taken it in charge', () => {
    expect(questionLifecycle.statesAllowing('cancel')).toEqual(['submitted']);
    expect(correctionLifecycle.statesAllowing('cancel')).toEqual(['submitted']);
  });

  test('CF-1: a file that failed its check is corrected or given up, and what the municipality has is not', () => {
    expect(municipalLifecycle.statesAllowing('cancel')).toEqual(['submitted', 'verification_failed']);
    expect(municipalLifecycle.next('verification_failed', 'resubmit')).toEqual({
      ok: true,
      value: 'in_progress',
    });
    expect(municipalLifecycle.next('sent_to_municipality', 'refuse')).toEqual({
      ok: true,
      value: 'in_progress',
    });
  });

  test('CF-4: only the municipality’s confirmation defines a registration', () => {
    const ways = caseFileStates.flatMap((state) =>
      Object.entries(municipalLifecycle.table[state]).filter(([, next]) => next === 'defined'),
    );
    expect(ways).toEqual([['confirm', 'defined']]);
  });

  test('ID-11: a correction ends with the correction or with reasons, never with an answer alone', () => {
    expect(correctionLifecycle.statesAllowing('answer')).toEqual([]);
    expect(correctionLifecycle.statesAllowing('correct')).toEqual(['in_progress']);
    expect(questionLifecycle.statesAllowing('correct')).toEqual([]);
  });

  test('CF-1: each state says whose turn it is, and what a message of the person does', () => {
    expect(caseFileStates.map((state) => whoseTurn(state))).toEqual([
      'office',
      'office',
      'person',
      'person',
      'municipality',
      'nobody',
      'nobody',
      'nobody',
      'nobody',
      'nobody',
    ]);
    expect(writingAsPerson('waiting_for_person')).toBe('reply');
    expect(writingAsPerson('answered')).toBe('write_again');
    expect(questionLifecycle.next('waiting_for_person', 'reply')).toEqual({ ok: true, value: 'in_progress' });
    expect(caseFileStates.filter(isOpen)).toEqual([
      'submitted',
      'in_progress',
      'waiting_for_person',
      'verification_failed',
      'sent_to_municipality',
    ]);
  });
});

describe('the term', () => {
  const { term: general } = procedureOf('question');
  const file: Parameters<typeof dueOn>[1] = {
    submittedAt: instant('2026-11-02T10:00:00Z'),
    waitingSince: null,
    waitedDays: 0,
  };
  const on = (change: Partial<typeof file>, now: string, term = general) =>
    dueOn(term, { ...file, ...change }, instant(now), 'Europe/London');

  test('CF-2: thirty days from the day on which it came, by the clock of the office', () => {
    expect(on({}, '2026-11-03T10:00:00Z')).toBe('2026-12-02');
    const late = { ...file, submittedAt: instant('2026-11-02T23:30:00Z') };
    expect(dueOn(general, late, instant('2026-11-03T10:00:00Z'), 'Pacific/Auckland')).toBe('2026-12-03');
  });

  test.each([
    ['days that the office waited for the person count out', 7, null, '2026-12-09'],
    ['those that pass now too', 7, '2026-11-20T10:00:00Z', '2026-12-14'],
    ['but never more than thirty', 90, null, '2027-01-01'],
  ])('CF-2: %s (L. 241/1990, art. 2, c. 7)', (_, waitedDays, since, due) => {
    const waitingSince = since === null ? null : instant(since);
    expect(on({ waitedDays, waitingSince }, '2026-11-25T10:00:00Z')).toBe(due);
  });

  test('ID-11: the month of the GDPR does not wait', () => {
    const { term } = procedureOf('identity-correction');
    expect(on({ waitedDays: 20 }, '2026-11-25T10:00:00Z', term)).toBe('2026-12-02');
  });

  test('CF-2: the days are reckoned to whoever had the file', () => {
    const at = (day: number) => instant(`2026-11-${String(day).padStart(2, '0')}T08:00:00Z`);
    const turns = [
      { holder: 'queue', from: at(1), until: at(4) },
      { holder: 'office', from: at(4), until: at(6) },
      { holder: 'person', from: at(6), until: at(16) },
      { holder: 'office', from: at(16), until: null },
    ] as const;
    expect(daysWith(turns, at(20))).toEqual({ queue: 3, office: 6, person: 10, municipality: 0 });
  });

  test('ID-18: a closed file has a last day', () => {
    const at = instant('2026-11-30T10:00:00Z');
    expect(keepUntil(procedureOf('question').keeping, at, 'Europe/London')).toBe('2027-11-30');
    expect(keepUntil(procedureOf('identity-correction').keeping, at, 'Europe/London')).toBe('2031-11-30');
  });
});

describe('the definitions', () => {
  test('ID-11: the form asks only what belongs to the chosen datum', () => {
    const ask = (datum: string) =>
      questionsFor(procedureOf('identity-correction'), { datum }).map((each) => each.name);
    expect(ask('name')).toEqual(['given_name', 'family_name', 'new_tax_code']);
    expect(ask('birth_date')).toEqual(['born_on', 'new_tax_code']);
    expect(ask('birth_place')).toEqual(['birth_place']);
    expect(ask('tax_code')).toEqual(['tax_code']);
    expect(ask('email')).toEqual(['email']);
    expect(ask('')).toEqual([]);
  });

  test('OF-7 ID-11: who may ask, and what has to be attached', () => {
    expect(procedures.map(({ id, openTo, leastDocuments }) => [id, openTo, leastDocuments])).toEqual([
      ['technical-help', 'everybody', 0],
      ['question', 'everybody', 0],
      ['identity-correction', 'account_holders', 1],
    ]);
  });
});
