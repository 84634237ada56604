import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Slot, slotMs } from '#domain/time/editing/paint-week.ts';
import { formatTimeText } from '#domain/time/editing/time-text.ts';
import classes from './week-grid.module.css';

interface Props {
  /** Counts from Monday. */
  readonly day: number;
  readonly name: string;
  /** The states of its quarter hours, separated by spaces: a text, so that a row is drawn anew only when it changes. */
  readonly slots: string;
  /** The slot that the keyboard is at; null: on another day. */
  readonly focus: number | null;
}

export const WeekRow = memo(function WeekRow({ day, name, slots, focus }: Props) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of the grid
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    <div role="row" className={classes.row} aria-rowindex={day + 1}>
      {/* biome-ignore lint/a11y/useSemanticElements: head of a row of the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus */}
      <div role="rowheader" className={classes.day} aria-colindex={1}>
        {name}
      </div>
      {(slots.split(' ') as Slot[]).map((state, slot) => (
        // biome-ignore lint/a11y/useSemanticElements: a cell of the grid
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: quarter hours have no other name
          key={slot}
          role="gridcell"
          tabIndex={focus === slot ? 0 : -1}
          aria-colindex={slot + 2}
          aria-selected={state !== 'closed'}
          aria-label={t('calendar.cell', {
            day: name,
            from: formatTimeText(slot * slotMs),
            to: formatTimeText((slot + 1) * slotMs),
            state: t(`calendar.states.${state}`),
          })}
          className={classes.cell}
          data-day={day}
          data-slot={slot}
          data-slot-state={state}
        />
      ))}
    </div>
  );
});
