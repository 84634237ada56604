import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valuesQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { withSelection } from '../state/filters.ts';
import { useUrl } from '../state/url.ts';
import { useNames } from '../state/vocabulary.ts';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './filter.module.css';

interface Props {
  readonly dimension: string;
  readonly name: string;
  readonly chosen: readonly (string | null)[];
  readonly stacked: boolean;
  readonly opened: boolean;
}

/** The values of one dimension, the most frequent first, to tick. */
export function FilterPicker({ dimension, name, chosen, stacked, opened: startsOpen }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const { search, replaceAll } = useUrl();
  const [opened, { close, toggle }] = useDisclosure(startsOpen);
  const set = (values: readonly (string | null)[]) => replaceAll({ ...withSelection(search, dimension, values) });
  const summary =
    chosen.length === 0 ? t('report.anyValue') : chosen.map((value) => names(dimension, value)).join(', ');
  return (
    <div className={classes.picker}>
      <Popover opened={opened} onChange={toggle} position="bottom-start" width={300} trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            className={classes.button}
            data-active={chosen.length > 0 || undefined}
            fullWidth={stacked}
            justify={stacked ? 'space-between' : 'center'}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            onClick={toggle}
          >
            <span className="visually-hidden">{t('common.pair', { name: t('report.filter'), value: '' })}</span>
            <span className={classes.name}>{name}</span>
            {(stacked || chosen.length > 0) && <span className={classes.summary}>{summary}</span>}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={8}>
          <Values dimension={dimension} name={name} chosen={chosen} onChange={set} onEnter={close} />
        </Popover.Dropdown>
      </Popover>
      {chosen.length > 0 && (
        <button
          type="button"
          className={classes.remove}
          aria-label={t('report.removeFilter', { dimension: name })}
          onClick={() => set([])}
        >
          <IconX size={13} aria-hidden />
        </button>
      )}
    </div>
  );
}

interface ValuesProps {
  readonly dimension: string;
  readonly name: string;
  readonly chosen: readonly (string | null)[];
  readonly onChange: (values: readonly (string | null)[]) => void;
  readonly onEnter: () => void;
}

function Values({ dimension, name, chosen, onChange, onEnter }: ValuesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 150);
  const values = useQuery(valuesQuery(dimension, settled));
  if (values.isError && values.data === undefined) return <ProblemView error={values.error} />;
  const items = values.data?.items ?? [];
  const toggle = (value: string | null) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <>
      <TextInput
        size="xs"
        data-autofocus
        placeholder={t('common.search')}
        aria-label={`${t('common.search')}: ${name}`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && onEnter()}
      />
      <fieldset className={classes.values}>
        <legend className="visually-hidden">{name}</legend>
        {items.map(({ value, label, n }) => (
          <Checkbox
            key={value ?? '~'}
            size="xs"
            classNames={{ body: classes.check, labelWrapper: classes.labelWrapper, label: classes.checkLabel }}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
            label={
              <>
                <span>{label ?? names(dimension, value)}</span>
                <span className={`${classes.count} figures`}>{format.count(n)}</span>
              </>
            }
          />
        ))}
        {values.isSuccess && items.length === 0 && <p className={classes.nothing}>{t('report.noValue')}</p>}
      </fieldset>
    </>
  );
}
