import { useTranslation } from 'react-i18next';
import type { Target } from '#domain/sla/policy.ts';

/** A target by its metric, with its id where that says more. */
export function useTargetName(): (target: Pick<Target, 'id' | 'metric'>) => string {
  const { t } = useTranslation();
  return ({ id, metric }) =>
    id === metric ? t(`vocabulary.metric.${metric}`) : `${t(`vocabulary.metric.${metric}`)} (${id})`;
}
