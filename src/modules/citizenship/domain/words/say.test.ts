import { describe, expect, test } from 'vitest';
import { toDay } from '../reasoning/day.ts';
import { elided, fill, sayDay } from './say.ts';

describe('days in Italian sentences', () => {
  test.each([
    ['Cittadinanza dal {day}.', '2028-07-11', 'Cittadinanza dall’11 luglio 2028.'],
    ['il {day} ha rinunciato', '1990-05-08', 'l’8 maggio 1990 ha rinunciato'],
    ['Il {day} era minorenne', '1990-05-11', 'L’11 maggio 1990 era minorenne'],
    ['con il matrimonio del {day}', '1947-12-08', 'con il matrimonio dell’8 dicembre 1947'],
    ['fino al {day}', '2027-08-11', 'fino all’11 agosto 2027'],
    ['dal {day}', '2026-06-01', 'dal 1° giugno 2026'],
    ['del {day}', '2026-06-18', 'del 18 giugno 2026'],
  ])('%s on %s', (sentence, day, told) => {
    expect(fill(sentence, { day: () => sayDay(toDay(day), 'it') })).toBe(told);
  });

  test('an English sentence stays as it is', () => {
    expect(elided('on 8 May 1990 the 11 July')).toBe('on 8 May 1990 the 11 July');
  });
});
