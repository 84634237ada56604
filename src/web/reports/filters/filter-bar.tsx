import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clearConditions, type FieldCondition, readConditions } from '#presentation/question/conditions.ts';
import { dimensionsQuery } from '../../api/queries.ts';
import { useFormat } from '../../format/use-format.ts';
import { useUrl } from '../../state/url.ts';
import classes from './filter.module.css';
import { FilterPicker, type KeptFilters } from './filter-picker.tsx';

interface Props {
  /** Dimensions offered before any is chosen. */
  readonly primary: readonly string[];
  /** One under the other, in the panel of a report. */
  readonly stacked?: boolean;
  /** Only these can be filtered by; null for all. */
  readonly offered?: readonly string[] | null;
  /** Where the filters are kept; in the URL unless said. */
  readonly kept?: KeptFilters;
}

const nothingAsked = (field: string): FieldCondition => ({ field, kind: 'is', values: [] });

/** Filters on any dimension and custom field. */
export function FilterBar({ primary, stacked = false, offered = null, kept }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const url = useUrl();
  const { search, replaceAll } = kept ?? url;
  const [added, setAdded] = useState<string | null>(null);
  const dimensions = useQuery(dimensionsQuery).data ?? [];
  const conditions = readConditions(search);
  const isOffered = (id: string) => offered === null || offered.includes(id);
  const known = dimensions.filter(({ id }) => isOffered(id)).map(({ id }) => id);
  const fields = [
    ...new Set([...primary, ...conditions.map(({ field }) => field), ...(added === null ? [] : [added])]),
  ];
  // A filter is known by its field and not by how it asks, which may change while it is open.
  const shown = fields.flatMap((field) => {
    const own = conditions.filter((condition) => condition.field === field);
    const offers = own.length > 0 || !known.includes(field) ? own : [nothingAsked(field)];
    return offers.map((condition, turn) => ({ key: `${field} ${turn}`, field, condition }));
  });
  const others = dimensions.filter(({ id }) => known.includes(id) && !shown.some(({ field }) => field === id));
  return (
    <div className={stacked ? classes.stack : classes.row}>
      {shown.map(({ key, field, condition }) => (
        <FilterPicker
          key={key}
          condition={condition}
          dimension={dimensions.find(({ id }) => id === field) ?? null}
          kept={{ search, replaceAll }}
          stacked={stacked}
          startsOpen={field === added}
          onClosed={() => setAdded(null)}
        />
      ))}
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
      {conditions.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => {
            setAdded(null);
            replaceAll(clearConditions(search));
          }}
        >
          {t('report.clearFilters')}
        </Button>
      )}
    </div>
  );
}
