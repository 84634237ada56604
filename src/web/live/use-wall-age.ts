import { useInterval } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { Wall } from './use-wall.ts';
import { type WallAge, wallAge } from './wall-age.ts';

interface Received {
  readonly wall: Wall | undefined;
  /** When the wall came, by the clock of this screen. */
  readonly receivedAt: number;
  readonly failing: boolean;
}

/** The clock of this screen, each second, and how old a wall is by it; null without one. */
export function useWallAge({ wall, receivedAt, failing }: Received): {
  readonly now: number;
  readonly age: WallAge | null;
} {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  const waitingSince = useWaitingSince(wall);
  if (wall === undefined) return { now, age: null };
  const { now: answeredAt, newestEventAt } = wall;
  return { now, age: wallAge({ now, receivedAt, failing, waitingSince, answeredAt, newestEventAt }) };
}

/** When events began to wait that are still not counted. */
function useWaitingSince(wall: Wall | undefined): number | null {
  const since = useRef<number | null>(null);
  if (wall !== undefined) since.current = wall.waitingEvents === 0 ? null : (since.current ?? Date.now());
  return since.current;
}
