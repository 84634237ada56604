/** What a cell becomes. */
export type TargetKind = 'key' | 'instant' | 'number' | 'status' | 'text' | 'lower' | 'tags';

export type Shape = 'history' | 'tickets';

/** What describes a ticket, in both shapes. Channels and marketplaces are lower-cased: they are shared vocabularies. */
const descriptions: Readonly<Record<string, TargetKind>> = {
  priority: 'text',
  type: 'text',
  channel: 'lower',
  marketplace: 'lower',
  store: 'text',
  subject: 'text',
  url: 'text',
  tags: 'tags',
  language: 'text',
  region: 'text',
  country: 'text',
  'customer.id': 'text',
  'customer.name': 'text',
  'customer.type': 'text',
  'customer.company': 'text',
  'customer.tier': 'text',
  'customer.region': 'text',
  'order.id': 'text',
  'order.value': 'number',
  'order.currency': 'text',
};

/** What changes hands or stage; each has an event of its own. */
const states: Readonly<Record<string, TargetKind>> = {
  status: 'status',
  agent: 'text',
  team: 'text',
  pipeline: 'text',
  stage: 'text',
};

const surveyTargets = Object.fromEntries(
  ['csat', 'nps', 'ces'].flatMap((kind): [string, TargetKind][] => [
    [`${kind}.score`, 'number'],
    [`${kind}.scale`, 'number'],
    [`${kind}.comment`, 'text'],
    [`${kind}.at`, 'instant'],
  ]),
);

const byShape: Readonly<Record<Shape, Readonly<Record<string, TargetKind>>>> = {
  history: {
    ticket: 'key',
    time: 'instant',
    sequence: 'number',
    createdAt: 'instant',
    createdBy: 'text',
    actor: 'text',
    ...states,
    ...descriptions,
  },
  tickets: {
    ticket: 'key',
    createdAt: 'instant',
    createdBy: 'text',
    assignedAt: 'instant',
    firstReplyAt: 'instant',
    firstReplyBy: 'text',
    solvedAt: 'instant',
    closedAt: 'instant',
    updatedAt: 'instant',
    handleSeconds: 'number',
    ...states,
    ...surveyTargets,
    ...descriptions,
  },
};

/** Targets without which a row cannot be placed. */
export const neededTargets: Readonly<Record<Shape, readonly string[]>> = {
  history: ['ticket', 'time'],
  tickets: ['ticket', 'createdAt'],
};

export function listTargets(shape: Shape): readonly string[] {
  return Object.keys(byShape[shape]);
}

/** The kind of a target, or null when the shape has no such target. `fields.NAME` is always one. */
export function findTargetKind(shape: Shape, target: string): TargetKind | null {
  if (/^fields\.[^.]+$/.test(target)) return 'text';
  return Object.hasOwn(byShape[shape], target) ? (byShape[shape][target] as TargetKind) : null;
}

/** Whether a target is a description that `ticket.created` and `ticket.updated` carry. */
export function isDescription(target: string): boolean {
  return target.startsWith('fields.') || Object.hasOwn(descriptions, target);
}
