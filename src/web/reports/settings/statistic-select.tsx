import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statisticChoices } from '#presentation/question/report-state.ts';
import { parseThreshold, writeThreshold } from '#presentation/question/threshold.ts';
import { useUrl } from '../../state/url.ts';

const own = 'own';

/** How durations are summed up: a statistic, or the share within any threshold. */
export function StatisticSelect({ statistic }: { readonly statistic: string | null }) {
  const { t } = useTranslation();
  const { patch } = useUrl();
  const isListed = statistic === null || statisticChoices.some((choice) => choice === statistic);
  const [isOwn, setOwn] = useState(!isListed);
  const [text, setText] = useState(isListed ? '' : writeThreshold(statistic));
  const seconds = parseThreshold(text);
  const apply = () => {
    if (seconds !== null) patch({ stat: `within-${seconds}` });
  };
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('report.statistic')}
        value={isOwn ? own : (statistic ?? '')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setOwn(value === own);
          if (value !== own) patch({ stat: value || null });
        }}
        data={[
          { value: '', label: t('report.asSet') },
          ...statisticChoices.map((value) => ({ value, label: t(`vocabulary.statistic.${value}`) })),
          { value: own, label: t('report.ownThreshold') },
        ]}
      />
      {isOwn && (
        <TextInput
          size="xs"
          label={t('report.threshold')}
          placeholder={t('report.thresholdHint')}
          value={text}
          error={text !== '' && seconds === null ? t('report.thresholdWrong') : null}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={apply}
          onKeyDown={(event) => {
            if (event.key === 'Enter') apply();
          }}
        />
      )}
    </>
  );
}
