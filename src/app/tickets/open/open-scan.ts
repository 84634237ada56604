import { Binder } from '#analytics/binder.ts';
import { earliestDue } from '#domain/sla/clocks/earliest-due.ts';
import type { FoldRules } from '#domain/sla/rules.ts';
import type { WorkingTime } from '#domain/time/working-time.ts';
import { type ClocksFilter, conditionsOf, isOpen, keyColumns } from '../find-clocks.ts';
import { calendarsOf, targetKeySql } from '../standing-of.ts';

/** More than any instant or time left; fits 64 bits. */
const beyond = 9e18;

/** First of time left, and which end of it. */
export type Direction = 'least' | 'most';

/**
 * The open clocks of a workspace as the store itself can count and sort them. In one calendar time left only rises with the
 * due instant: a clock has a `pace` (0: it stands still, else the number of its calendar) and in it a `place` (seconds left
 * while it stands still, else its due instant in epoch ms). Calendars stay in the domain: SQL compares with what they say.
 */
export class OpenScan {
  readonly binder = new Binder();
  /** SQL of the clocks, each with its pace and place. */
  readonly clocks: string;
  readonly #calendars: readonly WorkingTime[];
  readonly #now: number;

  /** As of `now`, epoch ms. */
  constructor(rules: FoldRules, now: number, filter: Omit<ClocksFilter, 'status' | 'open'>) {
    const byKey = calendarsOf(rules);
    this.#now = now;
    this.#calendars = [...new Set(byKey.values())];
    const paces = [...byKey.values()].map((calendar) => this.#calendars.indexOf(calendar) + 1);
    const paceOf =
      byKey.size === 0
        ? 'toUInt32(0)'
        : `transform(${targetKeySql}, ${this.binder.bind([...byKey.keys()], 'Array(String)')},
             ${this.binder.bind(paces, 'Array(UInt32)')}, toUInt32(0))`;
    this.clocks = `(
      SELECT ${keyColumns}, metric, agent, team, clockStatus, toUnixTimestamp64Milli(dueAt) AS due,
        ifNull(targetSeconds - elapsedSeconds, 0) AS remaining,
        if(clockStatus = 'paused' OR isNull(dueAt), toUInt32(0), ${paceOf}) AS pace,
        if(pace = 0, remaining, ifNull(due, 0)) AS place
      FROM clocks FINAL
      WHERE ${conditionsOf(filter, this.binder)} AND clockStatus IN ('running', 'paused', 'breached') AND ${isOpen})`;
  }

  /** SQL of having at least so many whole seconds left. */
  atLeast(seconds: number): string {
    const bounds = [seconds, ...this.#calendars.map((calendar) => earliestDue(calendar, this.#now, seconds))];
    const finite = bounds.map((bound) => Math.min(beyond, Math.max(-beyond, bound)));
    return `place >= arrayElement(${this.binder.bind(finite, 'Array(Int64)')}, pace + 1)`;
  }

  /** SQL of the first so many places of each pace that meet a condition, for `cut`. */
  places(direction: Direction, limit: number, condition: string): string {
    return `groupArraySortedIf(${limit})(${direction === 'least' ? 'place' : '-place'}, ${condition})`;
  }

  /**
   * Of the places of each pace, the time left that the last of so many clocks has, in whole seconds; null where there are
   * fewer clocks than that.
   */
  cut(found: readonly { pace: number; places: readonly number[] }[], direction: Direction, limit: number) {
    const sign = direction === 'least' ? 1 : -1;
    const left = found.flatMap(({ pace, places }) =>
      places.map((place) => sign * this.#secondsLeft(pace, sign * place)),
    );
    const last = left.sort((a, b) => a - b)[limit - 1];
    return last === undefined ? null : sign * last;
  }

  /** SQL that keeps and sorts the clocks up to such a cut: those beyond it are left out, of its equals the first come. */
  upTo(direction: Direction, cut: number | null): { readonly condition: string; readonly order: string } {
    if (cut === null) return { condition: 'true', order: 'ticket, n' };
    const [from, above] = [this.atLeast(cut), this.atLeast(cut + 1)];
    return direction === 'least'
      ? { condition: `NOT (${above})`, order: `${from}, ticket, n` }
      : { condition: from, order: `NOT (${above}), ticket, n` };
  }

  #secondsLeft(pace: number, place: number): number {
    return this.#calendars[pace - 1]?.between(this.#now, place) ?? place;
  }
}
