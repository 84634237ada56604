import { type EventType, otherEventTypes, ticketEventTypes } from '../../src/domain/ticket/event.ts';
import { dataShapes } from '../../src/domain/ticket/event-data.ts';
import { parseEvent } from '../../src/domain/ticket/parse-event.ts';
import { code, codes, madeFrom, page, table } from './markdown.ts';

const forms: Readonly<Record<string, string>> = {
  '"…"': 'text',
  'true, false': 'true or false',
  '12.5': 'number',
  '0…': 'number from 0',
  '1, 2, 3…': 'whole number',
  '["…"]': 'list of texts',
  '{…}': 'object',
};

const innerNames = ['kind', 'id', 'name', 'type', 'company', 'tier', 'region', 'value', 'currency', 'after', 'before'];

/** A value that no check takes, so that each says what it wants. */
const refused: unknown = Symbol('neither');

/** What is said of the data of an event with this value at this key: the path from the key, and the form that is wanted. */
function ask(type: EventType, key: string, value: unknown): { path: string; form: string }[] {
  const envelope = { id: 'e', source: 's', type, time: '2026-01-01T00:00:00Z', subject: 'T' };
  const parsed = parseEvent({ ...envelope, data: { [key]: value } });
  const problems = 'problems' in parsed ? parsed.problems : [];
  const place = `$.data.${key}`;
  return problems.flatMap((problem) => {
    if (problem.path !== place && !problem.path.startsWith(`${place}.`)) return [];
    const path = problem.path.slice(place.length + 1);
    if (problem.code === 'event.bad-instant') return [{ path, form: 'instant' }];
    const wanted = /must be (.*)\. Correct|Use one of: (.*)\.$/.exec(problem.message);
    const text = wanted?.[1] ?? wanted?.[2];
    return text === undefined ? [] : [{ path, form: forms[text] ?? codes(text.split(', ')) }];
  });
}

function formOf(type: EventType, key: string): string {
  const form = ask(type, key, refused)[0]?.form ?? 'anything';
  if (form !== 'object') return form;
  const inner = ask(type, key, Object.fromEntries(innerNames.map((name) => [name, refused])));
  if (inner.length === 0) return 'object of any names';
  const parts = new Set(inner.map((part) => `${code(part.path)} (${part.form})`));
  return `${ask(type, key, 'text').length === 0 ? 'text, or ' : ''}object: ${[...parts].join(', ')}`;
}

function formsOf(type: EventType): ReadonlyMap<string, string> {
  return new Map([...dataShapes[type].checks.keys()].map((key) => [key, formOf(type, key)]));
}

export function eventsPage(): string {
  const common = formsOf('ticket.created');
  const ownKeys = (type: EventType) =>
    [...formsOf(type)].flatMap(([key, form]) => (common.get(key) === form ? [] : [`${code(key)} (${form})`]));
  const rows = (types: readonly EventType[]) =>
    types.map((type) => [code(type), codes(dataShapes[type].required), ownKeys(type).join(', ') || '–']);
  const header = ['type', 'keys it needs', 'keys of its own'];
  return page(
    '# Event types and keys',
    madeFrom('src/domain/ticket/event.ts', 'src/domain/ticket/event-data.ts'),
    'What the keys mean is told in [Events](../events.md). Keys that are not listed are kept and ignored. Every key may be ' +
      'null, which means none, unless the type needs it.',
    '## Events of a ticket',
    'In the order in which events of one instant are folded.',
    table(header, rows(ticketEventTypes)),
    '## Other events',
    table(header, rows(otherEventTypes)),
    '## Keys',
    table(
      ['key', 'form'],
      [...common].map(([key, form]) => [code(key), form]),
    ),
  );
}
