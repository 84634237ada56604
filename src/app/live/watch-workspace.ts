import { findFreshness } from '#analytics/find-freshness.ts';
import type { Audience } from '#domain/access/audience.ts';
import type { App } from '../app.ts';
import { viewStepRun } from '../watch/list-ran-steps.ts';
import { liveHubOf } from './live-hub.ts';
import { shareWork } from './share-work.ts';

/** A line that says nothing, so that nothing on the way takes the stream for dead. */
const BEAT_EVERY = 15_000;

/**
 * Server-sent events of a workspace, until `signal` is aborted: `facts` when its figures changed, with how fresh they are as
 * an audience sees them (null: all is seen), `import` while imports run, and `steps` when steps of the watch ran: which,
 * where all is seen, else only that some did. The first two begin with how things stand. All who listen share one look.
 */
export async function* watchWorkspace(
  app: App,
  audience: Audience | null,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const hub = liveHubOf(app);
  const box = hub.join();
  const view = audience === null ? app : app.narrowedTo(audience);
  let folded = -1;
  let importing = '';
  try {
    while (!signal.aborted) {
      const look = await box.take(BEAT_EVERY, signal);
      if (signal.aborted) return;
      if (look === null) {
        yield Buffer.from(': still here\n\n');
        continue;
      }
      const news: string[] = [];
      if (look.foldedSeq !== folded) {
        const key = JSON.stringify(['freshness', audience, look.foldedSeq]);
        const freshness = await shareWork(app.journal, key, () => findFreshness(view.analytics, app.workspace));
        news.push(eventText('facts', { freshness }));
      }
      const running = audience === null ? look.importing : '[]';
      if (running !== importing) news.push(eventText('import', { imports: JSON.parse(running) }));
      const { steps } = look;
      if (steps.length > 0) {
        news.push(eventText('steps', { count: steps.length, steps: audience === null ? steps.map(viewStepRun) : [] }));
      }
      folded = look.foldedSeq;
      importing = running;
      if (news.length > 0) yield Buffer.from(news.join(''));
    }
  } finally {
    hub.leave(box);
  }
}

function eventText(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
