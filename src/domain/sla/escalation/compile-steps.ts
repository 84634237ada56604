import type { Target, WarnAt } from '../policy.ts';
import type { WarningRule } from '../rules.ts';
import type { CompiledStep, Step } from './step.ts';

/** A warning as the clocks know it. */
export function warningOf(warning: WarnAt): WarningRule {
  return typeof warning === 'number'
    ? { share: warning, remainingSeconds: null }
    : { share: null, remainingSeconds: warning.remainingSeconds };
}

export function sameWarning(a: WarningRule, b: WarningRule): boolean {
  return a.share === b.share && a.remainingSeconds === b.remainingSeconds;
}

/** Whether clocks of a target can come to the moment of a step. */
export function reaches(step: Step, { id, warnAt = [] }: Pick<Target, 'id' | 'warnAt'>): boolean {
  return compileStep(step, id, warnAt.map(warningOf)) !== null;
}

function compileStep({ id, at, targets, do: actions }: Step, target: string, warnings: readonly WarningRule[]) {
  if (targets !== undefined && !targets.includes(target)) return null;
  if (at === 'breach') return { id, kind: 'breach', warning: null, afterSeconds: 0, actions } satisfies CompiledStep;
  if ('afterBreach' in at) {
    return {
      ...{ id, warning: null, afterSeconds: at.afterBreach, actions },
      kind: 'after-breach',
    } satisfies CompiledStep;
  }
  const { warning: asked } = at;
  const warning =
    typeof asked === 'object' && 'index' in asked
      ? warnings[asked.index - 1]
      : warnings.find((rule) => sameWarning(rule, warningOf(asked)));
  return warning === undefined
    ? null
    : ({ id, kind: 'warning', warning, afterSeconds: 0, actions } satisfies CompiledStep);
}

/** The steps of a policy that clocks of a target can come to. */
export function compileSteps(
  steps: readonly Step[],
  target: string,
  warnings: readonly WarningRule[],
): readonly CompiledStep[] {
  return steps.flatMap((step) => compileStep(step, target, warnings) ?? []);
}
