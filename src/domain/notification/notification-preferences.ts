import { nextRun } from '../report/schedule.ts';
import { wallClockAt } from '../time/zone.ts';
import type { NotificationKind } from './notification-kinds.ts';

/** The ways in which one kind reaches a member. */
export interface Ways {
  readonly inApp: boolean;
  readonly mail: boolean;
  /** On the devices that the member added. */
  readonly push: boolean;
}

/** What a member chose of one kind; without `push` they never chose of their devices. */
export interface ChosenWays extends Omit<Ways, 'push'> {
  readonly push?: boolean | undefined;
}

/** Hours of every day in which no mail and nothing to a device leaves: `[from, to)`, local times as `22:00`; over midnight where `to` is not later. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

export interface NotificationPreferences {
  /** What a member chose; a kind that is not here is as `usualWays` says. */
  readonly ways: Readonly<Partial<Record<NotificationKind, ChosenWays>>>;
  /** Null: what is due leaves at any hour. */
  readonly quiet: QuietHours | null;
}

export const usualPreferences: NotificationPreferences = { ways: {}, quiet: null };

/** Until a member chooses: everything on screen, and by mail too but for files, which one waits for. */
export const usualWays = (kind: NotificationKind): ChosenWays => ({ inApp: true, mail: kind !== 'export-ready' });

/** As a member chose, or the usual. */
export const chosenWays = ({ ways }: NotificationPreferences, kind: NotificationKind): ChosenWays =>
  ways[kind] ?? usualWays(kind);

/** A device that is added is told what the screen is told, until its member chooses; without one there is nothing to tell. */
export function waysOf(preferences: NotificationPreferences, kind: NotificationKind, hasDevice: boolean): Ways {
  const { inApp, mail, push = inApp } = chosenWays(preferences, kind);
  return { inApp, mail, push: hasDevice && push };
}

/**
 * When a mail, or what goes to a device, of this instant may leave, in epoch milliseconds: at once, or when the quiet hours end. Quiet hours that end
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
