import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parsePeriod } from '#presentation/question/period.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** The date of the last event, where the period of the report begins after it. */
export function useEnd(): string | null {
  const { search } = useUrl();
  const context = usePeriodContext();
  const { from } = parsePeriod(search.period, context);
  return context.last !== null && context.last < from ? context.last : null;
}

/** In the place of figures where there are none: why, where it can be known, and what shows some. */
export function NothingCounted({ ended }: { readonly ended: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { patch } = useUrl();
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
