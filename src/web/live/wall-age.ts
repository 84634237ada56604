/** Figures are asked for every ten seconds: after three times that something is wrong. */
const OLD_AFTER = 30;
/** So long without an event, something upstream may have stopped. */
const QUIET_AFTER = 1_800;
/** So long may events wait to be counted. */
const BEHIND_AFTER = 60;

export interface WallTimes {
  /** By the clock of this screen, epoch ms: when the answer came, and now. */
  readonly receivedAt: number;
  readonly now: number;
  /** Whether the last attempt to renew the figures failed. */
  readonly failing: boolean;
  /** By the clock of the server, ISO 8601. */
  readonly answeredAt: string;
  readonly newestEventAt: string | null;
  /** When events began to wait that are still not counted, by the clock of this screen; null: none waits. */
  readonly waitingSince: number | null;
}

export interface WallAge {
  /** `cut-off`: the figures are not renewed; `behind`: events wait to be counted; `quiet`: no event came for long. */
  readonly state: 'fresh' | 'cut-off' | 'behind' | 'quiet';
  /** Seconds since the server worked the figures out. */
  readonly seconds: number;
  /** Seconds since the newest event that they know of; null without any. */
  readonly eventSeconds: number | null;
}

/**
 * How old the figures of a wall are. The clocks of a screen and of the server may differ by hours: each span is measured by
 * one of them alone.
 */
export function wallAge(times: WallTimes): WallAge {
  const { receivedAt, now, failing, answeredAt, newestEventAt, waitingSince } = times;
  const seconds = Math.max(0, Math.floor((now - receivedAt) / 1_000));
  const eventSeconds =
    newestEventAt === null
      ? null
      : Math.max(0, Math.floor((Date.parse(answeredAt) - Date.parse(newestEventAt)) / 1_000)) + seconds;
  const is = (state: WallAge['state']) => ({ state, seconds, eventSeconds });
  if (failing || seconds > OLD_AFTER) return is('cut-off');
  if (waitingSince !== null && now - waitingSince > BEHIND_AFTER * 1_000) return is('behind');
  return is(eventSeconds !== null && eventSeconds > QUIET_AFTER ? 'quiet' : 'fresh');
}
