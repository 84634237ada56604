import type { StepRun } from '#records/watch/step-runs.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { runningImports } from '../imports/import-progress.ts';
import { Mailbox } from './mailbox.ts';
import { NewSteps } from './new-steps.ts';

const LOOK_EVERY = 1_000;
/** However often something happens. */
const LOOK_AFTER = 150;

/** What a look at a workspace found. */
export interface Look {
  readonly foldedSeq: number;
  /** Running imports as JSON. */
  readonly importing: string;
  /** Steps that ran since the listener was told last; of very many only the latest. */
  readonly steps: readonly StepRun[];
}

/** Looks at one workspace for all who listen to it, as long as somebody does. */
export class LiveHub {
  readonly #app: App;
  readonly #boxes = new Set<Mailbox>();
  #last: Omit<Look, 'steps'> | null = null;
  #running = false;
  /** Aborted when the last listener leaves. */
  #alone = new AbortController();

  constructor(app: App) {
    this.#app = app;
  }

  /** How many listen. */
  get listeners(): number {
    return this.#boxes.size;
  }

  join(): Mailbox {
    const box = new Mailbox();
    const first = this.#boxes.size === 0;
    this.#boxes.add(box);
    if (first) this.#alone = new AbortController();
    if (this.#last !== null) box.put(this.#last, []);
    if (first) void this.#run();
    return box;
  }

  leave(box: Mailbox): void {
    this.#boxes.delete(box);
    if (this.#boxes.size === 0) this.#alone.abort();
  }

  async #run(): Promise<void> {
    // Whoever comes back while the last look ends is looked for by the same loop.
    if (this.#running) return;
    this.#running = true;
    const steps = new NewSteps(this.#app);
    try {
      while (this.#boxes.size > 0) {
        await this.#look(steps);
        const rested = performance.now();
        await this.#app.bell.rest(LOOK_EVERY, this.#alone.signal);
        const spare = LOOK_AFTER - (performance.now() - rested);
        if (spare > 0 && this.#boxes.size > 0) await new Promise((resolve) => setTimeout(resolve, spare));
      }
    } catch (error) {
      for (const box of this.#boxes) box.fail(error);
      this.#boxes.clear();
    } finally {
      this.#running = false;
      this.#last = null;
    }
  }

  async #look(steps: NewSteps): Promise<void> {
    const { records, workspace } = this.#app;
    const { foldedSeq } = await getWorkspace(records, workspace);
    const importing = JSON.stringify(runningImports(this.#app));
    const ran = await steps.look();
    const before = this.#last;
    this.#last = { foldedSeq, importing };
    const changed = before === null || before.foldedSeq !== foldedSeq || before.importing !== importing;
    if (changed || ran.length > 0) for (const box of this.#boxes) box.put(this.#last, ran);
  }
}

const hubs = new WeakMap<object, LiveHub>();

/** The hub of a workspace in this process, however narrow the view of it. */
export function liveHubOf(app: App): LiveHub {
  const hub = hubs.get(app.journal) ?? new LiveHub(app);
  hubs.set(app.journal, hub);
  return hub;
}
