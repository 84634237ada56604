import { VigieError } from '../../error.ts';
import type { Target, WarnAt } from '../policy.ts';
import { asList, asObject, asOneOf, asSeconds, asText, badShape, type Fields } from '../shape.ts';
import { reaches } from './compile-steps.ts';
import { audiences, type Step, type StepAction, type StepMoment } from './step.ts';

const idForm = /^[a-z0-9][a-z0-9-]{0,63}$/;
const addressForm = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;
const actionTypes = ['notify', 'reassign', 'set-priority', 'tag', 'webhook'] as const;
const stepsAtMost = 50;
const actionsAtMost = 20;

function asId(value: unknown, path: string): string {
  const id = asText(value, path);
  if (!idForm.test(id)) throw badShape(path, '"tell-manager"');
  return id;
}

function parseWarning(value: unknown, path: string): WarnAt | { readonly index: number } {
  if (typeof value === 'number') {
    if (value > 0 && value <= 1) return value;
    throw badShape(path, '0.75');
  }
  const { index, remainingSeconds } = asObject(value, path, '0.75, {"index":1}, {"remainingSeconds":1800}');
  if (index === undefined) return { remainingSeconds: asSeconds(remainingSeconds, `${path}.remainingSeconds`) };
  if (asSeconds(index, `${path}.index`) === 0) throw badShape(`${path}.index`, '1');
  return { index: index as number };
}

function parseMoment(value: unknown, path: string): StepMoment {
  if (value === 'breach') return value;
  const { warning, afterBreach } = asObject(value, path, '"breach", {"warning":0.75}, {"afterBreach":600}');
  if ((warning === undefined) === (afterBreach === undefined)) {
    throw badShape(path, '"breach", {"warning":0.75}, {"afterBreach":600}');
  }
  if (warning !== undefined) return { warning: parseWarning(warning, `${path}.warning`) };
  return { afterBreach: asSeconds(afterBreach, `${path}.afterBreach`) };
}

function parseNotify({ to, address, channel }: Fields, path: string): StepAction {
  const known = [...audiences, 'address', 'channel'] as const;
  const whom = asOneOf(to, known, `${path}.to`);
  if (whom === 'channel') return { type: 'notify', to: whom, channel: asText(channel, `${path}.channel`) };
  if (whom !== 'address') return { type: 'notify', to: whom };
  const text = asText(address, `${path}.address`);
  if (!addressForm.test(text)) throw badShape(`${path}.address`, '"name@example.org"');
  return { type: 'notify', to: whom, address: text };
}

function parseReassign({ agent, team }: Fields, channel: string, path: string): StepAction {
  if ((agent === undefined) === (team === undefined)) throw badShape(path, '{"agent":"…"}, {"team":"…"}');
  return agent === undefined
    ? { type: 'reassign', channel, team: asText(team, `${path}.team`) }
    : { type: 'reassign', channel, agent: asText(agent, `${path}.agent`) };
}

function parseAction(input: unknown, path: string): StepAction {
  const fields = asObject(input, path);
  const type = asOneOf(fields.type, actionTypes, `${path}.type`);
  if (type === 'notify') return parseNotify(fields, path);
  const channel = asText(fields.channel, `${path}.channel`);
  if (type === 'reassign') return parseReassign(fields, channel, path);
  if (type === 'set-priority') return { type, channel, priority: asText(fields.priority, `${path}.priority`) };
  if (type === 'tag') return { type, channel, tag: asText(fields.tag, `${path}.tag`) };
  return { type, channel };
}

function parseTargets(value: unknown, targets: readonly Target[], step: string, path: string): readonly string[] {
  return asList(value, path).map((item, i) => {
    const target = asText(item, `${path}[${i}]`);
    if (targets.some(({ id }) => id === target)) return target;
    throw new VigieError('policy.step-unknown-target', { step, target }, { path: `${path}[${i}]` });
  });
}

function parseStep(input: unknown, targets: readonly Target[], path: string): Step {
  const fields = asObject(input, path);
  const id = asId(fields.id, `${path}.id`);
  const at = parseMoment(fields.at, `${path}.at`);
  const actions = asList(fields.do, `${path}.do`);
  if (actions.length === 0 || actions.length > actionsAtMost) {
    throw badShape(`${path}.do`, '[{"type":"notify","to":"agent"}]');
  }
  const step: Step = {
    id,
    at,
    ...(fields.targets !== undefined && { targets: parseTargets(fields.targets, targets, id, `${path}.targets`) }),
    do: actions.map((action, i) => parseAction(action, `${path}.do[${i}]`)),
  };
  if (!targets.some((target) => reaches(step, target))) {
    throw new VigieError('policy.step-without-warning', { step: id }, { path: `${path}.at` });
  }
  return step;
}

/** The steps of a policy with these targets. Throws `VigieError` with the JSON path of the first wrong value. */
export function parseSteps(input: unknown, targets: readonly Target[], path: string): readonly Step[] {
  const list = asList(input, path);
  if (list.length > stepsAtMost) throw badShape(path, `[…] (≤ ${stepsAtMost})`);
  const steps = list.map((step, i) => parseStep(step, targets, `${path}[${i}]`));
  const seen = new Set<string>();
  steps.forEach(({ id }, i) => {
    if (seen.has(id)) throw new VigieError('policy.duplicate-step', { step: id }, { path: `${path}[${i}].id` });
    seen.add(id);
  });
  return steps;
}
