import { listAgentTickets } from '#app/agents/agent-tickets.ts';
import { listAgents } from '#app/agents/list-agents.ts';
import { changeNote, dropNote, listFollowUps, listNotes, writeNote } from '#app/agents/notes.ts';
import { awardRecognition, dropRecognition, listRecognitions, suggestRecognitions } from '#app/agents/recognitions.ts';
import { getScorecard } from '#app/agents/scorecard.ts';
import type { agentRoutes } from '#contract/routes/agents.ts';
import type { Handlers } from '../handler.ts';

export const agentHandlers: Pick<Handlers, keyof typeof agentRoutes> = {
  'list-agents': ({ app, actor, query }) => listAgents(app, actor, query),
  'get-scorecard': ({ app, actor, params, query }) => getScorecard(app, actor, params.id, query),
  'list-agent-tickets': ({ app, actor, params, query }) => listAgentTickets(app, actor, params.id, query),
  async 'list-notes'({ accounts, app, actor, params }) {
    return { items: await listNotes(accounts, app, actor, params.id) };
  },
  'write-note': ({ accounts, app, actor, address, params, body }) =>
    writeNote(accounts, app, params.id, body, { actor, address }),
  'update-note': ({ accounts, app, actor, address, params, body }) =>
    changeNote(accounts, app, { agent: params.id, id: params.note }, body, { actor, address }),
  'remove-note': ({ app, actor, address, params }) =>
    dropNote(app, { agent: params.id, id: params.note }, { actor, address }),
  async 'list-follow-ups'({ accounts, app, actor }) {
    return { items: await listFollowUps(accounts, app, actor) };
  },
  async 'list-recognitions'({ accounts, app, actor, params }) {
    return { items: await listRecognitions(accounts, app, actor, params.id) };
  },
  'award-recognition': ({ accounts, app, actor, address, params, body }) =>
    awardRecognition(accounts, app, params.id, body, { actor, address }),
  'remove-recognition': ({ app, actor, address, params }) =>
    dropRecognition(app, { agent: params.id, id: params.recognition }, { actor, address }),
  async 'suggest-recognitions'({ app, actor, query }) {
    return { items: await suggestRecognitions(app, actor, query.month, query.team ?? null) };
  },
};
