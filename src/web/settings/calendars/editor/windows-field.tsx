import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Window } from '#domain/time/calendar.ts';
import { readTimeText } from '#domain/time/editing/time-text.ts';
import type { TimeProblem } from './find-problems.ts';
import classes from './windows-field.module.css';

interface Props {
  /** The day, as it is told to who does not see it stand beside the field. */
  readonly day: string;
  readonly windows: readonly Window[];
  /** Of `times`, by which problems are found. */
  readonly path: string;
  readonly times: ReadonlyMap<string, TimeProblem>;
  readonly onChange: (windows: readonly Window[]) => void;
}

/** The hours of one day, typed. */
export function WindowsField({ day, windows, path, times, onChange }: Props) {
  const { t } = useTranslation();
  const put = (index: number, window: Window) => onChange(windows.toSpliced(index, 1, window));
  return (
    <div className={classes.windows}>
      {windows.length === 0 && <span className={classes.closed}>{t('calendar.closedDay')}</span>}
      {windows.map((window, index) => (
        <WindowRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a window has no name but its place
          key={index}
          names={[t('calendar.windowFrom', { day, n: index + 1 }), t('calendar.windowTo', { day, n: index + 1 })]}
          window={window}
          problems={[times.get(`${path}.${index}.from`) ?? null, times.get(`${path}.${index}.to`) ?? null]}
          onChange={(next) => put(index, next)}
          onRemove={() => onChange(windows.toSpliced(index, 1))}
        />
      ))}
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => onChange([...windows, nextWindow(windows)])}
      >
        {t('calendar.addWindow')}
        <span className="visually-hidden">, {day}</span>
      </Button>
    </div>
  );
}

/** The afternoon after a morning, else the hours of an office. */
function nextWindow(windows: readonly Window[]): Window {
  const end = windows.at(-1)?.[1] ?? '';
  return end !== '' && end <= '14:00' ? ['14:00', '18:00'] : ['09:00', '18:00'];
}

interface RowProps {
  readonly names: readonly [string, string];
  readonly window: Window;
  readonly problems: readonly [TimeProblem | null, TimeProblem | null];
  readonly onChange: (window: Window) => void;
  readonly onRemove: () => void;
}

function WindowRow({ names, window: [from, to], problems, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const [start, end] = [readTimeText(from), readTimeText(to)];
  const over = start !== null && end !== null && end < start && problems[1] === null;
  const told = problems[0] ?? problems[1];
  const usual = { size: 'xs', autoComplete: 'off', inputMode: 'text', maxLength: 8 } as const;
  return (
    <div>
      <div className={classes.window}>
        <TextInput
          {...usual}
          aria-label={names[0]}
          value={from}
          error={problems[0] !== null}
          onChange={(event) => onChange([event.currentTarget.value, to])}
          onBlur={() => start !== null && start !== from && onChange([start, to])}
        />
        <span aria-hidden>–</span>
        <TextInput
          {...usual}
          aria-label={names[1]}
          value={to}
          error={problems[1] !== null}
          onChange={(event) => onChange([from, event.currentTarget.value])}
          onBlur={() => end !== null && end !== to && onChange([from, end])}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`${names[0].replace(/,[^,]*$/, '')}, ${t('calendar.removeWindow', { from, to })}`}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
        {over && <span className={classes.closed}>{t('calendar.nextDay')}</span>}
      </div>
      {told !== null && (
        <p className={classes.problem} role="alert">
          {t(`calendar.${told}`)}
        </p>
      )}
      {told === null && end?.startsWith('23:59') === true && (
        <p className={classes.warning}>
          {t('calendar.lastMinute')}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => onChange([from, '24:00'])}>
            {t('calendar.useMidnight')}
          </Button>
        </p>
      )}
    </div>
  );
}
