import { randomUUID } from 'node:crypto';
import { VigieError } from '#domain/error.ts';
import {
  addDryRun,
  addDryRunTickets,
  countRunningDryRuns,
  type DryRun,
  findDryRun,
  removeDryRuns,
  updateRunning,
} from '#records/policies/dry-runs.ts';
import type { App } from '../app.ts';
import { knownFailure } from '../known-failure.ts';
import { type DryRunRequest, type PreparedRun, prepareDryRun } from './prepare-dry-run.ts';
import { runDryRun } from './run-dry-run.ts';

const dayMs = 86_400_000;
const mostRunning = 3;
/** A run that gives no sign for as long was cut off with its process. */
export const silenceMs = 60_000;

/**
 * Begins a run in the background and answers with its record, which every process of the installation reads. Throws what
 * `prepareDryRun` throws, and `policy.dry-runs-running`.
 */
export async function startDryRun(
  app: App,
  request: DryRunRequest,
  onFailure: (error: unknown) => void = () => {},
): Promise<DryRun> {
  const { record, work } = await beginDryRun(app, request);
  work().catch(onFailure);
  return record;
}

/** The same, waited for; `onProgress` hears of the tickets looked at. The answer is the record as it ended. */
export async function finishDryRun(
  app: App,
  request: DryRunRequest,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<DryRun> {
  const { record, work } = await beginDryRun(app, request);
  await work((done) => onProgress(done, record.total));
  return getDryRun(app, record.id);
}

async function beginDryRun(app: App, request: DryRunRequest) {
  const { records, workspace } = app;
  const startedAt = new Date(app.now());
  await removeDryRuns(records, workspace, new Date(startedAt.getTime() - dayMs));
  const running = await countRunningDryRuns(records, workspace, new Date(startedAt.getTime() - silenceMs));
  if (running >= mostRunning) throw new VigieError('policy.dry-runs-running', { most: mostRunning });
  const run = await prepareDryRun(app, request);
  const { before, after } = run.sets;
  const record = await addDryRun(records, {
    ...{ workspace, id: randomUUID(), state: 'running', startedAt, touchedAt: startedAt },
    periodFrom: new Date(run.period.from),
    periodTo: new Date(run.period.to),
    total: run.ranges.reduce((sum, { tickets }) => sum + tickets, 0),
    sets: JSON.stringify({ before: before.policies, after: after.policies }),
  });
  return { record, work: (onDone?: (done: number) => void) => workOn(app, record, run, onDone) };
}

async function workOn(app: App, record: DryRun, run: PreparedRun, onDone = (_: number) => {}): Promise<void> {
  const { records } = app;
  const at = () => new Date(app.now());
  try {
    const figures = await runDryRun(app, run, async (changed, done) => {
      await addDryRunTickets(records, record, changed);
      onDone(done);
      return updateRunning(records, record, { done, touchedAt: at() });
    });
    if (figures === null) return;
    await updateRunning(records, record, { state: 'done', figures: JSON.stringify(figures), finishedAt: at() });
  } catch (error) {
    const { code, params } = knownFailure(error) ?? new VigieError('server.unexpected');
    const told = { errorCode: code, errorParams: JSON.stringify(params) };
    await updateRunning(records, record, { state: 'failed', ...told, finishedAt: at() });
    throw error;
  }
}

/** Throws `policy.dry-run-unknown`. */
export async function getDryRun(app: App, id: string): Promise<DryRun> {
  const found = await findDryRun(app.records, app.workspace, id);
  if (found === null) throw new VigieError('policy.dry-run-unknown', { id: id.slice(0, 100) });
  return found;
}

/** Ends a run under way; one that has ended stays as it is. Throws `policy.dry-run-unknown`. */
export async function cancelDryRun(app: App, id: string): Promise<void> {
  const run = await getDryRun(app, id);
  await updateRunning(app.records, run, { state: 'cancelled', finishedAt: new Date(app.now()) });
}
