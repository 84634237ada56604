import type { WallLayout } from '#contract/wall-layouts.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { App } from '../app.ts';
import { showWall } from '../live/wall/show-wall.ts';

type Query = Readonly<Record<string, string>>;

/** What a link to the wallboard keeps as its report; the catalogue has none of this name. */
export const wallId = 'wall';

/**
 * What a link to the wallboard keeps of it: its layout, and the filter that no screen behind the link gets around. Throws what
 * a wrong filter throws, so that no link is made that shows nothing but an error.
 */
export async function queryOfWall(app: App, layout: WallLayout, filter: Filter | undefined): Promise<Query> {
  await showWall(app, null, filter);
  return { layout, ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }) };
}

/** The wallboard as a link keeps it, with its figures as of now. */
export async function wallOfLink(app: App, query: Query) {
  const filter = query.filter === undefined ? undefined : (JSON.parse(query.filter) as Filter);
  return { kind: 'wall' as const, layout: query.layout as WallLayout, wall: await showWall(app, null, filter) };
}
