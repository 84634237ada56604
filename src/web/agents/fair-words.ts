import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import type { AgentLine } from './queries.ts';

type Fair = NonNullable<AgentLine['fair']>;

/** What a fair comparison says in words: the place, or why there is none. */
export function useFairWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const place = ({ best, worst, of }: NonNullable<Fair['place']>) =>
    best === worst ? t('agent.placeOf', { best, of }) : t('agent.placesOf', { best, worst, of });
  return {
    place,
    standing: (fair: Fair | null): string => {
      if (fair === null) return t('agent.refused.no-rows');
      if (fair.refused !== null) {
        const coverage = format.share(fair.coverage ?? 0, 0);
        return t(`agent.refused.${fair.refused}`, { comparable: format.count(fair.comparable), coverage });
      }
      return fair.place === null ? '–' : place(fair.place);
    },
  };
}
