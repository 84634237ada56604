import type { EventType } from './event.ts';
import {
  type Check,
  checkAmount,
  checkFields,
  checkFlag,
  checkInstant,
  checkInteger,
  checkNumber,
  checkObject,
  checkOneOf,
  checkTags,
  checkText,
  type PlacedCheck,
  placeChecks,
} from './parse/check-value.ts';

const checkActor = checkObject('$.data.actor', {
  kind: checkOneOf(['customer', 'agent', 'bot', 'system']),
  id: checkText,
  name: checkText,
});

const checkCustomerObject = checkObject('$.data.customer', {
  id: checkText,
  name: checkText,
  type: checkText,
  company: checkText,
  tier: checkText,
  region: checkText,
});

const checkCustomer: Check = (value, path, report) => {
  if (typeof value !== 'string') checkCustomerObject(value, path, report);
};

/** Keys that mean the same in every type of event. */
const common: Readonly<Record<string, Check>> = {
  actor: checkActor,
  sequence: checkInteger,
  observed: checkObject('$.data.observed', { after: checkInstant, before: checkInstant }),
  status: checkOneOf(['new', 'open', 'pending', 'on-hold', 'solved', 'closed']),
  label: checkText,
  subject: checkText,
  url: checkText,
  channel: checkText,
  marketplace: checkText,
  store: checkText,
  pipeline: checkText,
  stage: checkText,
  priority: checkText,
  type: checkText,
  tags: checkTags,
  language: checkText,
  region: checkText,
  country: checkText,
  customer: checkCustomer,
  order: checkObject('$.data.order', { id: checkText, value: checkNumber, currency: checkText }),
  agent: checkText,
  team: checkText,
  fields: checkFields,
  direction: checkOneOf(['inbound', 'outbound']),
  public: checkFlag,
  automatic: checkFlag,
  length: checkAmount,
  class: checkText,
  seconds: checkAmount,
  into: checkText,
  reason: checkText,
  score: checkNumber,
  scale: checkNumber,
  comment: checkText,
  capacity: checkAmount,
  from: checkInstant,
  to: checkInstant,
  respondedAt: checkInstant,
  plan: checkText,
  monthlyValue: checkNumber,
  amount: checkNumber,
  currency: checkText,
  component: checkText,
  value: checkNumber,
};

const checkSurveyKind = checkOneOf(['csat', 'nps', 'ces']);

interface DataShape {
  /** Keys without which (or with null) the event says nothing. */
  readonly required: readonly string[];
  readonly checks: ReadonlyMap<string, PlacedCheck>;
}

function shape(required: readonly string[], own: Readonly<Record<string, Check>> = {}): DataShape {
  return { required, checks: placeChecks({ ...common, ...own }, '$.data') };
}

/** What the data of each type of event must look like (2-DOMAIN, section 2). */
export const dataShapes: Readonly<Record<EventType, DataShape>> = {
  'ticket.created': shape([]),
  'ticket.updated': shape([]),
  'ticket.assigned': shape([]),
  'ticket.stage': shape([]),
  'ticket.message': shape([]),
  'ticket.no-reply-needed': shape([]),
  'ticket.work': shape(['seconds'], { kind: checkText }),
  'ticket.status': shape(['status']),
  'ticket.abandoned': shape([]),
  'ticket.merged': shape([]),
  'ticket.deleted': shape([]),
  'survey.sent': shape(['kind'], { kind: checkSurveyKind }),
  'survey.answered': shape(['kind', 'score'], { kind: checkSurveyKind }),
  'agent.presence': shape(['agent', 'status'], { status: checkText }),
  'agent.shift': shape(['agent', 'from', 'to']),
  'subscription.started': shape(['customer']),
  'subscription.ended': shape(['customer']),
  'ledger.entry': shape(['kind', 'amount', 'from', 'to'], { kind: checkOneOf(['support-cost', 'revenue']) }),
  'service.incident': shape(['component']),
  'service.maintenance': shape(['component', 'from', 'to']),
  'service.check': shape(['component', 'value']),
};
