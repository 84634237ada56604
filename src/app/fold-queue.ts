import type { Analytics } from '#analytics/client.ts';
import { readBoundaries, readRange, readWritten, type TouchedRange } from '#analytics/touched-ranges.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import type { Records } from '#records/client.ts';
import { listRules } from '#records/rules.ts';
import { getWorkspace, updateWorkspace } from '#records/workspaces.ts';
import type { Journal } from './journal.ts';
import type { FoldedRange, TaskInput } from './workers/tasks.ts';
import type { WorkerHandle, WorkerPool } from './workers/worker-pool.ts';

/** Keys a range: enough for large blocks, few enough to hold two ranges in memory. */
const KEYS_PER_RANGE = 12_000;

/** ClickHouse slows inserts down from a thousand parts a table on. */
const MOST_PARTS = 700;

export interface FoldProgress {
  readonly folded: number;
  readonly total: number;
}

export interface FoldReport {
  readonly keys: number;
  readonly failed: FoldedRange['failed'];
}

/** Which rules each thread has compiled last: threads serve all workspaces. */
const prepared = new WeakMap<WorkerHandle, string>();

interface RulesInForce {
  /** Of which workspace and version they are. */
  readonly key: string;
  readonly input: TaskInput<'rules'>;
}

interface FoldPlaces {
  readonly workspace: string;
  readonly records: Records;
  readonly analytics: Analytics;
  readonly journal: Journal;
  readonly pool: WorkerPool;
}

/**
 * Folds what is journalled and not folded yet into facts, one run at a time. The workspace remembers the sequence up to
 * which all is folded only after its facts are durable, so a crash at any instant is mended by the next run; folding
 * twice is harmless.
 */
export class FoldQueue {
  readonly #places: FoldPlaces;
  #running: Promise<FoldReport> = Promise.resolve({ keys: 0, failed: [] });
  #requested = false;
  #error: unknown = null;

  constructor(places: FoldPlaces) {
    this.#places = places;
  }

  /** Asks for a run soon; several requests before it starts are one. */
  request(): void {
    if (this.#requested) return;
    this.#requested = true;
    setImmediate(() => {
      this.#requested = false;
      this.foldPending().then(
        () => {
          this.#error = null;
        },
        (error: unknown) => {
          this.#error = error;
        },
      );
    });
  }

  /** Resolves when no run is asked for or under way; throws what made the last requested run fail. */
  async settled(): Promise<void> {
    while (this.#requested) await new Promise((resolve) => setImmediate(resolve));
    await this.#running.catch(() => undefined);
    if (this.#requested) return this.settled();
    if (this.#error) throw this.#error;
  }

  /** Folds everything that is journalled when the run begins. `all` folds every key again. */
  foldPending(options: { all?: boolean; onProgress?: (progress: FoldProgress) => void } = {}): Promise<FoldReport> {
    const run = this.#running.catch(() => undefined).then(() => this.#fold(options));
    this.#running = run;
    return run;
  }

  /** Runs something while nothing is folded; folds asked for meanwhile come after it. */
  between<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#running.catch(() => undefined).then(work);
    this.#running = result.then(() => ({ keys: 0, failed: [] }));
    this.#running.catch(() => undefined);
    return result;
  }

  async #fold(options: { all?: boolean; onProgress?: (progress: FoldProgress) => void }): Promise<FoldReport> {
    const { records, workspace: id, journal, analytics } = this.#places;
    const workspace = await getWorkspace(records, id);
    const stale = options.all === true || workspace.foldedRulesVersion !== workspace.rulesVersion;
    const after = stale ? 0 : workspace.foldedSeq;
    const upTo = journal.lastSeq;
    const failed: FoldedRange['failed'][number][] = [];
    let folded = 0;
    if (upTo > after) {
      const rules: RulesInForce = {
        key: `${id} ${workspace.rulesVersion} ${workspace.businessCalendar}`,
        input: { rules: await listRules(records, id), businessCalendar: workspace.businessCalendar },
      };
      const ranges: TouchedRange[] = [];
      for (const grain of ['ticket', 'other'] as const) {
        ranges.push(...(await readBoundaries(analytics, { workspace: id, grain, after, upTo, size: KEYS_PER_RANGE })));
      }
      const total = ranges.reduce((sum, range) => sum + range.keys, 0);
      const resume = await this.#holdMerges(ranges.length);
      await this.#eachRange(ranges, async (range) => {
        const result = await this.#foldRange(range, after, upTo, rules);
        failed.push(...result.failed);
        folded += result.keys;
        options.onProgress?.({ folded, total });
      }).finally(resume);
    }
    await updateWorkspace(records, id, { foldedSeq: upTo, foldedRulesVersion: workspace.rulesVersion });
    return { keys: folded, failed };
  }

  /** While many ranges are folded, merging what they wrote can wait; but not until a table has too many parts. */
  async #holdMerges(ranges: number): Promise<() => Promise<void>> {
    if (ranges < 4 || ranges > MOST_PARTS) return async () => undefined;
    return this.#places.analytics.holdMerges(Object.keys(factTables));
  }

  async #eachRange(ranges: readonly TouchedRange[], work: (range: TouchedRange) => Promise<void>): Promise<void> {
    const rest = [...ranges];
    const lane = async () => {
      for (let range = rest.shift(); range; range = rest.shift()) await work(range);
    };
    // One range more than threads: while some fold, another is read or stored.
    await Promise.all(Array.from({ length: this.#places.pool.size + 1 }, lane));
  }

  async #foldRange(range: TouchedRange, after: number, upTo: number, rules: RulesInForce): Promise<FoldedRange> {
    const { analytics, pool, workspace } = this.#places;
    const scope = { workspace, ...range, after, upTo };
    const [rows, written] = await Promise.all([readRange(analytics, scope), readWritten(analytics, scope)]);
    const folded = await pool.use(async (worker) => {
      if (prepared.get(worker) !== rules.key) {
        prepared.delete(worker);
        await worker.call('rules', rules.input);
        prepared.set(worker, rules.key);
      }
      return worker.call('fold', { workspace, grain: range.grain, rows, written }, transferable(rows));
    });
    for (const block of folded.blocks) await analytics.insertNative(block.table, block.bytes);
    return folded;
  }
}

function transferable(bytes: Uint8Array): ArrayBuffer[] {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return whole && bytes.byteLength > 65_536 ? [bytes.buffer as ArrayBuffer] : [];
}
