import { findFreshness } from '#analytics/find-freshness.ts';
import type { WallView } from '#contract/schemas/watch/wall.ts';
import type { Audience } from '#domain/access/audience.ts';
import type { Filter } from '#domain/report/filter.ts';
import { parseMoment } from '#domain/report/period.ts';
import { localDate } from '#presentation/question/period.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../../app.ts';
import { labelPeople } from '../../tickets/label-people.ts';
import { shareWork } from '../share-work.ts';
import { readChats, readResources } from './read-chats.ts';
import { readBreaches, readQueue } from './read-queue.ts';
import { readToday } from './read-today.ts';

/**
 * What happens in a workspace now, as an audience sees it (null: all of it). However many screens ask the same, it is
 * worked out once a second at most; the answer says of which instant it speaks.
 */
export function showWall(app: App, audience: Audience | null, filter?: Filter): Promise<WallView> {
  const view = audience === null ? app : app.narrowedTo(audience);
  return shareWork(app.journal, JSON.stringify(['wall', audience, filter ?? null]), () => readWall(view, filter));
}

async function readWall(view: App, filter: Filter | undefined): Promise<WallView> {
  const now = view.now();
  const [{ timeZone, foldedSeq }, lastSeq] = await Promise.all([
    getWorkspace(view.records, view.workspace),
    view.journal.lastSeq(),
  ]);
  const asked = { filter, now, today: parseMoment(localDate(now, timeZone), timeZone, 'query.from') };
  const [newestEventAt, chats, today, queue, breaches] = await Promise.all([
    findFreshness(view.analytics, view.workspace),
    readChats(view, asked),
    readToday(view, asked),
    readQueue(view, asked),
    readBreaches(view, asked),
  ]);
  const resources = await readResources(view, asked, chats.active);
  return {
    ...{ now: new Date(now).toISOString(), newestEventAt, timeZone, chats, resources, today, queue, breaches },
    waitingEvents: Math.max(0, lastSeq - foldedSeq),
    labels: await labelPeople(view, { agent: [...queue.items, ...breaches].map(({ agent }) => agent) }),
  };
}
