import { parseMoment } from '#domain/report/period.ts';
import type { StepAction } from '#domain/sla/escalation/step.ts';
import type { Policy, Target } from '#domain/sla/policy.ts';

/** From when on the version that is being written holds. */
export type Begin =
  | { readonly kind: 'now' }
  | { readonly kind: 'same' }
  | { readonly kind: 'date'; readonly date: string };

/** A policy that says nothing yet. */
export const emptyPolicy: Policy = {
  id: '',
  name: '',
  kind: 'customer',
  when: { all: [] },
  calendar: 'always',
  effectiveFrom: '',
  targets: [{ id: 'first-reply', metric: 'first-reply', seconds: { default: 14_400 }, warnAt: [0.75] }],
};

/** The policy as it is sent: with its beginning, and in force again where it had ended. Null: the date is none. */
export function policyToSend(policy: Policy, begin: Begin, now: number, timeZone: string): Policy | null {
  const { retired: _, version: __, ...kept } = policy;
  const effectiveFrom = effectiveFromOf(policy, begin, now, timeZone);
  return effectiveFrom === null ? null : { ...kept, effectiveFrom };
}

function effectiveFromOf(policy: Policy, begin: Begin, now: number, timeZone: string): string | null {
  if (begin.kind === 'now') return new Date(now).toISOString();
  if (begin.kind === 'same') return policy.effectiveFrom;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(begin.date)) return null;
  return new Date(parseMoment(begin.date, timeZone, 'effectiveFrom')).toISOString();
}

/** An id like `wanted` that none of `taken` is. */
export function freeId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.includes(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

/** Durations that were typed and not understood. */
export function countUnclear({ targets, steps = [] }: Policy): number {
  const typed = [
    ...targets.flatMap(({ seconds, warnAt = [] }) => [
      ...Object.values(seconds),
      ...warnAt.map((warning) => (typeof warning === 'number' ? warning : warning.remainingSeconds)),
    ]),
    ...steps.map(({ at }) => (typeof at === 'object' && 'afterBreach' in at ? at.afterBreach : 0)),
  ];
  return typed.filter(Number.isNaN).length;
}

/** What an action is, to people: whom it tells, or what it does. */
export const actionKinds = [
  'notify-agent',
  'notify-team',
  'notify-manager',
  'notify-address',
  'notify-channel',
  'reassign-team',
  'reassign-agent',
  'set-priority',
  'tag',
  'webhook',
] as const;
export type ActionKind = (typeof actionKinds)[number];

export function kindOfAction(action: StepAction): ActionKind {
  if (action.type === 'notify') return `notify-${action.to}`;
  if (action.type === 'reassign') return action.agent === undefined ? 'reassign-team' : 'reassign-agent';
  return action.type;
}

/** An action of a kind, with what it needs still to be said. */
export function actionOfKind(kind: ActionKind, channel: string): StepAction {
  switch (kind) {
    case 'notify-address':
      return { type: 'notify', to: 'address', address: '' };
    case 'notify-channel':
      return { type: 'notify', to: 'channel', channel };
    case 'notify-agent':
      return { type: 'notify', to: 'agent' };
    case 'notify-team':
      return { type: 'notify', to: 'team' };
    case 'notify-manager':
      return { type: 'notify', to: 'manager' };
    case 'reassign-team':
      return { type: 'reassign', channel, team: '' };
    case 'reassign-agent':
      return { type: 'reassign', channel, agent: '' };
    case 'set-priority':
      return { type: kind, channel, priority: '' };
    case 'tag':
      return { type: kind, channel, tag: '' };
    case 'webhook':
      return { type: kind, channel };
  }
}

/** A target of a metric, beside those that are there. */
export function newTarget(metric: Target['metric'], targets: readonly Target[]): Target {
  return {
    id: freeId(
      metric,
      targets.map(({ id }) => id),
    ),
    metric,
    seconds: { default: 14_400 },
  };
}
