import { expect, test } from 'vitest';
import type { Records } from '../client.ts';
import { OwnLocks } from './own-locks.ts';

const locks = new OwnLocks({} as Records);

test('one holds a name at a time, in the order of asking, whatever becomes of the one before', async () => {
  const order: string[] = [];
  const first = locks.exclusive('door', async () => {
    await Promise.resolve();
    order.push('first');
    throw new Error('tripped');
  });
  const second = locks.exclusive('door', async () => order.push('second'));
  await expect(first).rejects.toThrow('tripped');
  await second;
  expect(order).toEqual(['first', 'second']);
});

test('a claim is refused until it is released', async () => {
  const claim = await locks.claim('fold');
  expect(await locks.claim('fold')).toBeNull();
  expect(await locks.claim('other')).not.toBeNull();
  await claim?.release();
  expect(await locks.claim('fold')).not.toBeNull();
});
