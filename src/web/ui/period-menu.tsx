import { Button, Popover, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addDays,
  defaultPreset,
  isPreset,
  parsePeriod,
  periodPresets,
  resolvePreset,
} from '#presentation/question/period.ts';
import { usePeriodContext, useWorkspace } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import classes from './menu.module.css';

const RangeCalendar = lazy(async () => ({ default: (await import('./range-calendar.tsx')).RangeCalendar }));

/** Presets, all the data, or any two dates; the choice stands in the URL. `unset` says what holds without one. */
export function PeriodMenu({ full = false, unset }: { readonly full?: boolean; readonly unset?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch } = useUrl();
  const { timeZone } = useWorkspace();
  const context = usePeriodContext();
  const [opened, { close, toggle }] = useDisclosure(false);
  const [custom, setCustom] = useState(false);
  const period = parsePeriod(search.period, context);
  const text = search.period ?? defaultPreset(context);
  const preset = isPreset(text) ? text : null;
  const ofNone = unset !== undefined && search.period === undefined ? unset : null;
  const dates = format.range(period.from, addDays(period.to, -1));
  // The last days of data are other days than the last ones only where the data has ended.
  const ended = context.last !== null && context.last < addDays(context.today, -1);
  const isOffered = (each: string) => each !== 'latest-30-days' || ended || preset === each;
  const choose = (value: string) => {
    patch({ period: value, drill: null }, true);
    close();
  };
  return (
    <Popover
      opened={opened}
      onChange={toggle}
      onClose={() => setCustom(false)}
      position="bottom-start"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          fullWidth={full}
          styles={full ? { label: { flex: 1 } } : {}}
          justify={full ? 'space-between' : 'center'}
          leftSection={<IconCalendar size={15} stroke={1.7} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={toggle}
        >
          <span className="visually-hidden">{t('common.pair', { name: t('period.label'), value: '' })}</span>
          <span className={classes.chosen}>
            {ofNone !== null && <strong>{ofNone}</strong>}
            {ofNone === null && preset !== null && <strong>{t(`period.${preset}`)}</strong>}
            {ofNone === null && (preset === null || !full) && (
              <span className={preset === null ? undefined : classes.secondary}>{dates}</span>
            )}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        {custom ? (
          <Suspense fallback={<Skeleton width={250} height={280} />}>
            <RangeCalendar period={period} onChoose={choose} />
          </Suspense>
        ) : (
          <>
            <ul className={classes.list}>
              {periodPresets.filter(isOffered).map((each) => {
                const range = resolvePreset(each, context);
                return (
                  <li key={each}>
                    <button
                      type="button"
                      className={classes.item}
                      aria-pressed={each === preset}
                      onClick={() => choose(each)}
                    >
                      <span>{t(`period.${each}`)}</span>
                      <span className={`${classes.hint} figures`}>
                        {format.range(range.from, addDays(range.to, -1))}
                      </span>
                      {each === preset ? <IconCheck size={14} aria-hidden /> : <span className={classes.tick} />}
                    </button>
                  </li>
                );
              })}
              <li>
                <button type="button" className={classes.item} onClick={() => setCustom(true)}>
                  {t('period.custom')}…
                </button>
              </li>
            </ul>
            <p className={classes.note}>{t('period.zone', { zone: timeZone })}</p>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
