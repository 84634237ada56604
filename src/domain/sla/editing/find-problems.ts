import type { ErrorParams } from '../../error.ts';
import type { ErrorCode } from '../../error-catalogue.ts';
import { fieldsOfFilter } from '../../report/match-filter.ts';
import { findStoryField } from '../../ticket/story-fields.ts';
import type { StepAction } from '../escalation/step.ts';
import type { Policy, Target } from '../policy.ts';

/** Something that cannot be honoured, at a value of the policy. */
export interface PolicyProblem {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly path: string;
}

/** What a workspace has that a policy may name. Null channels: they are not known here, so none is missed. */
export interface KnownNames {
  /** Ids of its calendars; `always` is known everywhere. */
  readonly calendars: readonly string[];
  readonly channels: readonly { readonly id: string; readonly kind: string }[] | null;
}

const counting = ['new', 'open', 'pending', 'on-hold'] as const;

/**
 * Everything of a policy that its form is right for and that no clock could honour, in the order of its parts; empty where
 * it can come into force. Of a retired version only the name counts, since no ticket is measured by it.
 */
export function findPolicyProblems(policy: Policy, known: KnownNames): readonly PolicyProblem[] {
  const named = policy.name.trim() === '' ? [problem('policy.name-missing', '$.name')] : [];
  if (policy.retired === true) return named;
  return [
    ...named,
    ...fieldsOfFilter(policy.when).flatMap((field) =>
      findStoryField(field) === null ? problem('filter.unknown-field', '$.when', { field, path: 'when' }) : [],
    ),
    ...findCalendar(policy.calendar, policy, known, '$.calendar'),
    ...(policy.targets.length === 0 ? [problem('policy.no-targets', '$.targets', { policy: policy.name })] : []),
    ...policy.targets.flatMap((target, i) => findInTarget(target, i, policy, known)),
    ...findInSteps(policy, known),
  ];
}

const problem = (code: ErrorCode, path: string, params: ErrorParams = {}): PolicyProblem => ({ code, path, params });

function findCalendar(id: string, policy: Policy, { calendars }: KnownNames, path: string): readonly PolicyProblem[] {
  if (id === 'always' || calendars.includes(id)) return [];
  return [problem('policy.unknown-calendar', path, { calendar: id, policy: policy.name })];
}

function findInTarget(target: Target, i: number, policy: Policy, known: KnownNames): readonly PolicyProblem[] {
  const path = `$.targets[${i}]`;
  const { id, seconds, pauseOn = [], metric, startAt, calendar } = target;
  const entries = Object.entries(seconds);
  const of = { target: id };
  const twice = policy.targets.findIndex((other) => other.id === id) !== i;
  return [
    ...(twice ? [problem('policy.duplicate-target', `${path}.id`, { ...of, policy: policy.name })] : []),
    ...(entries.length === 0 ? [problem('policy.target-without-time', `${path}.seconds`, of)] : []),
    ...entries.flatMap(([priority, n]) =>
      n === 0 ? problem('policy.target-zero', `${path}.seconds.${priority}`, of) : [],
    ),
    ...(calendar === undefined ? [] : findCalendar(calendar, policy, known, `${path}.calendar`)),
    ...(startAt !== undefined && metric !== 'first-reply'
      ? [problem('policy.start-not-first-reply', `${path}.startAt`, of)]
      : []),
    ...(counting.every((status) => pauseOn.includes(status))
      ? [problem('policy.always-paused', `${path}.pauseOn`, of)]
      : []),
    ...findInWarnings(target, path),
  ];
}

function findInWarnings({ id, seconds, warnAt = [] }: Target, path: string): readonly PolicyProblem[] {
  const longest = Math.max(0, ...Object.values(seconds));
  return warnAt.flatMap((warning, i) =>
    typeof warning === 'object' && longest > 0 && warning.remainingSeconds >= longest
      ? problem('policy.warning-too-early', `${path}.warnAt[${i}]`, { target: id })
      : [],
  );
}

function findInSteps({ steps = [] }: Policy, { channels }: KnownNames): readonly PolicyProblem[] {
  if (channels === null) return [];
  const find = (action: StepAction, step: string, path: string) => {
    if (!('channel' in action)) return [];
    const of = { channel: action.channel, step };
    const found = channels.find(({ id }) => id === action.channel);
    if (found === undefined) return [problem('policy.unknown-channel', path, of)];
    // All but a message is done by whoever answers a webhook.
    return action.type === 'notify' || found.kind === 'webhook' ? [] : [problem('policy.channel-only-tells', path, of)];
  };
  return steps.flatMap((step, i) =>
    step.do.flatMap((action, n) => find(action, step.id, `$.steps[${i}].do[${n}].channel`)),
  );
}
