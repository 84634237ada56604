import { findAudience } from '#app/access/find-audience.ts';
import { viewFor } from '#app/access/view-for.ts';
import {
  createChannel,
  dropChannel,
  listChannelViews,
  listMessageViews,
  rotateChannelKey,
  testChannel,
} from '#app/channels/channels.ts';
import { showWall } from '#app/live/wall/show-wall.ts';
import { acknowledgeClocks } from '#app/watch/acknowledge-clocks.ts';
import { escalateClocks } from '#app/watch/escalate-clocks.ts';
import { listRanSteps } from '#app/watch/list-ran-steps.ts';
import { outgoingOf } from '#app/watch/outgoing.ts';
import { planWatch } from '#app/watch/plan-watch.ts';
import type { Handlers } from '../../handler.ts';

type Watch =
  | 'acknowledge-clocks'
  | 'escalate-clocks'
  | 'get-wall'
  | 'plan-steps'
  | 'list-steps'
  | 'list-channels'
  | 'create-channel'
  | 'rotate-channel'
  | 'remove-channel'
  | 'test-channel'
  | 'list-messages';

export const watchHandlers: Pick<Handlers, Watch> = {
  async 'acknowledge-clocks'({ app, actor, address, body }) {
    return acknowledgeClocks(app, await viewFor(app, actor), body, { actor, address });
  },
  async 'escalate-clocks'({ app, accounts, actor, address, body }) {
    const view = await viewFor(app, actor);
    return escalateClocks(app, view, accounts.everywhere, body.clocks, { actor, address });
  },
  async 'get-wall'({ app, actor, query }) {
    return showWall(app, await findAudience(app, actor), query.filter);
  },
  'plan-steps': ({ app, accounts, query }) => planWatch(app, accounts.everywhere, query),
  'list-steps': ({ app, query }) => listRanSteps(app, query),
  async 'list-channels'({ app, accounts }) {
    return { items: await listChannelViews(app), mail: accounts.sendMail !== null };
  },
  'create-channel': ({ app, accounts, body, actor, address }) =>
    createChannel(app, body, outgoingOf(accounts), { actor, address }),
  'rotate-channel': ({ app, params, actor, address }) => rotateChannelKey(app, params.id, { actor, address }),
  'remove-channel': ({ app, params, actor, address }) => dropChannel(app, params.id, { actor, address }),
  'test-channel': ({ app, accounts, params, actor, address }) =>
    testChannel(app, outgoingOf(accounts), params.id, { actor, address }),
  async 'list-messages'({ app, query }) {
    return { items: await listMessageViews(app, query) };
  },
};
