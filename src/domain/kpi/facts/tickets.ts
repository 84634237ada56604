import { defineFactTable, type Row } from '../fact-table.ts';

/**
 * One row a ticket. `…Seconds` is calendar time, `…BusinessSeconds` the same span in the workspace's business calendar.
 * Spans that did not happen are null. `agent` and `team` are the assignee's, as the ticket stands.
 */
export const tickets = defineFactTable({
  name: 'tickets',
  grain: 'one ticket',
  ofTicket: true,
  columns: {
    agent: 'text',
    team: 'text',
    subject: 'note',
    url: 'note',
    createdAt: 'instant',
    /** Null means the ticket was opened by the customer, else the agent who opened it. */
    openedBy: 'text',
    firstCustomerMessageAt: 'instant',
    firstAssignedAt: 'instant',
    handedOffAt: 'instant',
    firstReplyAt: 'instant',
    firstReplyBy: 'text',
    lastReplyBy: 'text',
    firstSolvedAt: 'instant',
    /** The last solve; null while the ticket is not solved. */
    solvedAt: 'instant',
    /** Who held the ticket when it was last solved, else who solved it. */
    solvedBy: 'text',
    closedAt: 'instant',
    lastReopenedAt: 'instant',
    abandonedAt: 'instant',
    mergedAt: 'instant',
    deletedAt: 'instant',
    deleteReason: 'text',
    updatedAt: 'instant',
    /** False where an instant is only known to lie between two observations. */
    exact: 'flag',
    firstReplySeconds: 'seconds',
    firstReplyBusinessSeconds: 'seconds',
    firstReplyFromCreatedSeconds: 'seconds',
    firstReplyFromCreatedBusinessSeconds: 'seconds',
    firstReplyFromCustomerSeconds: 'seconds',
    firstReplyFromCustomerBusinessSeconds: 'seconds',
    firstReplyFromAssignedSeconds: 'seconds',
    firstReplyFromAssignedBusinessSeconds: 'seconds',
    firstReplyFromHandOffSeconds: 'seconds',
    firstReplyFromHandOffBusinessSeconds: 'seconds',
    firstResolutionSeconds: 'seconds',
    firstResolutionBusinessSeconds: 'seconds',
    /** Creation to the last solve; null while the ticket is not solved. */
    fullResolutionSeconds: 'seconds',
    fullResolutionBusinessSeconds: 'seconds',
    /** The same, without the time the ticket was solved before it was reopened. */
    unsolvedSeconds: 'seconds',
    unsolvedBusinessSeconds: 'seconds',
    timeToCloseSeconds: 'seconds',
    timeToCloseBusinessSeconds: 'seconds',
    /** Sum of the spans in which a customer turn awaited an agent reply. */
    customerWaitSeconds: 'seconds',
    customerWaitBusinessSeconds: 'seconds',
    /** Channel chat only: start to first agent message. */
    chatWaitSeconds: 'seconds',
    chatWaitBusinessSeconds: 'seconds',
    newSeconds: 'seconds',
    openSeconds: 'seconds',
    pendingSeconds: 'seconds',
    onHoldSeconds: 'seconds',
    solvedSeconds: 'seconds',
    /** Open time held by agents (new, open), the variant of handle time without work records. */
    agentHeldSeconds: 'seconds',
    agentHeldBusinessSeconds: 'seconds',
    handleSeconds: 'seconds',
    agentReplies: 'count',
    customerMessages: 'count',
    botMessages: 'count',
    internalNotes: 'count',
    automaticMessages: 'count',
    reopens: 'count',
    transfers: 'count',
    assignments: 'count',
    /** Solved, one agent reply, no reopening within 7 days. Null until solved, or without any agent reply. */
    oneTouch: 'flag',
    /** Chat and phone: solved with no second contact; else solved within one open hour of creation. Null until solved. */
    firstHour: 'flag',
    /** No reopening within 7 days of the solve; whether the customer came back is asked across tickets. */
    noReopenIn7Days: 'flag',
    orderValue: 'number',
    csatScore: 'number',
    /** The source's own verdict on its SLA where it gives one (custom field `sourceSlaMet`). */
    sourceSlaMet: 'flag',
  },
});

export type TicketFact = Row<typeof tickets.columns>;
