import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parsePeriod } from '#presentation/question/period.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** In the place of figures where there are none: why, where it can be known, and what shows some. */
export function NothingCounted() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch } = useUrl();
  const context = usePeriodContext();
  const { from } = parsePeriod(search.period, context);
  const ended = context.last !== null && context.last < from ? context.last : null;
  return (
    <EmptyState
      title={t('report.empty')}
      action={
        <Group gap={8} justify="center">
          {ended !== null && (
            <Button size="xs" onClick={() => patch({ period: 'latest-30-days' }, true)}>
              {t('report.emptyLatest')}
            </Button>
          )}
          <Button variant="default" size="xs" onClick={() => patch({ period: 'all' }, true)}>
            {t('report.emptyAll')}
          </Button>
        </Group>
      }
    >
      {ended === null
        ? `${t('report.emptyLead')} ${t('report.unavailable')}`
        : t('report.emptyEnds', { date: format.date(ended) })}
    </EmptyState>
  );
}
