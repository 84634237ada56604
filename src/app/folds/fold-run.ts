import type { Analytics } from '#analytics/client.ts';
import { readBoundaries, readRange, readWritten, type TouchedRange } from '#analytics/touched-ranges.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import type { Judgement } from '#domain/sla/review/breach-review.ts';
import type { Records } from '#records/client.ts';
import { beginFold, finishFold } from '#records/nodes/folds.ts';
import { listJudgements } from '#records/reviews/breach-reviews.ts';
import { forgetJudged, type JudgedTicket, listJudged } from '#records/reviews/judged-tickets.ts';
import { listRules } from '#records/rules.ts';
import { keepOpenClocks } from '#records/watch/open-clocks.ts';
import { getWorkspace, type Workspace } from '#records/workspaces.ts';
import type { Journal } from '../journal.ts';
import type { Bell } from '../live/bell.ts';
import type { FoldedRange, TaskInput } from '../workers/tasks.ts';
import type { WorkerHandle, WorkerPool } from '../workers/worker-pool.ts';

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

export interface FoldOptions {
  /** Folds every key again. */
  readonly all?: boolean;
  readonly onProgress?: (progress: FoldProgress) => void;
}

/** Judged tickets folded again in one run; more wait for the next. */
const JUDGED_AT_ONCE = 5_000;

/** Which rules each thread has compiled last: threads serve all workspaces. */
const prepared = new WeakMap<WorkerHandle, string>();

interface RulesInForce {
  /** Of which workspace and version they are. */
  readonly key: string;
  readonly version: number;
  readonly input: TaskInput<'rules'>;
}

export interface FoldPlaces {
  readonly workspace: string;
  readonly records: Records;
  readonly analytics: Analytics;
  readonly journal: Journal;
  readonly pool: WorkerPool;
  /** Rung when facts and open clocks have changed. */
  readonly bell: Bell;
  now(): number;
}

/**
 * One run over what is journalled and not folded yet. The workspace remembers the sequence up to which all is folded only
 * after its facts are durable, so a crash at any instant is mended by the next run; folding twice is harmless.
 */
export class FoldRun {
  readonly #places: FoldPlaces;
  readonly #lost: AbortSignal;
  readonly #failed: FoldedRange['failed'][number][] = [];
  #keys = 0;
  #fold = 0;
  #judgements: ReadonlyMap<string, Judgement> = new Map();

  /** `lost` says that another process may fold from now on. */
  constructor(places: FoldPlaces, lost: AbortSignal) {
    this.#places = places;
    this.#lost = lost;
  }

  /** Folds everything that is journalled when it begins; null where another process overtook it. */
  async run(options: FoldOptions): Promise<FoldReport | null> {
    const { records, workspace: id, journal } = this.#places;
    if (options.all !== true && !(await this.#isBehind())) return { keys: 0, failed: [] };
    const fold = await beginFold(records, id);
    this.#fold = fold;
    const workspace = await getWorkspace(records, id);
    const stale = options.all === true || workspace.foldedRulesVersion !== workspace.rulesVersion;
    const after = stale ? 0 : workspace.foldedSeq;
    // Those first, then what is said of them: what is judged in between is folded now or later, not never.
    const judged = await listJudged(records, id, JUDGED_AT_ONCE);
    this.#judgements = await listJudgements(records, id);
    const upTo = await journal.lastSeq();
    const rules = await this.#rulesOf(workspace);
    if (upTo > after) await this.#foldBetween(after, upTo, rules, options);
    if (!stale) await this.#foldJudged(judged, upTo, rules);
    const folded = { foldedSeq: upTo, foldedRulesVersion: workspace.rulesVersion };
    const finished = await finishFold(records, id, fold, folded);
    if (finished) await forgetJudged(records, id, judged);
    this.#places.bell.ring();
    return finished ? { keys: this.#keys, failed: this.#failed } : null;
  }

  async #isBehind(): Promise<boolean> {
    const { records, workspace, journal } = this.#places;
    const { foldedSeq, rulesVersion, foldedRulesVersion } = await getWorkspace(records, workspace);
    if (foldedRulesVersion !== rulesVersion || foldedSeq < (await journal.lastSeq())) return true;
    return (await listJudged(records, workspace, 1)).length > 0;
  }

  async #rulesOf({ id, rulesVersion, businessCalendar }: Workspace): Promise<RulesInForce> {
    return {
      key: `${id} ${rulesVersion} ${businessCalendar}`,
      version: rulesVersion,
      input: { rules: await listRules(this.#places.records, id), businessCalendar },
    };
  }

  async #foldBetween(after: number, upTo: number, rules: RulesInForce, options: FoldOptions): Promise<void> {
    const { analytics, workspace } = this.#places;
    const ranges: TouchedRange[] = [];
    for (const grain of ['ticket', 'other'] as const) {
      ranges.push(...(await readBoundaries(analytics, { workspace, grain, after, upTo, size: KEYS_PER_RANGE })));
    }
    const total = ranges.reduce((sum, range) => sum + range.keys, 0);
    const resume = await this.#holdMerges(ranges.length);
    await this.#eachRange(ranges, async (range) => {
      const result = await this.#foldRange(range, after, upTo, rules);
      this.#failed.push(...result.failed);
      this.#keys += result.keys;
      options.onProgress?.({ folded: this.#keys, total });
    }).finally(resume);
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
    // One range more than threads: while some fold, another is read or stored. A lane that fails ends the others, and all
    // of them have ended before anybody else folds.
    const lanes = Array.from({ length: this.#places.pool.size + 1 }, () =>
      lane().catch((error: unknown) => {
        rest.length = 0;
        throw error;
      }),
    );
    const outcomes = await Promise.allSettled(lanes);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  /** Folds tickets again whose breaches were judged, whether or not events of them came. */
  async #foldJudged(judged: readonly JudgedTicket[], upTo: number, rules: RulesInForce): Promise<void> {
    const [first] = judged;
    if (first === undefined) return;
    const only = judged.map(({ ticket }) => ticket);
    const range = { grain: 'ticket', from: first.ticket, to: null, keys: only.length, only } as const;
    const { keys, failed } = await this.#foldRange(range, 0, upTo, rules);
    this.#failed.push(...failed);
    this.#keys += keys;
  }

  async #foldRange(
    range: TouchedRange & { readonly only?: readonly string[] },
    after: number,
    upTo: number,
    rules: RulesInForce,
  ): Promise<FoldedRange> {
    const { analytics, pool, workspace, records, now } = this.#places;
    const scope = { workspace, ...range, after, upTo };
    const [rows, written] = await Promise.all([readRange(analytics, scope), readWritten(analytics, scope)]);
    const folded = await pool.use(async (worker) => {
      if (prepared.get(worker) !== rules.key) {
        prepared.delete(worker);
        await worker.call('rules', rules.input);
        prepared.set(worker, rules.key);
      }
      const { grain } = range;
      const judgements = grain === 'ticket' ? this.#judgements : new Map();
      const input = { workspace, grain, rulesVersion: rules.version, now: now(), rows, written, judgements };
      return worker.call('fold', input, transferable(rows));
    });
    for (const block of folded.blocks) {
      this.#lost.throwIfAborted();
      await analytics.insertNative(block.table, block.bytes);
    }
    const { tickets, openClocks } = folded;
    if (tickets.length > 0) await keepOpenClocks(records, workspace, this.#fold, { tickets, clocks: openClocks });
    return folded;
  }
}

function transferable(bytes: Uint8Array): ArrayBuffer[] {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return whole && bytes.byteLength > 65_536 ? [bytes.buffer as ArrayBuffer] : [];
}
