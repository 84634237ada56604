import { findGroupKey, getDimension } from '#domain/report/dimension.ts';
import type { Scan, ScanRow } from '#domain/report/scan/scan.ts';
import { Cube, countListed, type Spread, spreadOver } from '#domain/report/scan/spread.ts';
import { Binder } from '../binder.ts';
import type { Analytics } from '../client.ts';
import { findFreshness } from '../find-freshness.ts';
import { compileKey } from './compile-scan.ts';
import { readLists } from './read-lists.ts';
import { runScanTogether } from './read-together.ts';

/** For so long figures are those of the instant at which the exploration began. */
const LIFETIME_MS = 60_000;

/** A dimension of more values than this is not explored: nobody ticks them one by one, and each would be kept. */
const MOST_VALUES = 200;

/** What is kept, in all explorations of the process together: rows, and numbers of quantiles (8 bytes each). */
const MOST_ROWS = 100_000;
const MOST_NUMBERS = 16_000_000;

interface Begun {
  readonly analytics: Analytics;
  readonly workspace: string;
  readonly dimension: string;
  readonly now: number;
}

/** Oldest first. */
let running: readonly Exploration[] = [];

/**
 * What somebody who tries one value of a dimension after the other is answered from: each question is read once, spread over
 * the dimension, and then put together for any filter on it without reading anything again.
 */
export function explore(begun: Begun): Exploration {
  const dimension = getDimension(begun.dimension, 'query.exploring').id;
  const { analytics, workspace, now } = begun;
  const found = running.find((one) => one.isOf(analytics, workspace, dimension));
  if (found && now >= found.now && now - found.now < LIFETIME_MS) return found;
  const made = new Exploration({ analytics, workspace, dimension, now });
  running = [...running.filter((one) => one !== found), made];
  setTimeout(() => {
    running = running.filter((one) => one !== made);
  }, LIFETIME_MS).unref();
  return made;
}

/** The oldest go until what is kept is within bounds. */
function makeRoom(): void {
  const kept = (size: 'rows' | 'numbers') => running.reduce((sum, one) => sum + one[size], 0);
  while (kept('rows') > MOST_ROWS || kept('numbers') > MOST_NUMBERS) running = running.slice(1);
}

export class Exploration {
  /** The instant that all figures are of. */
  readonly now: number;
  /** How much it keeps. */
  rows = 0;
  numbers = 0;
  readonly #analytics: Analytics;
  readonly #workspace: string;
  readonly #dimension: string;
  readonly #cubes = new Map<string, Promise<Cube | null>>();
  readonly #isSmall = new Map<string, Promise<boolean>>();
  #freshness: Promise<string | null> | null = null;

  constructor({ analytics, workspace, dimension, now }: Begun) {
    this.now = now;
    this.#analytics = analytics;
    this.#workspace = workspace;
    this.#dimension = dimension;
  }

  isOf(analytics: Analytics, workspace: string, dimension: string): boolean {
    return this.#analytics === analytics && this.#workspace === workspace && this.#dimension === dimension;
  }

  /** How fresh the facts were when the exploration began to read them. */
  freshness(): Promise<string | null> {
    this.#freshness ??= findFreshness(this.#analytics, this.#workspace);
    this.#freshness.catch(() => {
      this.#freshness = null;
    });
    return this.#freshness;
  }

  /** Runs a scan, from what is kept where that can be. */
  async run(scan: Scan): Promise<readonly ScanRow[]> {
    const spread = spreadOver(scan, this.#dimension);
    const cube = spread && (await this.#cubeOf(spread));
    return cube
      ? cube.answer(scan, spread.own)
      : runScanTogether(this.#analytics, this.#workspace, scan, { now: this.now });
  }

  #cubeOf(spread: Spread): Promise<Cube | null> {
    const name = JSON.stringify([spread.sums, spread.listed]);
    const found = this.#cubes.get(name);
    if (found) return found;
    const made = this.#read(spread);
    this.#cubes.set(name, made);
    // What failed is tried again by the next who asks.
    made.catch(() => this.#cubes.delete(name));
    return made;
  }

  /** Null where there is more of it than may be kept. */
  async #read(spread: Spread): Promise<Cube | null> {
    const { sums, listed } = spread;
    if (!(await this.#hasFewValues(sums))) return null;
    const options = { now: this.now };
    const rows = await runScanTogether(this.#analytics, this.#workspace, sums, options);
    const numbers = countListed(spread, rows);
    if (this.rows + rows.length > MOST_ROWS || this.numbers + numbers > MOST_NUMBERS) return null;
    this.rows += rows.length;
    this.numbers += numbers;
    makeRoom();
    const lists = await Promise.all(
      listed.map((one) => readLists(this.#analytics, this.#workspace, sums, one, options)),
    );
    return new Cube(spread, rows, lists);
  }

  #hasFewValues({ source }: Scan): Promise<boolean> {
    const known = this.#isSmall.get(source.table);
    if (known) return known;
    const asked = this.#countValues(source).then((values) => values <= MOST_VALUES);
    this.#isSmall.set(source.table, asked);
    asked.catch(() => this.#isSmall.delete(source.table));
    return asked;
  }

  async #countValues({ table, credit }: Scan['source']): Promise<number> {
    const key = findGroupKey(getDimension(this.#dimension), table, credit);
    if (key === null) return 0;
    const binder = new Binder();
    const unplaced = { conditions: [], arrayJoin: null, bucket: null, hour: null, weekday: null } as const;
    const sql = compileKey(key, { ...unplaced, moments: {}, overlap: null, span: null }, binder);
    const [found] = await this.#analytics.query<{ n: number }>(
      `SELECT count() AS n FROM (SELECT DISTINCT ${sql} AS value FROM ${table}
       WHERE workspace = {workspace:String} LIMIT ${MOST_VALUES + 1})`,
      binder.params(this.#workspace),
    );
    return found?.n ?? 0;
  }
}
