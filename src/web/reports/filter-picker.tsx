import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { withSelection } from '#presentation/question/filters.ts';
import { useUrl } from '../state/url.ts';
import { useNames } from '../state/use-names.ts';
import classes from './filter.module.css';
import { ValueList } from './value-list.tsx';

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
          <ValueList dimension={dimension} name={name} chosen={chosen} onChange={set} onEnter={close} />
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
