import { useTranslation } from 'react-i18next';
import { useZone } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import type { CustomerItem } from './queries.ts';
import { useSurveyNames } from './use-survey-names.ts';

/** The last survey somebody answered: which, how, and when on hovering. */
export function LastAnswer({ answer }: { readonly answer: CustomerItem['lastAnswer'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const nameOf = useSurveyNames();
  if (answer === null) return '–';
  const { kind, score, scale, answeredAt } = answer;
  const figure =
    score === null
      ? '–'
      : scale === null
        ? format.value(score, 'number')
        : t('customer.score', { score: format.value(score, 'number'), scale: format.value(scale, 'number') });
  return (
    <span className="figures" title={format.instant(answeredAt, zone)}>
      {kind === null ? figure : t('common.pair', { name: nameOf(kind), value: figure })}
    </span>
  );
}
