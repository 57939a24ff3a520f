import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startLoop } from './loop.ts';

const never = (error: unknown) => expect.fail(String(error));

describe('a task that runs again and again', () => {
  test('BK-4: a rush of letters leaves without a pause between the rounds', async () => {
    let waiting = 500;
    const loop = startLoop(
      60_000,
      async () => {
        waiting -= 20;
        return waiting > 0 ? 'more' : 'done';
      },
      never,
    );
    await wait(200);
    await loop.stop();
    expect(waiting).toBe(0);
  });

  test('pauses where nothing is left, and is woken', async () => {
    let rounds = 0;
    const loop = startLoop(
      60_000,
      async () => {
        rounds += 1;
      },
      never,
    );
    await wait(20);
    expect(rounds).toBe(1);
    loop.wake();
    await wait(20);
    await loop.stop();
    expect(rounds).toBe(2);
  });

  test('goes on after a failed round, with the pause', async () => {
    const faults: string[] = [];
    let rounds = 0;
    const loop = startLoop(
      1,
      async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('the mail server is away');
      },
      (error) => faults.push((error as Error).message),
    );
    await wait(50);
    await loop.stop();
    expect(faults).toEqual(['the mail server is away']);
    expect(rounds).toBeGreaterThan(1);
  });
});
