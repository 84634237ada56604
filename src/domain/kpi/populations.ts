import {
  and,
  coalesce,
  column,
  type Expression,
  eq,
  gt,
  isKnown,
  le,
  literal,
  moment,
  oneOf,
  or,
  when,
} from './expression.ts';
import type { Source } from './measure.ts';

/** Merged and deleted tickets are in no population but those of merge-rate and spam-rate. */
export const live: Expression = eq(column('outcome'), 'live');

export const liveTickets = {
  where: [live],
  text: { en: 'Tickets neither merged nor deleted', fr: 'Tickets ni fusionnés ni supprimés' },
} as const;

/** A running clock whose due instant has passed is breached at that instant, whether or not anything noticed. */
const overdue = and(eq(column('clockStatus'), 'running'), le(column('dueAt'), moment('now')));

export const met: Expression = eq(column('clockStatus'), 'met');
/** A breach kept from a superseded policy counts: the promise was broken while it was in force. */
export const breached: Expression = or(eq(column('clockStatus'), 'breached'), overdue);
export const excused: Expression = coalesce(column('excused'), literal(false));
export const decidedAt: Expression = coalesce(column('decidedAt'), when(overdue, column('dueAt'), literal(null)));

/** Clocks that nothing has decided yet and that still count: paused ones, and running ones not overdue. */
export const undecided: Expression = or(
  eq(column('clockStatus'), 'paused'),
  and(eq(column('clockStatus'), 'running'), coalesce(gt(column('dueAt'), moment('now')), literal(true))),
);

/** Clocks of live tickets, placed by the instant of their verdict. */
export const decidedClocks = {
  where: [live],
  text: {
    en: 'Clocks decided in the period, of tickets neither merged nor deleted; a running clock past its due instant counts as breached',
    fr: 'Délais arrivés à leur verdict dans la période, de tickets ni fusionnés ni supprimés ; un délai en cours dont l’échéance est passée compte comme dépassé',
  },
} as const;

/** Spans in which an agent's presence is recorded. */
export const presenceSpans: Source = {
  table: 'presence',
  placement: { kind: 'span', from: column('from'), to: column('to') },
  where: [],
};

/** The same spans, as far as they lie in a shift of the agent. */
export const presenceOnShift: Source = {
  ...presenceSpans,
  placement: {
    kind: 'span',
    from: column('from'),
    to: column('to'),
    inside: { table: 'shifts', on: 'agent', where: [], from: 'from', to: 'to' },
  },
};

export const shiftSpans: Source = {
  table: 'shifts',
  placement: { kind: 'span', from: column('from'), to: column('to') },
  where: [],
};

export const isOnline: Expression = eq(column('presenceStatus'), 'online');
/** Logged in: online, busy or away. */
export const isPresent: Expression = oneOf(column('presenceStatus'), ['online', 'busy', 'away']);

/** Chats while an agent holds them. */
export const heldChats: Source = {
  table: 'holdings',
  placement: { kind: 'span', from: column('from'), to: column('to') },
  where: [live, eq(column('holder'), 'agent'), eq(column('channel'), 'chat')],
};

/** Surveys of one kind that were answered, of live tickets. */
export const answered = (kind: string): readonly Expression[] => [
  live,
  eq(column('kind'), kind),
  isKnown(column('answeredAt')),
  isKnown(column('score')),
];
