import { findLabels } from '#analytics/find-labels.ts';
import type { App } from '../app.ts';

type Ids = Iterable<string | null>;
export type Labels = Record<string, Record<string, string>>;

/** Names of agents and customers, by dimension and id; an id without a known name is left out. */
export function labelPeople(app: App, ids: { readonly agent: Ids; readonly customer?: Ids }): Promise<Labels> {
  const known = (some: Ids) => [...new Set(some)].filter((id) => id !== null);
  return findLabels(app.analytics, app.workspace, [
    { dimension: 'agent', kind: 'agent', ids: known(ids.agent) },
    { dimension: 'customer', kind: 'customer', ids: known(ids.customer ?? []) },
  ]);
}
