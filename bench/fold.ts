import { compileRules } from '#domain/sla/compile-rules.ts';
import type { FoldRules } from '#domain/sla/rules.ts';
import type { Event } from '#domain/ticket/event.ts';
import { factsOfTicket } from '#domain/ticket/facts-of-ticket.ts';
import { foldTicket } from '#domain/ticket/fold-ticket.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import type { BenchResult } from './bench-result.ts';

export const name = 'fold';

const ticketCount = 20_000;
const budget = 200_000;

const day = [['09:00', '18:00']] as const;
const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day };

function rules(): FoldRules {
  return compileRules({
    calendars: [
      { id: 'paris', name: 'Paris', timeZone: 'Europe/Paris', weekly, holidays: ['2025-12-25', '2026-01-01'] },
    ],
    policies: [
      {
        id: 'standard',
        name: 'Standard',
        kind: 'customer',
        when: { all: [] },
        calendar: 'paris',
        effectiveFrom: '2020-01-01T00:00:00Z',
        targets: [
          { id: 'frt', metric: 'first-reply', seconds: { urgent: 3600, default: 14_400 } },
          { id: 'nrt', metric: 'next-reply', seconds: { default: 14_400 } },
          { id: 'ttr', metric: 'resolution', seconds: { default: 172_800 }, pauseOn: ['pending'] },
        ],
      },
    ],
    businessCalendar: 'paris',
  });
}

type Step = [minutes: number, type: string, data: object];

const agent = { kind: 'agent', id: 'a7', name: 'Léa' };
const customer = { kind: 'customer', id: 'c3' };
const answer = { actor: agent, direction: 'outbound', public: true };
const question = { actor: customer, direction: 'inbound', public: true };

/** Eight events and three clocks: asked, assigned, answered, waited for the customer, asked again, answered, solved. */
const steps: readonly Step[] = [
  [0, 'created', { channel: 'email', priority: 'normal', customer: { id: 'c3', tier: 'gold' }, tags: ['vip'] }],
  [7, 'assigned', { agent: 'a7', team: 'support' }],
  [65, 'message', answer],
  [65, 'status', { status: 'pending' }],
  [1500, 'message', question],
  [1500, 'status', { status: 'open' }],
  [1700, 'message', answer],
  [1701, 'status', { status: 'solved' }],
];

/** NDJSON of each ticket's eight events, spread over a year; the same in every run. */
function ticketLines(): string[][] {
  let state = 20_260_117;
  return Array.from({ length: ticketCount }, (_, n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const createdAt = Date.UTC(2025, 5, 1) + Math.floor((state / 2 ** 32) * 525_600) * 60_000;
    return steps.map(([minutes, type, data], i) =>
      JSON.stringify({
        specversion: '1.0',
        id: `e-${n}-${i}`,
        source: 'bench',
        type: `ticket.${type}`,
        time: new Date(createdAt + minutes * 60_000).toISOString(),
        subject: `T-${n}`,
        data,
      }),
    );
  });
}

function parse(line: string): Event {
  const parsed = parseEvent(JSON.parse(line));
  if ('problems' in parsed) throw new Error(`A bench event is refused: ${parsed.problems[0]?.message}`);
  return parsed.event;
}

/** Items per second of the best of several passes over all tickets, after one to warm up. */
function ticketsPerSecond(pass: () => number): number {
  let best = 0;
  for (let round = 0; round < 6; round++) {
    const beganAt = performance.now();
    const sum = pass();
    const rate = (ticketCount / (performance.now() - beganAt)) * 1000;
    if (!(sum > 0)) throw new Error('The fold gave nothing');
    if (round > 0) best = Math.max(best, rate);
  }
  return Math.round(best);
}

/** Tickets of eight events folded into three clocks each, on one core, beside parsing the JSON of the same events. */
export async function run(): Promise<BenchResult[]> {
  const by = rules();
  const lines = ticketLines();
  const tickets = lines.map((events) => events.map(parse));
  const clocks = foldTicket(tickets[0] as Event[], by)?.clocks.length;
  if (clocks !== 3) throw new Error(`A bench ticket has ${clocks} clocks, not 3`);
  const jsonRate = ticketsPerSecond(() => {
    let sum = 0;
    for (const events of lines) for (const line of events) sum += (JSON.parse(line) as Event).id.length;
    return sum;
  });
  const foldRate = ticketsPerSecond(() => {
    let sum = 0;
    for (const events of tickets) sum += foldTicket(events, by)?.clocks.length ?? 0;
    return sum;
  });
  const factRate = ticketsPerSecond(() => {
    let sum = 0;
    for (const events of tickets) {
      const fold = foldTicket(events, by);
      if (fold !== null) sum += factsOfTicket(fold).tickets.length;
    }
    return sum;
  });
  const parseRate = ticketsPerSecond(() => {
    let sum = 0;
    for (const events of lines) for (const line of events) sum += parse(line).at;
    return sum;
  });
  const yardstick = `JSON.parse of the same events: ${jsonRate} tickets/s`;
  const result = (what: string, value: number, bound: string, ok: boolean): BenchResult => {
    return {
      name: what,
      value,
      unit: 'tickets/s',
      yardstick,
      ratio: Math.round((value / jsonRate) * 100) / 100,
      budget: bound,
      ok,
    };
  };
  return [
    result('fold, 8 events and 3 clocks', foldRate, `>= ${budget} tickets/s`, foldRate >= budget),
    result('fold and facts', factRate, 'none', true),
    result('JSON.parse and parseEvent', parseRate, 'none', true),
  ];
}
