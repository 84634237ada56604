import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { parseRef } from '#presentation/figures/figures.ts';
import { statisticChoices } from '#presentation/question/report-state.ts';
import { useWords } from '../reports/use-words.ts';
import classes from './compose.module.css';

interface Props {
  /** Its reference. */
  readonly figure: string;
  readonly onChange: (ref: string) => void;
  readonly onRemove: () => void;
  readonly onUp?: () => void;
}

/** One figure of the report: its variant, its statistic, its place. */
export function FigureRow({ figure: ref, onChange, onRemove, onUp }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { kpi: id, variant, statistic } = parseRef(ref);
  const kpi = words.kpiOf(ref);
  const name = words.figure(ref);
  const write = (next: { variant?: string | null; statistic?: string | null }) => {
    const asked = { variant, statistic, ...next };
    onChange(`${id}${asked.variant ? `.${asked.variant}` : ''}${asked.statistic ? `:${asked.statistic}` : ''}`);
  };
  const statistics = [...statisticChoices, ...(statistic === null ? [] : [statistic])];
  return (
    <li className={classes.figure}>
      <span className={classes.figureName}>{kpi === null ? name : words.format.text(kpi.label)}</span>
      {kpi !== null && kpi.variants.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t('compose.variant', { figure: name })}
          value={variant ?? ''}
          onChange={(event) => write({ variant: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('compose.usual') },
            ...kpi.variants.map(({ id: value, label }) => ({ value, label: words.format.text(label) })),
          ]}
        />
      )}
      {kpi !== null && kpi.statistics.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={t('compose.statistic', { figure: name })}
          value={statistic ?? kpi.statistics[0] ?? ''}
          onChange={(event) => write({ statistic: event.currentTarget.value })}
          data={[...new Set(statistics)].map((value) => ({ value, label: statisticName(value) }))}
        />
      )}
      {onUp !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('compose.up', { figure: name })}
          onClick={onUp}
        >
          <IconArrowUp size={14} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('compose.remove', { figure: name })}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  );

  function statisticName(value: string): string {
    const known = [...statisticChoices, 'n' as const].find((each) => each === value);
    if (known !== undefined) return t(`vocabulary.statistic.${known}`);
    return `≤ ${words.format.duration(Number(value.replace('within-', '')))}`;
  }
}
