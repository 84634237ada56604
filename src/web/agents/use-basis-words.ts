import { useTranslation } from 'react-i18next';
import { agentFigures } from '#domain/agents/agent-figures.ts';
import { useFormat } from '../format/use-format.ts';
import { useFairWords } from './fair-words.ts';
import type { Recognition } from './queries.ts';
import { useKpiName } from './use-kpi-name.ts';

/** The numbers a recognition rests on, a sentence each. */
export function useBasisWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useKpiName();
  const { place: placeWords } = useFairWords();
  return ({ kpi, month, basis }: Recognition): string[] => {
    const kind = agentFigures[kpi];
    const unit = kind === 'median' ? 'seconds' : kind;
    const said = {
      ...{ figure: name(kpi), value: format.value(basis.value, unit), n: format.count(basis.n) },
      month: format.bucket(`${month}-01`, 'month'),
    };
    const first = t(kind === 'median' ? 'agent.awardedMedian' : 'agent.awarded', said);
    const { fair, team } = basis;
    if (fair === null || fair.refused !== null || fair.place === null || fair.difference === null) return [first];
    if (fair.verdict === 'unclear') return [first, t('agent.awardedUnclear')];
    const compared = { difference: format.points(fair.difference.value), place: placeWords(fair.place) };
    const second = team === null ? t('agent.awardedFairAll', compared) : t('agent.awardedFair', { ...compared, team });
    return [first, second];
  };
}
