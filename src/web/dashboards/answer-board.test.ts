import { expect, test } from 'vitest';
import type { Tile } from '#domain/report/dashboard.ts';
import { type AskTiles, answerBoard } from './answer-board.ts';

const tiles = Array.from(
  { length: 8 },
  (_, y): Tile => ({
    ...{ id: `t${y}`, x: 0, y, w: 2, h: 1, kind: 'report', report: 'csat', query: {}, picture: null, title: null },
  }),
);
const context = { timeZone: 'UTC', today: '2026-01-01', first: null, last: null, judged: false, telling: [] };
const answerOf = (asked: readonly Tile[], answeredAt: string) => ({
  ...{ context, answeredAt },
  tiles: asked.map(({ id }) => ({ id, answers: [], problem: null })),
});

test('tiles come as they are ready, two parts at once, and a slow part keeps back no other', async () => {
  let [running, most] = [0, 0];
  const ask: AskTiles = async (asked) => {
    most = Math.max(most, ++running);
    await new Promise((wake) => setTimeout(wake, asked[0]?.id === 't0' ? 60 : 10));
    running--;
    return answerOf(asked, asked[0]?.id === 't3' ? '2026-01-01T00:00:00Z' : '2026-01-01T00:00:05Z');
  };
  const seen = await Array.fromAsync(answerBoard({ tiles }, ask));
  expect(seen.map((each) => each.tiles.map(({ id }) => id).join(' '))).toEqual([
    't3 t4 t5',
    't3 t4 t5 t6 t7',
    't3 t4 t5 t6 t7 t0 t1 t2',
  ]);
  expect(most).toBe(2);
  expect(seen.at(-1)?.answeredAt).toBe('2026-01-01T00:00:00Z');
});

test('what one part throws is thrown, after what came before it', async () => {
  const ask: AskTiles = async (asked) => {
    if (asked[0]?.id === 't3') throw new Error('cut off');
    return answerOf(asked, '2026-01-01T00:00:00Z');
  };
  const board = answerBoard({ tiles }, ask);
  expect((await board.next()).value?.tiles).toHaveLength(3);
  await expect(board.next()).rejects.toThrow('cut off');
});
