import { Button, NativeSelect, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DimensionInfo } from '#contract/schemas/registry.ts';
import { type ConditionKind, type FieldCondition, withCondition } from '#presentation/question/conditions.ts';
import type { Search } from '#presentation/question/filters.ts';
import { useFormat } from '../../format/use-format.ts';
import { startExploring, stopExploring } from '../../state/exploring.ts';
import { useNames } from '../../state/use-names.ts';
import classes from './filter.module.css';
import { FilterValue } from './filter-value.tsx';

/** Filters as the URL writes them, and what is done with others. */
export interface KeptFilters {
  readonly search: Search;
  readonly replaceAll: (next: Search) => void;
}

interface Props {
  readonly condition: FieldCondition;
  /** Null where nothing is known of it. */
  readonly dimension: DimensionInfo | null;
  readonly kept: KeptFilters;
  readonly stacked: boolean;
  readonly startsOpen: boolean;
  readonly onClosed: () => void;
}

const kinds: readonly ConditionKind[] = ['is', 'not', 'has', 'set'];
const kindsOfNumbers: readonly ConditionKind[] = ['is', 'not', 'gt', 'lt', 'set'];

/** One filter: how it asks, and of which values. */
export function FilterPicker({ condition, dimension, kept, stacked, startsOpen, onClosed }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, replaceAll } = kept;
  const [opened, { close, toggle }] = useDisclosure(startsOpen);
  const [kind, setKind] = useState(condition.kind);
  const { field, values } = condition;
  const client = useQueryClient();
  useEffect(() => {
    if (!opened) return;
    startExploring(field, client);
    return () => stopExploring(field);
  }, [opened, field, client]);
  const name = dimension === null ? field : format.text(dimension.label);
  const write = (next: FieldCondition) => replaceAll({ ...withCondition(search, next, condition) });
  const isActive = values.length > 0;
  const change = (next: ConditionKind) => {
    setKind(next);
    // Values to tick are the same for both; what is written is another answer.
    const keeps = [kind, next].every((each) => each === 'is' || each === 'not');
    if (isActive && keeps) write({ field, kind: next, values });
    if (next === 'set') write({ field, kind: next, values: ['yes'] });
  };
  return (
    <div className={classes.picker}>
      <Popover
        opened={opened}
        onChange={toggle}
        onClose={onClosed}
        position="bottom-start"
        width={300}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            className={classes.button}
            data-active={isActive || undefined}
            fullWidth={stacked}
            justify={stacked ? 'space-between' : 'center'}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            onClick={toggle}
          >
            <span className="visually-hidden">{t('common.pair', { name: t('report.filter'), value: '' })}</span>
            <span className={classes.name}>{name}</span>
            {(stacked || isActive) && <Summary condition={condition} />}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={8}>
          <NativeSelect
            size="xs"
            mb={8}
            aria-label={t('report.howFiltered', { dimension: name })}
            value={kind}
            onChange={(event) => change(event.currentTarget.value as ConditionKind)}
            data={(dimension?.number === true ? kindsOfNumbers : kinds).map((value) => ({
              value,
              label: t(`report.kinds.${value}`),
            }))}
          />
          <FilterValue
            condition={kind === condition.kind ? condition : { field, kind, values: [] }}
            name={name}
            onChange={(next) => write({ field, kind, values: next })}
            onEnter={close}
          />
        </Popover.Dropdown>
      </Popover>
      {isActive && (
        <button
          type="button"
          className={classes.remove}
          aria-label={t('report.removeFilter', { dimension: name })}
          onClick={() => write({ ...condition, values: [] })}
        >
          <IconX size={13} aria-hidden />
        </button>
      )}
    </div>
  );
}

function Summary({ condition: { field, kind, values } }: { readonly condition: FieldCondition }) {
  const { t } = useTranslation();
  const names = useNames();
  if (values.length === 0) return <span className={classes.summary}>{t('report.anyValue')}</span>;
  const told =
    kind === 'set'
      ? t(values[0] === 'no' ? 'report.kinds.unset' : 'report.kinds.set')
      : values.map((value) => (kind === 'has' ? `“${value}”` : names(field, value))).join(', ');
  const signs: Partial<Record<ConditionKind, string>> = { not: '≠ ', gt: '> ', lt: '< ', has: '∋ ' };
  return (
    <span className={classes.summary}>
      <span aria-hidden>{signs[kind] ?? ''}</span>
      {kind !== 'is' && kind !== 'set' && <span className="visually-hidden">{t(`report.kinds.${kind}`)} </span>}
      {told}
    </span>
  );
}
