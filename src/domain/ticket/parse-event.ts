import { deepestEvent, isValueDeeper } from '../json-depth.ts';
import { parseInstant } from '../time/parse-instant.ts';
import type { Event, EventData, EventType } from './event.ts';
import { dataShapes } from './event-data.ts';
import { checkOneOf, type Fields, isObject, readInstant } from './parse/check-value.ts';
import { type EventProblem, EventReport, showValue } from './parse/event-report.ts';

export type { EventProblem } from './parse/event-report.ts';

/** A good event, or all that is wrong with it. */
export type ParsedEvent = { readonly event: Event } | { readonly problems: readonly EventProblem[] };

const noData: Fields = Object.freeze({});

const checkSpecVersion = checkOneOf(['1.0']);

function requiredText(value: unknown, path: string, report: EventReport): string {
  if (typeof value === 'string' && value !== '') return value;
  if (value === undefined || value === null || value === '') report.add('event.missing', path);
  else report.wrongType(path, '"…"');
  return '';
}

function readType(value: unknown, report: EventReport): EventType | null {
  const type = requiredText(value, '$.type', report);
  if (type === '') return null;
  if (Object.hasOwn(dataShapes, type)) return type as EventType;
  report.add('event.unknown-type', '$.type', { value: showValue(type) });
  return null;
}

function checkScore(data: Fields, report: EventReport): void {
  const { kind, score, scale } = data;
  if (typeof score !== 'number') return;
  const fallback = kind === 'nps' ? 10 : kind === 'ces' ? 7 : 5;
  const to = kind === 'nps' || typeof scale !== 'number' ? fallback : scale;
  const from = kind === 'nps' || to >= 10 ? 0 : 1;
  if (!(score >= from && score <= to)) report.add('event.bad-score', '$.data.score', { value: score, from, to });
}

function checkSpan(from: unknown, to: unknown, path: string, report: EventReport): void {
  if (typeof from !== 'string' || typeof to !== 'string') return;
  const start = parseInstant(from);
  const end = parseInstant(to);
  if (start !== null && end !== null && start > end) report.add('event.bad-span', path);
}

/** Rules that look at more than one key of the data. */
function checkTogether(type: EventType, data: Fields, report: EventReport): void {
  if (type === 'survey.answered') checkScore(data, report);
  if (type === 'ticket.message' && (data.direction ?? data.actor ?? null) === null) {
    report.add('event.missing', '$.data.actor');
  }
  if (data.to !== undefined) checkSpan(data.from, data.to, '$.data.to', report);
  if (isObject(data.observed)) checkSpan(data.observed.after, data.observed.before, '$.data.observed.before', report);
}

function checkData(type: EventType, data: Fields, report: EventReport): void {
  const { checks, required } = dataShapes[type];
  for (const key in data) {
    const value = data[key];
    if (value === undefined || value === null) continue;
    const placed = checks.get(key);
    if (placed !== undefined) placed.check(value, placed.path, report);
  }
  for (const key of required) {
    if ((data[key] ?? null) === null || data[key] === '') report.add('event.missing', `$.data.${key}`);
  }
  if (isObject(data.actor) && (data.actor.kind ?? null) === null) report.add('event.missing', '$.data.actor.kind');
  checkTogether(type, data, report);
}

function customerId(customer: unknown): unknown {
  return isObject(customer) ? customer.id : customer;
}

/** What an event is folded by: its ticket, else its agent, customer, ledger entry or component. */
function readKey(type: EventType, id: string, input: Fields, data: Fields, report: EventReport): string {
  if (type.startsWith('ticket.')) return requiredText(input.subject, '$.subject', report);
  switch (type) {
    case 'survey.sent':
    case 'survey.answered': {
      const { subject } = input;
      if (subject === undefined || subject === null) return `survey:${id}`;
      return requiredText(subject, '$.subject', report);
    }
    case 'agent.presence':
    case 'agent.shift':
      return typeof data.agent === 'string' ? data.agent : '';
    case 'subscription.started':
    case 'subscription.ended':
      return data.customer === undefined || data.customer === null
        ? ''
        : requiredText(customerId(data.customer), '$.data.customer.id', report);
    case 'ledger.entry':
      return id;
    default:
      return typeof data.component === 'string' ? data.component : '';
  }
}

/**
 * Checks one CloudEvent (2-DOMAIN, section 2). Every defect is told with its code and JSON path from `$`; unknown keys
 * are kept. Written by hand, not with a schema library, because millions of events pass here in one import.
 */
export function parseEvent(input: unknown): ParsedEvent {
  const report = new EventReport();
  if (!isObject(input)) {
    report.wrongType('$', '{…}');
    return { problems: report.problems ?? [] };
  }
  // First of all: what shows or compares values recurses into them.
  if (isValueDeeper(input, deepestEvent)) {
    report.add('event.too-deep', '$', { limit: deepestEvent });
    return { problems: report.problems ?? [] };
  }
  if (input.specversion !== '1.0' && input.specversion !== undefined) {
    checkSpecVersion(input.specversion, '$.specversion', report);
  }
  const id = requiredText(input.id, '$.id', report);
  const source = requiredText(input.source, '$.source', report);
  const type = readType(input.type, report);
  const time = input.time ?? null;
  const at = time === null ? report.add('event.missing', '$.time') : readInstant(time, '$.time', report);
  const given = input.data ?? noData;
  if (!isObject(given)) report.wrongType('$.data', '{…}');
  const data = isObject(given) ? given : noData;
  let key = '';
  if (type !== null && isObject(given)) {
    checkData(type, data, report);
    key = readKey(type, id, input, data, report);
  }
  if (report.problems !== null || type === null || typeof at !== 'number') return { problems: report.problems ?? [] };
  return { event: { id, source, type, at, key, data: data as EventData } };
}
