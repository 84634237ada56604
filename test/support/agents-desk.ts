const minute = 60_000;
const hour = 60 * minute;

/** Replies that a made-up agent gives: minutes until the first, whether the ticket is rated, and how. */
interface Habit {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  /** Of each channel, how many tickets. */
  readonly mix: Readonly<Record<string, number>>;
  /** Minutes until the first reply to the n-th ticket. */
  readonly replyAfter: (index: number) => number;
  readonly score: number | null;
}

const steady = (minutes: number) => (index: number) => minutes + (index % 7);

/**
 * Of team “retours” Léa is quick, Max and Zoé are slow, and Ana, new, had three tickets. Of “ventes” Ida alone answers the phone.
 */
export const habits: readonly Habit[] = [
  { id: 'a1', name: 'Léa', team: 'retours', mix: { email: 40, chat: 20 }, replyAfter: steady(10), score: 5 },
  { id: 'a2', name: 'Max', team: 'retours', mix: { email: 40, chat: 20 }, replyAfter: steady(57), score: 2 },
  { id: 'a3', name: 'Zoé', team: 'retours', mix: { email: 40, chat: 20 }, replyAfter: steady(57), score: 4 },
  { id: 'a4', name: 'Ana', team: 'retours', mix: { email: 3 }, replyAfter: steady(90), score: null },
  { id: 'b1', name: 'Ida', team: 'ventes', mix: { phone: 40 }, replyAfter: steady(20), score: null },
];

/** Their tickets, all in the fortnight that begins at `start`: answered once, then solved. */
export function agentsEvents(start: number): Record<string, unknown>[] {
  let id = 0;
  const event = (subject: string, at: number, type: string, data: Record<string, unknown>) => ({
    ...{ specversion: '1.0', id: `g-${++id}`, source: 'test/agents', type, subject },
    time: new Date(at).toISOString(),
    data,
  });
  return habits.flatMap(({ id: agent, name, team, mix, replyAfter, score }) => {
    const channels = Object.entries(mix).flatMap(([channel, n]) => Array.from({ length: n }, () => channel));
    const actor = { kind: 'agent', id: agent, name };
    return channels.flatMap((channel, index) => {
      const key = `${agent}-${index}`;
      const at = start + index * 5 * hour;
      const answered = at + replyAfter(index) * minute;
      const customer = { id: `c-${key}`, name: `Client ${key}` };
      const rated = score !== null && index % 2 === 0;
      return [
        event(key, at, 'ticket.created', { subject: `Parcel ${key}`, channel, team, agent, type: 'return', customer }),
        event(key, answered, 'ticket.message', { actor, direction: 'outbound', public: true }),
        event(key, answered + hour, 'ticket.status', { actor, status: 'solved' }),
        ...(rated
          ? [event(key, answered + 2 * hour, 'survey.answered', { kind: 'csat', score, scale: 5, customer })]
          : []),
      ];
    });
  });
}
