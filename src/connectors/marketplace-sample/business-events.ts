import type { Event, EventData, EventType } from '#domain/ticket/event.ts';
import { formatInstant } from '#domain/time/instant.ts';
import { teams } from './agents.ts';
import { Random } from './random.ts';
import { source } from './ticket-log.ts';
import { dayMs, hourMs, minuteMs, type Year, type YearDay } from './year.ts';

const teamShares = [0.34, 0.25, 0.14, 0.19, 0.08];
const plans: readonly (readonly [string, number])[] = [
  ['Essentiel', 49],
  ['Pro', 149],
  ['Réseau', 490],
];

function event(id: string, type: EventType, at: number, key: string, data: EventData): Event {
  return { id, source, type, at: Math.floor(at / 1000) * 1000, key, data };
}

/** Costs and revenue of the month that begins on this day: some 6 € of support a ticket, 4 % of revenue. */
function* tellLedger(day: YearDay, year: Year): Generator<Event> {
  const month = year.days.filter((other) => other.month === day.month);
  const tickets = month.reduce((sum, other) => sum + other.tickets, 0);
  const next = year.days[day.index + month.length]?.startAt ?? year.endAt;
  const span = { currency: 'EUR', from: formatInstant(day.startAt), to: formatInstant(next) };
  const stamp = formatInstant(day.startAt + dayMs).slice(0, 7);
  const yearly = year.days.reduce((sum, other) => sum + other.tickets, 0);
  // Wages are paid in quiet months too: half of the cost follows the volume.
  const cost = 6 * (tickets / 2 + yearly / 24);
  for (const [i, team] of teams.entries()) {
    const id = `ledger/${stamp}/${team}`;
    const amount = Math.round(cost * (teamShares[i] as number));
    yield event(id, 'ledger.entry', day.startAt, id, { kind: 'support-cost', amount, team, ...span });
  }
  const id = `ledger/${stamp}/revenue`;
  yield event(id, 'ledger.entry', day.startAt, id, { kind: 'revenue', amount: tickets * 148, ...span });
}

/** Business customers of the own shop pay by month; some leave. */
function* tellSubscriptions(day: YearDay, year: Year, random: Random, tickets: number): Generator<Event> {
  const companies = Math.max(40, Math.round(tickets / 400));
  for (let i = 0; i < companies; i++) {
    const own = new Random(i * 104_729 + 17);
    const begins = own.chance(0.7) ? 0 : own.below(year.days.length);
    const customer = `B${String(i + 1).padStart(4, '0')}`;
    const [plan, monthlyValue] = own.pick(plans);
    const stays = 30 + own.below(300);
    const leaves = own.chance(0.13) ? begins + stays : -1;
    const at = day.startAt + random.between(9, 17) * hourMs;
    const data = { customer, plan, monthlyValue };
    if (begins === day.index) yield event(`subscription/${customer}/start`, 'subscription.started', at, customer, data);
    if (leaves === day.index)
      yield event(`subscription/${customer}/end`, 'subscription.ended', at, customer, { customer });
  }
}

const components = ['boutique', 'paiement', 'messagerie'] as const;

/** Breakdowns, planned maintenance on the first Tuesday of a month, and nightly checks of the back-ups. */
function* tellServices(day: YearDay, year: Year, random: Random): Generator<Event> {
  const backupAt = day.startAt + 3 * hourMs;
  const passed = random.chance(0.985) ? 1 : 0;
  yield event(`check/${day.index}`, 'service.check', backupAt, 'sauvegarde', {
    component: 'sauvegarde',
    value: passed,
  });
  if (day.weekday === 1 && day.day <= 7) {
    const from = day.startAt + 4 * hourMs;
    const span = { from: formatInstant(from), to: formatInstant(from + 90 * minuteMs) };
    yield event(`maintenance/${day.index}`, 'service.maintenance', from, 'boutique', {
      component: 'boutique',
      ...span,
    });
  }
  if (!random.chance(0.045)) return;
  const component = random.pick(components);
  const from = day.startAt + Math.floor(random.between(1, 20) * hourMs);
  const respondedAt = from + Math.floor(random.skewed(9 * minuteMs));
  const to = respondedAt + Math.floor(random.skewed(40 * minuteMs));
  if (to >= year.endAt) return;
  const data = { component, from: formatInstant(from), to: formatInstant(to), respondedAt: formatInstant(respondedAt) };
  yield event(`incident/${day.index}`, 'service.incident', from, component, data);
}

/** What happens in the company on a day, apart from tickets and people's hours. */
export function* tellBusiness(day: YearDay, year: Year, random: Random, tickets: number): Generator<Event> {
  if (day.day === 1) yield* tellLedger(day, year);
  yield* tellSubscriptions(day, year, random, tickets);
  yield* tellServices(day, year, random);
}
