import { expect, test } from 'vitest';
import { shareWork } from './share-work.ts';

test('two hundred who ask at once and right after are answered by one run', async () => {
  const owner = {};
  let runs = 0;
  const work = async () => ++runs;
  const ask = () => shareWork(owner, 'wall', work);
  expect(new Set(await Promise.all(Array.from({ length: 200 }, ask)))).toEqual(new Set([1]));
  expect(await ask()).toBe(1);
});

test('another question and another owner have runs of their own', async () => {
  const [ours, theirs] = [{}, {}];
  expect(await shareWork(ours, 'all', async () => 'ours')).toBe('ours');
  expect(await shareWork(ours, 'chat', async () => 'chats')).toBe('chats');
  expect(await shareWork(theirs, 'all', async () => 'theirs')).toBe('theirs');
});

test('a failure is not remembered', async () => {
  const owner = {};
  await expect(
    shareWork(owner, 'wall', async () => {
      throw new Error('down');
    }),
  ).rejects.toThrow('down');
  expect(await shareWork(owner, 'wall', async () => 'up')).toBe('up');
});

test('however many different questions come, a bounded number is remembered', async () => {
  const owner = {};
  let runs = 0;
  const ask = (key: number) => shareWork(owner, String(key), async () => ++runs);
  for (let key = 0; key < 1_000; key++) await ask(key);
  await ask(999);
  expect(runs).toBe(1_000);
  await ask(0);
  expect(runs).toBe(1_001);
});
