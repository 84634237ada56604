import { expect, test } from 'vitest';
import { VigieError } from '#domain/error.ts';
import { WriterLine } from './writer-line.ts';

const away = new VigieError('data.unavailable', { store: 'ClickHouse' });

test('writers come one after the other, whatever becomes of the one before', async () => {
  const line = new WriterLine();
  const order: string[] = [];
  const first = line.run(async () => {
    await Promise.resolve();
    order.push('first');
    throw new Error('tripped');
  });
  const second = line.run(async () => order.push('second'));
  await expect(first).rejects.toThrow('tripped');
  await second;
  expect(order).toEqual(['first', 'second']);
});

test('who waits behind a writer that found a store away is told so at once; who comes later tries it', async () => {
  const line = new WriterLine();
  const first = line.run(async () => {
    await Promise.resolve();
    throw away;
  });
  let tried = false;
  const waiting = line.run(async () => {
    tried = true;
  });
  await expect(first).rejects.toBe(away);
  await expect(waiting).rejects.toBe(away);
  expect(tried).toBe(false);
  expect(await line.run(async () => 'back')).toBe('back');
});
