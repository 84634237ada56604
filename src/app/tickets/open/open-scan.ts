import { Binder } from '#analytics/binder.ts';
import { compileInstant } from '#analytics/scan/compile-expression.ts';
import { earliestDue } from '#domain/sla/clocks/earliest-due.ts';
import type { FoldRules } from '#domain/sla/rules.ts';
import { latestInstant } from '#domain/time/instant.ts';
import type { WorkingTime } from '#domain/time/working-time.ts';
import { type ClocksFilter, conditionsOf, isOpen, keyColumns } from '../find-clocks.ts';
import { calendarsOf, targetKeySql } from '../standing-of.ts';

/** More than any instant or time left; fits 64 bits. */
const beyond = 9e18;

/** First of time left, and which end of it. */
export type Direction = 'least' | 'most';

/** How far the first so many clocks reach. */
export interface Cut {
  /** Time left of the last of them, whole seconds; null where there are fewer clocks than that. */
  readonly seconds: number | null;
  /** Whether the calendar of all of them is known. */
  readonly known: boolean;
}

/**
 * The open clocks of a workspace as the store itself can count and sort them. In one calendar time left only rises with the
 * due instant: a clock has a `pace` (0: it stands still, else the number of its calendar, or the one after all of them where
 * its policy is about to be folded anew) and in it a `place` (its due instant in epoch ms, or else its seconds left).
 * Calendars stay in the domain: SQL compares with what they say.
 */
export class OpenScan {
  readonly binder = new Binder();
  readonly #columns: string;
  readonly #conditions: string;
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
        ? this.binder.bind(this.#unknown, 'UInt32')
        : `transform(${targetKeySql}, ${this.binder.bind([...byKey.keys()], 'Array(String)')},
             ${this.binder.bind(paces, 'Array(UInt32)')}, ${this.binder.bind(this.#unknown, 'UInt32')})`;
    this.#columns = `${keyColumns}, metric, agent, team, clockStatus, toUnixTimestamp64Milli(dueAt) AS due,
      ifNull(targetSeconds - elapsedSeconds, 0) AS remaining,
      if(clockStatus = 'paused' OR isNull(dueAt), toUInt32(0), ${paceOf}) AS pace,
      if(pace IN (0, ${this.binder.bind(this.#unknown, 'UInt32')}), remaining, ifNull(due, 0)) AS place`;
    this.#conditions = `${conditionsOf(filter, this.binder)} AND clockStatus IN ('running', 'paused', 'breached') AND ${isOpen}`;
  }

  /** SQL of the clocks, each with its pace and place; of those that a cheap condition keeps, where one is given. */
  clocks(kept = 'true'): string {
    return `(SELECT ${this.#columns} FROM clocks FINAL WHERE ${this.#conditions} AND ${kept})`;
  }

  /** SQL of having at least so many whole seconds left. */
  atLeast(seconds: number): string {
    return `place >= arrayElement(${this.binder.bind(this.#bounds(seconds), 'Array(Int64)')}, pace + 1)`;
  }

  /** The least place of each pace at which so many seconds are left. */
  #bounds(seconds: number): number[] {
    const bounds = [seconds, ...this.#dueBounds(seconds), seconds];
    return bounds.map((bound) => Math.min(beyond, Math.max(-beyond, bound)));
  }

  #dueBounds(seconds: number): number[] {
    return this.#calendars.map((calendar) => earliestDue(calendar, this.#now, seconds));
  }

  /** SQL of the first so many places of each pace that meet a condition, for `cut`. */
  places(direction: Direction, limit: number, condition: string): string {
    return `groupArraySortedIf(${limit})(${direction === 'least' ? 'place' : '-place'}, ${condition})`;
  }

  /** Where the first so many clocks end, from the places of each pace. */
  cut(found: readonly { pace: number; places: readonly number[] }[], direction: Direction, limit: number): Cut {
    const sign = direction === 'least' ? 1 : -1;
    const left = found.flatMap(({ pace, places }) =>
      places.map((place) => sign * this.#secondsLeft(pace, sign * place)),
    );
    const last = left.sort((a, b) => a - b)[limit - 1];
    return { seconds: last === undefined ? null : sign * last, known: found.every(({ pace }) => pace < this.#unknown) };
  }

  /**
   * SQL of the clocks up to such a cut and of their order: of the cut's equals the first come. Most of the others are left
   * out by their due instant, before anything else is worked out for them.
   */
  upTo(
    direction: Direction,
    { seconds, known }: Cut,
  ): { readonly clocks: string; readonly condition: string; readonly order: string } {
    if (seconds === null) return { clocks: this.clocks(), condition: 'true', order: 'ticket, n' };
    const [from, above] = [this.atLeast(seconds), this.atLeast(seconds + 1)];
    if (direction === 'least') {
      const clocks = this.clocks(known ? this.#due('<', Math.max(...this.#dueBounds(seconds + 1))) : 'true');
      return { clocks, condition: `NOT (${above})`, order: `${from}, ticket, n` };
    }
    const clocks = this.clocks(known ? this.#due('>=', Math.min(...this.#dueBounds(seconds))) : 'true');
    return { clocks, condition: from, order: `NOT (${above}), ticket, n` };
  }

  /** What stands still is measured otherwise: it is never left out. */
  #due(than: '<' | '>=', bound: number): string {
    if (Math.abs(bound) > latestInstant) return 'true';
    return `(clockStatus = 'paused' OR isNull(dueAt) OR dueAt ${than} ${compileInstant(bound, this.binder)})`;
  }

  get #unknown(): number {
    return this.#calendars.length + 1;
  }

  #secondsLeft(pace: number, place: number): number {
    return this.#calendars[pace - 1]?.between(this.#now, place) ?? place;
  }
}
