import { listStepRuns, listStepRunsAfter, type StepRun } from '#records/watch/step-runs.ts';
import type { App } from '../app.ts';

/** Steps are numbered when they begin and seen when they are done: among several processes a lower number may come later. */
const OVERLAP = 500;
const MOST = 1_500;

/** The steps that ran since the last look, each told once; the first look tells none. */
export class NewSteps {
  readonly #app: App;
  #seen: Set<number> | null = null;
  #last = 0;

  constructor(app: App) {
    this.#app = app;
  }

  async look(): Promise<StepRun[]> {
    const { records, workspace } = this.#app;
    if (this.#seen === null) {
      const before = await listStepRuns(records, workspace, { limit: OVERLAP });
      this.#seen = new Set(before.map(({ seq }) => Number(seq)));
      this.#last = Number(before[0]?.seq ?? 0);
      return [];
    }
    const found = await listStepRunsAfter(records, workspace, this.#last - OVERLAP, MOST);
    const seen = this.#seen;
    const fresh = found.filter(({ seq }) => !seen.has(Number(seq)));
    this.#last = Math.max(this.#last, Number(found.at(-1)?.seq ?? 0));
    this.#seen = new Set(found.map(({ seq }) => Number(seq)));
    return fresh;
  }
}
