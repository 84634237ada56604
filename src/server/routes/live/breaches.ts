import { viewFor } from '#app/access/view-for.ts';
import { listBreaches } from '#app/breaches/list-breaches.ts';
import { excuseBreaches, explainBreaches, reassignBreaches } from '#app/breaches/review-breaches.ts';
import type { Handlers } from '../../handler.ts';

type Breaches = 'list-breaches' | 'explain-breaches' | 'excuse-breaches' | 'reassign-breaches';

export const breachHandlers: Pick<Handlers, Breaches> = {
  async 'list-breaches'({ app, actor, query }) {
    return listBreaches(await viewFor(app, actor), query);
  },
  async 'explain-breaches'({ app, actor, address, body }) {
    return explainBreaches(app, { view: await viewFor(app, actor), by: { actor, address } }, body);
  },
  async 'excuse-breaches'({ app, actor, address, body }) {
    return excuseBreaches(app, { view: await viewFor(app, actor), by: { actor, address } }, body);
  },
  async 'reassign-breaches'({ app, actor, address, body }) {
    return reassignBreaches(app, { view: await viewFor(app, actor), by: { actor, address } }, body);
  },
};
