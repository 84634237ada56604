import { useTranslation } from 'react-i18next';
import type { Weekday } from '#domain/time/calendar.ts';
import { weekdays } from '#domain/time/calendar.ts';
import { paintWeek, slotMs, slotsOf, slotsPerDay } from '#domain/time/editing/paint-week.ts';
import { formatTimeText } from '#domain/time/editing/time-text.ts';
import { useFormat } from '../../../format/use-format.ts';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import type { Draft } from './draft.ts';
import { usePainting } from './use-painting.ts';
import classes from './week-grid.module.css';
import { WeekRow } from './week-row.tsx';

interface Props {
  readonly weekly: Draft['weekly'];
  readonly edits: boolean;
  readonly onChange: (weekly: Draft['weekly']) => void;
}

const everyThreeHours = Array.from({ length: 9 }, (_, index) => index * 3);

/** A week as a grid of quarter hours, painted with the mouse, a finger or the keyboard. */
export function WeekGrid({ weekly, edits, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const painting = usePainting({
    isOpen: (day, slot) => slotsOf(weekly, weekdays[day] as Weekday)[slot] !== 'closed',
    paint: ({ days, from, to, open }) => {
      const named = days.map((day) => weekdays[day] as Weekday);
      onChange(paintWeek(weekly, { days: named, from, to, open }) as Draft['weekly']);
    },
    edits,
  });
  const { stroke, place } = painting;
  const named = stroke === null ? [] : stroke.days.map((day) => weekdays[day] as Weekday);
  const shown = stroke === null ? weekly : paintWeek(weekly, { ...stroke, days: named });
  return (
    <>
      <ScrollRegion label={t('calendar.week')}>
        <div className={classes.frame}>
          <div className={classes.hours} aria-hidden>
            {everyThreeHours.map((hour) => (
              <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
                {formatTimeText(hour * 4 * slotMs)}
              </span>
            ))}
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: 672 cells of a table cannot be painted over */}
          <div
            role="grid"
            aria-label={t('calendar.grid')}
            aria-readonly={!edits}
            aria-rowcount={7}
            aria-colcount={slotsPerDay + 1}
            className={classes.grid}
            {...painting.handlers}
          >
            {weekdays.map((weekday, day) => (
              <WeekRow
                key={weekday}
                day={day}
                name={format.weekday(day + 1, 'long')}
                slots={slotsOf(shown, weekday).join(' ')}
                focus={place.day === day ? place.slot : null}
              />
            ))}
          </div>
        </div>
      </ScrollRegion>
      <ul className={classes.legend}>
        <li>
          <span data-slot-state="open" /> {t('calendar.legendOpen')}
        </li>
        <li>
          <span data-slot-state="tail" /> {t('calendar.legendTail')}
        </li>
        <li>
          <span data-slot-state="part" /> {t('calendar.legendPart')}
        </li>
      </ul>
    </>
  );
}
