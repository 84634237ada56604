import type { FieldValue } from '../report/match-filter.ts';
import type { Story } from './story.ts';

type Read = (story: Story) => FieldValue;

/** What conditions of a policy may ask of a ticket; dimensions go by the names that reports and events give them. */
const readers: Readonly<Record<string, Read>> = {
  agent: (story) => story.agent,
  channel: (story) => story.dims.channel,
  company: (story) => story.dims.company,
  country: (story) => story.dims.country,
  customer: (story) => story.dims.customer,
  'customer.company': (story) => story.dims.company,
  'customer.id': (story) => story.dims.customer,
  'customer.name': (story) => story.customerName,
  'customer.region': (story) => story.dims.region,
  'customer.tier': (story) => story.dims.tier,
  'customer.type': (story) => story.dims.customerType,
  'customer-type': (story) => story.dims.customerType,
  customerType: (story) => story.dims.customerType,
  language: (story) => story.dims.language,
  marketplace: (story) => story.dims.marketplace,
  'order.currency': (story) => story.orderCurrency,
  'order.id': (story) => story.orderId,
  'order.value': (story) => story.orderValue,
  pipeline: (story) => story.dims.pipeline,
  priority: (story) => story.dims.priority,
  region: (story) => story.dims.region,
  source: (story) => story.dims.source,
  stage: (story) => story.dims.stage,
  status: (story) => story.status,
  store: (story) => story.dims.store,
  subject: (story) => story.subject,
  tag: (story) => story.dims.tags,
  tags: (story) => story.dims.tags,
  team: (story) => story.team,
  ticket: (story) => story.dims.ticket,
  tier: (story) => story.dims.tier,
  type: (story) => story.dims.type,
};

/** Fields that events other than creation and update change. */
export const liveFields: readonly string[] = ['agent', 'team', 'status', 'stage', 'pipeline'];

const customPrefix = 'fields.';

/** How a field of the filter language is read off a ticket; null when tickets have no such field. */
export function findStoryField(field: string): Read | null {
  if (field.startsWith(customPrefix) && field.length > customPrefix.length) {
    const name = field.slice(customPrefix.length);
    return (story) => story.dims.fields[name];
  }
  return Object.hasOwn(readers, field) ? (readers[field] as Read) : null;
}
