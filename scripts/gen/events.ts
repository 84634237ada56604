import type { ErrorParams } from '../../src/domain/error.ts';
import type { Check } from '../../src/domain/ticket/check-value.ts';
import { type EventType, otherEventTypes, ticketEventTypes } from '../../src/domain/ticket/event.ts';
import { dataShapes } from '../../src/domain/ticket/event-data.ts';
import { EventReport } from '../../src/domain/ticket/event-report.ts';
import { code, codes, madeFrom, page, table } from './markdown.ts';

/** Hears what a check wants, by showing it a value that no check takes. */
class Probe extends EventReport {
  readonly heard: { readonly path: string; readonly form: string }[] = [];

  override add(name: Parameters<EventReport['add']>[0], path: string, params: ErrorParams = {}): void {
    this.heard.push({ path, form: name === 'event.bad-instant' ? 'instant' : String(params.expected) });
  }
}

const forms: Readonly<Record<string, string>> = {
  '"…"': 'text',
  'true, false': 'true or false',
  '12.5': 'number',
  '0…': 'number from 0',
  '1, 2, 3…': 'whole number',
  instant: 'instant',
  '["…"]': 'list of texts',
  '{…}': 'object',
};

const innerNames = ['kind', 'id', 'name', 'type', 'company', 'tier', 'region', 'value', 'currency', 'after', 'before'];

function formOf(check: Check): string {
  const probe = new Probe();
  const refused: unknown = Symbol('neither');
  check(refused, '$', probe);
  const form = probe.heard[0]?.form ?? '';
  if (form !== '{…}') return forms[form] ?? codes(form.split(', '));
  const inner = new Probe();
  check(Object.fromEntries(innerNames.map((name) => [name, refused])), '$', inner);
  if (inner.heard.length === 0) return 'object of any names';
  const parts = inner.heard.map(({ path, form: wanted }) => `${code(path.slice(2))} (${forms[wanted] ?? wanted})`);
  const text = new Probe();
  check('text', '$', text);
  return `${text.heard.length === 0 ? 'text, or ' : ''}object: ${parts.join(', ')}`;
}

const ownKeys = (type: EventType, common: ReadonlyMap<string, string>) =>
  [...dataShapes[type].checks].flatMap(([key, check]) => {
    const form = formOf(check);
    return common.get(key) === form ? [] : [`${code(key)} (${form})`];
  });

export function eventsPage(): string {
  const common = new Map([...dataShapes['ticket.created'].checks].map(([key, check]) => [key, formOf(check)] as const));
  const rows = (types: readonly EventType[]) =>
    types.map((type) => [code(type), codes(dataShapes[type].required), ownKeys(type, common).join(', ') || '–']);
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
