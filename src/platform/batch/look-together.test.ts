import { describe, expect, test } from 'vitest';
import { lookTogether } from './look-together.ts';

/** A look that ends when the test lets it; it tells how often it was taken. */
function slowLook() {
  const looks: { question: string; end: PromiseWithResolvers<string> }[] = [];
  const ask = lookTogether(
    (question: string) => {
      const end = Promise.withResolvers<string>();
      looks.push({ question, end });
      return end.promise;
    },
    (question) => question,
  );
  return { looks, ask };
}

describe('looking together', () => {
  test('who asks first is answered by a look of the own', async () => {
    const { looks, ask } = slowLook();
    const answer = ask('december');
    looks[0]?.end.resolve('5 places');
    expect(await answer).toBe('5 places');
  });

  test('BK-1: who asks during a look shares the next one, which begins after the question', async () => {
    const { looks, ask } = slowLook();
    const early = ask('december');
    const late = [ask('december'), ask('december')];
    expect(looks).toHaveLength(1);
    looks[0]?.end.resolve('5 places');
    expect(await early).toBe('5 places');
    expect(looks).toHaveLength(2);
    looks[1]?.end.resolve('4 places');
    expect(await Promise.all(late)).toEqual(['4 places', '4 places']);
  });

  test('other questions do not wait', async () => {
    const { looks, ask } = slowLook();
    void ask('december');
    const other = ask('january');
    looks[1]?.end.resolve('3 places');
    expect(await other).toBe('3 places');
  });

  test('a look that fails harms those who shared it, and nobody after them', async () => {
    const { looks, ask } = slowLook();
    const early = ask('december');
    const late = ask('december');
    looks[0]?.end.reject(new Error('away'));
    await expect(early).rejects.toThrow('away');
    looks[1]?.end.resolve('5 places');
    expect(await late).toBe('5 places');
    const afterwards = ask('december');
    looks[2]?.end.resolve('5 places');
    expect(await afterwards).toBe('5 places');
    expect(looks).toHaveLength(3);
  });
});
