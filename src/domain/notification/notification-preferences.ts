import { nextRun } from '../report/schedule.ts';
import { wallClockAt } from '../time/zone.ts';
import type { NotificationKind } from './notification-kinds.ts';

/** The ways in which one kind reaches a member. */
export interface Ways {
  readonly inApp: boolean;
  readonly mail: boolean;
  /** On the devices that asked for it. */
  readonly push: boolean;
}

/** What a member chose of one kind; who chose before they could be told on devices said nothing of those. */
export type ChosenWays = Omit<Ways, 'push'> & { readonly push?: boolean | undefined };

/** Hours of every day in which no mail and no push message leaves: `[from, to)`, local times as `22:00`; over midnight where `to` is not later. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

export interface NotificationPreferences {
  /** What a member chose; a kind that is not here is as `usualWays` says. */
  readonly ways: Readonly<Partial<Record<NotificationKind, ChosenWays>>>;
  /** Null: messages leave at any hour. */
  readonly quiet: QuietHours | null;
}

export const usualPreferences: NotificationPreferences = { ways: {}, quiet: null };

/** Until a member chooses: everything on screen and on their devices, and by mail too but for files, which one waits for. */
export const usualWays = (kind: NotificationKind): Ways => ({ inApp: true, mail: kind !== 'export-ready', push: true });

/** Who wanted none of a kind before they could be told on devices wants none there. */
export function waysOf({ ways }: NotificationPreferences, kind: NotificationKind): Ways {
  const chosen = ways[kind];
  if (chosen === undefined) return usualWays(kind);
  const { inApp, mail, push = inApp || mail } = chosen;
  return { inApp, mail, push };
}

/**
 * When a mail or a push message of this instant may leave, in epoch milliseconds: at once, or when the quiet hours end. Quiet hours that end
 * when they begin are none. Throws `zone.unknown`.
 */
export function leavesAt(quiet: QuietHours | null, nowMs: number): number {
  if (quiet === null || !isQuiet(quiet, nowMs)) return nowMs;
  const { to, timeZone } = quiet;
  return nextRun({ every: 'day', weekday: null, day: null, time: to, timeZone }, nowMs);
}

function isQuiet({ from, to, timeZone }: QuietHours, nowMs: number): boolean {
  const { hour, minute } = wallClockAt(timeZone, nowMs);
  const local = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return from <= to ? from <= local && local < to : from <= local || local < to;
}
