import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clearSelection, readSelection } from '#presentation/question/filters.ts';
import { dimensionsQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import classes from './filter.module.css';
import { FilterPicker } from './filter-picker.tsx';

interface Props {
  /** Dimensions offered before any is chosen. */
  readonly primary: readonly string[];
  /** One under the other, in the panel of a report. */
  readonly stacked?: boolean;
}

/** Filters on any dimension, several values each, kept in the URL. */
export function FilterBar({ primary, stacked = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, replaceAll } = useUrl();
  const [added, setAdded] = useState<string | null>(null);
  const dimensions = useQuery(dimensionsQuery).data ?? [];
  const selection = readSelection(search);
  const known = dimensions.map(({ id }) => id);
  const shown = [
    ...new Set([
      ...primary.filter((id) => known.includes(id)),
      ...Object.keys(selection),
      ...(added === null ? [] : [added]),
    ]),
  ];
  const others = dimensions.filter(({ id }) => !shown.includes(id) && id !== 'hour' && id !== 'weekday');
  return (
    <div className={stacked ? classes.stack : classes.row}>
      {shown.map((id) => {
        const dimension = dimensions.find((each) => each.id === id);
        const name = dimension === undefined ? id : format.text(dimension.label);
        return (
          <FilterPicker
            key={id}
            dimension={id}
            name={name}
            chosen={selection[id] ?? []}
            stacked={stacked}
            opened={id === added}
          />
        );
      })}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={others.length === 0}
          >
            {t('report.addFilter')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} className={classes.scroll}>
          {others.map(({ id, label }) => (
            <Menu.Item key={id} onClick={() => setAdded(id)}>
              {format.text(label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {Object.keys(selection).length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => {
            setAdded(null);
            replaceAll(clearSelection(search));
          }}
        >
          {t('report.clearFilters')}
        </Button>
      )}
    </div>
  );
}
