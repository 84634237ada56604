import { findFreshness } from '#analytics/find-freshness.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { runningImports } from '../imports/import-progress.ts';
import { viewStepRun } from '../watch/list-ran-steps.ts';
import { NewSteps } from './new-steps.ts';

const LOOK_EVERY = 1_000;
/** However often something happens. */
const LOOK_AFTER = 150;
/** A line that says nothing, so that nothing on the way takes the stream for dead. */
const BEAT_EVERY = 15_000;

/**
 * Server-sent events of a workspace, until `signal` is aborted: `facts` when its figures changed, with how fresh they are as
 * `view` sees them, `import` while imports run, and `steps` when steps of the watch ran: which, where all is seen, else only
 * that some did. The first two begin with how things stand.
 */
export async function* watchWorkspace(app: App, view: App, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let folded = -1;
  let importing = '';
  const steps = new NewSteps(app);
  let beatAt = performance.now();
  while (!signal.aborted) {
    const { foldedSeq } = await getWorkspace(app.records, app.workspace);
    const running = JSON.stringify(view === app ? runningImports(app) : []);
    const news: string[] = [];
    if (foldedSeq !== folded) {
      news.push(eventText('facts', { freshness: await findFreshness(view.analytics, app.workspace) }));
    }
    if (running !== importing) news.push(eventText('import', { imports: JSON.parse(running) }));
    const ran = await steps.look();
    if (ran.length > 0)
      news.push(eventText('steps', { count: ran.length, steps: view === app ? ran.map(viewStepRun) : [] }));
    folded = foldedSeq;
    importing = running;
    const now = performance.now();
    if (news.length === 0 && now - beatAt > BEAT_EVERY) news.push(': still here\n\n');
    if (news.length > 0) {
      beatAt = now;
      yield Buffer.from(news.join(''));
    }
    const rested = performance.now();
    await app.bell.rest(LOOK_EVERY, signal);
    if (performance.now() - rested < LOOK_AFTER) await pause(LOOK_AFTER, signal);
  }
}

function eventText(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
