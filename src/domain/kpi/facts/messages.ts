import { defineFactTable, type Row } from '../fact-table.ts';

/** One row a message. `agent` is the author when an agent wrote it, else the assignee of that moment. */
export const messages = defineFactTable({
  name: 'messages',
  grain: 'one message',
  ofTicket: true,
  columns: {
    n: 'count',
    at: 'instant',
    actorKind: 'text',
    agent: 'text',
    team: 'text',
    direction: 'text',
    public: 'flag',
    automatic: 'flag',
    agentReply: 'flag',
    length: 'number',
    class: 'text',
  },
});

export type MessageFact = Row<typeof messages.columns>;
