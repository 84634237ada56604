import { expect, test } from 'vitest';
import { type WallTimes, wallAge } from './wall-age.ts';

const receivedAt = Date.parse('2026-11-02T09:00:00Z');
/** The clock of the server is three hours ahead of that of the screen. */
const fresh: WallTimes = {
  receivedAt,
  now: receivedAt + 5_000,
  failing: false,
  answeredAt: '2026-11-02T12:00:00Z',
  newestEventAt: '2026-11-02T11:59:00Z',
  waitingSince: null,
};

test('figures that just came are fresh, whatever the clock of the screen says', () => {
  expect(wallAge(fresh)).toEqual({ state: 'fresh', seconds: 5, eventSeconds: 65 });
  expect(wallAge({ ...fresh, now: receivedAt - 60_000 }).state).toBe('fresh');
});

test('figures that could not be renewed are cut off at once, those that are not renewed after half a minute', () => {
  expect(wallAge({ ...fresh, failing: true }).state).toBe('cut-off');
  expect(wallAge({ ...fresh, now: receivedAt + 30_000 }).state).toBe('fresh');
  expect(wallAge({ ...fresh, now: receivedAt + 31_000 })).toEqual({ state: 'cut-off', seconds: 31, eventSeconds: 91 });
});

test('events that wait for more than a minute make the figures behind', () => {
  expect(wallAge({ ...fresh, waitingSince: receivedAt }).state).toBe('fresh');
  expect(wallAge({ ...fresh, waitingSince: receivedAt - 60_000 }).state).toBe('behind');
});

test('half an hour without any event is said, and no data is no age', () => {
  expect(wallAge({ ...fresh, newestEventAt: '2026-11-02T11:29:00Z' }).state).toBe('quiet');
  expect(wallAge({ ...fresh, newestEventAt: null })).toEqual({ state: 'fresh', seconds: 5, eventSeconds: null });
});
