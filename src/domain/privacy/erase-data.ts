import type { Actor, EventCustomer, EventData } from '../ticket/event.ts';
import { fieldText } from '../ticket/field-text.ts';
import type { Erasure } from './erasure.ts';

/**
 * Keys that say when, where and how a ticket was served in the organisation's own words: they stay as they are. A key that
 * stands neither here nor in `treatments` is removed, whatever it holds: free texts, links, and what Vigie does not know.
 */
const plainKeys: ReadonlySet<string> = new Set([
  ...['sequence', 'status', 'label', 'channel', 'marketplace', 'store', 'pipeline', 'stage', 'priority', 'type'],
  ...['language', 'country', 'agent', 'team', 'direction', 'public', 'automatic', 'length', 'class', 'seconds', 'kind'],
  ...['score', 'scale', 'capacity', 'from', 'to', 'respondedAt', 'plan', 'monthlyValue', 'amount', 'currency'],
  ...['component', 'value'],
]);

/** Reasons of a deletion that the documentation of events names. */
const knownReasons: ReadonlySet<string> = new Set(['spam', 'deleted']);

interface Context {
  readonly erasure: Erasure;
  /** Whether the ticket is another customer's at this event, so that a customer without an id is that one. */
  readonly ofAnother: boolean;
}

/** What stays of a value that is there; undefined removes the key. Null says that there is none (any more). */
type Treatment = (value: never, context: Context) => unknown;

/** Whether a customer is somebody else. One without an id is whose ticket it is, unless the name says otherwise. */
function isAnother({ id, name }: EventCustomer | Actor, { erasure, ofAnother }: Context): boolean {
  return (id ?? null) === null ? ofAnother && !erasure.isName(name) : !erasure.isCustomer(id);
}

function eraseActor(actor: Actor, context: Context): Actor {
  const { kind, id, name } = actor;
  const named = name === undefined ? {} : { name };
  if (kind === 'agent') return { kind, ...(id === undefined ? {} : { id }), ...named };
  const known = kind === 'customer' && isAnother(actor, context) ? named : {};
  return { kind, ...(id === undefined ? {} : { id: kind === 'customer' ? context.erasure.idOf(id) : id }), ...known };
}

const customerFields = { type: 'customer-type', company: 'company', tier: 'tier', region: 'region' } as const;

function eraseCustomerValue(given: EventCustomer | string, context: Context): EventCustomer | string {
  const { erasure } = context;
  if (typeof given === 'string') return erasure.idOf(given);
  if (isAnother(given, context)) return given;
  const kept: Record<string, string | null> = {};
  if (given.id !== undefined) kept.id = erasure.idOf(given.id);
  // Null, not left out: a name known before must not become that of the pseudonym.
  if (given.id !== undefined || given.name !== undefined) kept.name = null;
  for (const [key, field] of Object.entries(customerFields) as [keyof typeof customerFields, string][]) {
    const value = given[key];
    if (value !== undefined) kept[key] = value === null ? null : erasure.keepValue(field, value);
  }
  return kept;
}

function eraseFields(fields: Readonly<Record<string, unknown>>, { erasure }: Context): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const text = fieldText(value);
      const kept = text === null ? null : erasure.keepValue(`fields.${name}`, text);
      // Null, not left out: else the value before it would be taken for the last one.
      return [name, kept === text ? value : kept];
    }),
  );
}

function eraseOrder(order: NonNullable<EventData['order']>, { erasure }: Context): EventData['order'] {
  const { id, value, currency } = order;
  const keep = (field: string, held: string | number | null) =>
    held !== null && erasure.keepAsked(field, String(held)) === String(held) ? held : null;
  return {
    ...(id === undefined ? {} : { id: id === null ? null : erasure.keepAsked('order.id', id) }),
    ...(value === undefined ? {} : { value: keep('order.value', value) as number | null }),
    ...(currency === undefined ? {} : { currency: keep('order.currency', currency) as string | null }),
  };
}

const treatments: Readonly<Record<string, Treatment>> = {
  actor: eraseActor,
  customer: eraseCustomerValue,
  fields: eraseFields,
  order: eraseOrder,
  observed: ({ after, before }: NonNullable<EventData['observed']>) => ({ after, before }),
  subject: (subject: string, { erasure }) => erasure.keepAsked('subject', subject),
  region: (region: string, { erasure }) => erasure.keepValue('region', region),
  tags: (tags: readonly string[], { erasure }) => tags.flatMap((tag) => erasure.keepValue('tag', tag) ?? []),
  into: (ticket: string, { erasure }) => erasure.idOf(ticket),
  reason: (reason: string, { erasure }) => (knownReasons.has(reason) ? reason : erasure.keepValue('reason', reason)),
};

/** What stays of the data of an event on a ticket of an erased customer; its figures are the same. */
export function eraseData(data: EventData, context: Context): EventData {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(data)) {
    const value = data[key];
    const treat = Object.hasOwn(treatments, key) ? treatments[key] : undefined;
    if (value === null && (treat !== undefined || plainKeys.has(key))) kept[key] = null;
    else if (treat !== undefined) kept[key] = treat(value as never, context);
    else if (plainKeys.has(key)) kept[key] = value;
  }
  return kept as EventData;
}
