import { test } from 'vitest';
import { expectStates } from '#tests/support/states.ts';
import { testStore } from '#tests/support/store.ts';
import { messageLifecycle } from '../domain/message.ts';

test('the table of messages knows the states of their lifecycle', async () => {
  const { owner } = await testStore();
  await expectStates(owner, 'notifications.message', 'state', messageLifecycle);
});
