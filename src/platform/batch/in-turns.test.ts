import { describe, expect, test } from 'vitest';
import { joinCalls } from './in-turns.ts';

describe('joining the calls of one turn', () => {
  test('calls of one turn share a run, and each gets its own result', async () => {
    const runs: number[][] = [];
    const double = joinCalls(async (keys: readonly number[]) => {
      runs.push([...keys]);
      return keys.map((key) => key * 2);
    });
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(runs).toEqual([[1, 2, 3], [4]]);
  });

  test('a crowd is cut into runs of the largest size', async () => {
    const sizes: number[] = [];
    const same = joinCalls(
      async (keys: readonly number[]) => {
        sizes.push(keys.length);
        return keys;
      },
      { maxSize: 2 },
    );
    await Promise.all([1, 2, 3, 4, 5].map(same));
    expect(sizes).toEqual([2, 2, 1]);
  });

  test('a failed run fails its own calls and no later ones', async () => {
    let broken = true;
    const read = joinCalls(async (keys: readonly string[]) => {
      if (broken) throw new Error('away');
      return keys;
    });
    const failed = await Promise.allSettled([read('a'), read('b')]);
    expect(failed.map((each) => each.status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await read('c')).toBe('c');
  });
});
