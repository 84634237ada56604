import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError, VigieError } from '#domain/error.ts';
import { findPolicyProblems, type KnownNames, type PolicyProblem } from '#domain/sla/editing/find-problems.ts';
import { parsePolicy } from '#domain/sla/parse-policy.ts';
import type { Policy } from '#domain/sla/policy.ts';
import { useFormat } from '../../../format/use-format.ts';
import { countUnclear } from './draft.ts';

/** What keeps a policy from being saved, told where it is typed. */
export function useProblems(policy: Policy, known: KnownNames) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const problems = useMemo(() => allProblems(policy, known), [policy, known]);
  const told = ({ code, params }: PolicyProblem) =>
    code === 'policy.bad-shape' ? t('policy.fillIn') : describeError(code, params, language);
  return {
    count: problems.length + countUnclear(policy),
    at: (path: string) => {
      const found = problems.find((problem) => problem.path === path);
      return found === undefined ? null : told(found);
    },
  };
}

function allProblems(policy: Policy, known: KnownNames): readonly PolicyProblem[] {
  const found = findPolicyProblems(policy, known);
  const shape = shapeProblem(policy);
  return shape === null || found.some(({ path }) => path === shape.path) ? found : [...found, shape];
}

/** What its form lacks, such as a step without its address; what is not written yet is no matter of its form. */
function shapeProblem(policy: Policy): PolicyProblem | null {
  if (countUnclear(policy) > 0) return null;
  const written = { id: 'id', name: 'name', effectiveFrom: '2026-01-01T00:00:00Z' };
  try {
    parsePolicy({ ...policy, ...written });
    return null;
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    return { code: error.code, params: error.params, path: error.path ?? '$' };
  }
}
