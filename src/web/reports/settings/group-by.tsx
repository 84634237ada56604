import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ReportState, topChoices } from '#presentation/question/report-state.ts';
import { dimensionsQuery } from '../../api/queries.ts';
import { useFormat } from '../../format/use-format.ts';
import { useUrl } from '../../state/url.ts';

interface Props {
  readonly state: ReportState;
  /** Only these can be grouped by; null for all. */
  readonly offered: readonly string[] | null;
}

/** One or two dimensions to group by, and how many groups. */
export function GroupBy({ state, offered }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { patch } = useUrl();
  const dimensions = useQuery(dimensionsQuery).data ?? [];
  const [first = '', second = ''] = state.by;
  const choices = (other: string) => [
    { value: '', label: t('report.nothing') },
    ...dimensions
      .filter(({ id }) => id !== other && (offered === null || offered.includes(id)))
      .map(({ id, label }) => ({ value: id, label: format.text(label) })),
  ];
  const set = (one: string, other: string) => {
    const by = [one, other].filter((id) => id !== '').join(',');
    patch({ by: by === '' ? '-' : by, sort: null });
  };
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('report.groupBy')}
        value={first}
        onChange={(event) => set(event.currentTarget.value, second)}
        data={choices(second)}
      />
      {first !== '' && (
        <>
          <NativeSelect
            size="xs"
            label={t('report.thenBy')}
            value={second}
            onChange={(event) => set(first, event.currentTarget.value)}
            data={choices(first)}
          />
          <TopSelect top={state.top} />
        </>
      )}
    </>
  );
}

function TopSelect({ top }: { readonly top: number | null }) {
  const { t } = useTranslation();
  const { patch } = useUrl();
  const choices = [...new Set([...topChoices, ...(top === null ? [] : [top])])].sort((one, other) => one - other);
  return (
    <NativeSelect
      size="xs"
      label={t('report.groups')}
      value={top ?? 'all'}
      onChange={(event) => patch({ top: event.currentTarget.value, sort: null })}
      data={[
        { value: 'all', label: t('report.allGroups') },
        ...choices.map((n) => ({ value: String(n), label: t('report.largest', { n }) })),
      ]}
    />
  );
}
