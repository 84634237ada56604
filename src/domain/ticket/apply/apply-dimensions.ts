import type { EventCustomer, EventData } from '../event.ts';
import { fieldText } from '../field-text.ts';
import type { NamedId, Story } from '../story.ts';

function applyFields(story: Story, fields: Readonly<Record<string, unknown>> | null): void {
  const next: Record<string, string> = fields === null ? {} : { ...story.dims.fields };
  for (const key in fields) {
    const text = fieldText(fields[key]);
    if (text === null) delete next[key];
    else next[key] = text;
  }
  story.dims.fields = next;
}

/** Remembers the name last seen for an id. */
export function noteName(story: Story, kind: NamedId['kind'], id: string | null | undefined, name: unknown): void {
  if (typeof id !== 'string' || typeof name !== 'string' || name === '') return;
  for (const known of story.names) {
    if (known.id === id && known.kind === kind) {
      known.name = name;
      return;
    }
  }
  story.names.push({ kind, id, name });
}

const noCustomer: EventCustomer = { id: null, name: null, type: null, company: null, tier: null, region: null };

function applyCustomer(story: Story, given: EventCustomer | string | null): void {
  const { dims } = story;
  if (typeof given === 'string') {
    dims.customer = given;
    return;
  }
  const { id, name, type, company, tier, region } = given ?? noCustomer;
  if (id !== undefined) dims.customer = id;
  if (name !== undefined) story.customerName = name;
  if (type !== undefined) dims.customerType = type;
  if (company !== undefined) dims.company = company;
  if (tier !== undefined) dims.tier = tier;
  if (region !== undefined) story.customerRegion = region;
  noteName(story, 'customer', dims.customer, story.customerName);
}

function applyOrder(story: Story, order: NonNullable<EventData['order']> | null): void {
  const { id = story.orderId, value = story.orderValue, currency = story.orderCurrency } = order ?? {};
  story.orderId = order === null ? null : id;
  story.orderValue = order === null ? null : value;
  story.orderCurrency = order === null ? null : currency;
}

/** Takes over what an event says of the ticket itself; a missing key means unchanged, null means none. */
export function applyDimensions(story: Story, data: EventData): void {
  const { dims } = story;
  for (const key in data) {
    const value = data[key];
    if (value === undefined) continue;
    switch (key) {
      case 'subject':
      case 'url':
        story[key] = value as string | null;
        break;
      case 'channel':
      case 'marketplace':
      case 'store':
      case 'country':
      case 'language':
      case 'priority':
      case 'type':
        dims[key] = value as string | null;
        break;
      case 'region':
        story.ownRegion = value as string | null;
        break;
      case 'tags':
        dims.tags = (value as readonly string[] | null) ?? [];
        break;
      case 'fields':
        applyFields(story, value as Readonly<Record<string, unknown>> | null);
        break;
      case 'customer':
        applyCustomer(story, value as EventCustomer | string | null);
        break;
      case 'order':
        applyOrder(story, value as NonNullable<EventData['order']> | null);
        break;
    }
  }
  dims.region = story.ownRegion ?? story.customerRegion;
}
