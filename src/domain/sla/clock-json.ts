import { formatInstant } from '../time/instant.ts';
import type { Booking, Clock, Holder, Upcoming, Warning } from './clock.ts';

type Instant = string | null;

interface PauseJson {
  readonly from: string;
  readonly to: Instant;
  readonly reason: string;
}

type WithText<T extends { readonly at: number }> = Omit<T, 'at'> & { readonly at: string };

type InstantKey = 'startedAt' | 'dueAt' | 'stoppedAt' | 'breachedAt';

/** A clock as the outside sees it: instants are ISO 8601 in UTC, with milliseconds only where there are some. */
export interface ClockJson extends Omit<Clock, InstantKey | 'pauses' | 'warnings' | 'upcoming'> {
  readonly startedAt: string;
  readonly dueAt: Instant;
  readonly stoppedAt: Instant;
  readonly breachedAt: Instant;
  readonly pauses: readonly PauseJson[];
  readonly bookings: readonly Booking[];
  readonly holderAtBreach: Holder | null;
  readonly warnings: readonly WithText<Warning>[];
  readonly upcoming: readonly WithText<Upcoming>[];
}

function text(at: number | null): Instant {
  return at === null ? null : formatInstant(at);
}

function withText<T extends { readonly at: number }>(item: T): WithText<T> {
  return { ...item, at: formatInstant(item.at) };
}

/** The public JSON form of a clock (2-DOMAIN, section 4). */
export function clockToJson(clock: Clock): ClockJson {
  return {
    ...clock,
    startedAt: formatInstant(clock.startedAt),
    dueAt: text(clock.dueAt),
    stoppedAt: text(clock.stoppedAt),
    breachedAt: text(clock.breachedAt),
    pauses: clock.pauses.map(({ from, to, reason }) => ({ from: formatInstant(from), to: text(to), reason })),
    warnings: clock.warnings.map(withText),
    upcoming: clock.upcoming.map(withText),
  };
}
