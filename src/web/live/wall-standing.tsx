import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import type { Wall } from './use-wall.ts';
import classes from './wall.module.css';
import type { WallAge } from './wall-age.ts';

interface Props {
  readonly wall: Wall;
  readonly age: WallAge;
}

/** How old the figures are, and why they are grey. Announced when that changes, not each second. */
export function WallStanding({ wall, age }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, seconds, eventSeconds } = age;
  const alarm = {
    fresh: null,
    'cut-off': t('wall.cutOff', { at: format.instant(wall.now, wall.timeZone) }),
    behind: t('wall.behind', { count: wall.waitingEvents, n: format.count(wall.waitingEvents) }),
    quiet: t('wall.quiet'),
  }[state];
  return (
    <div className={`${classes.standing} figures`}>
      <span role="status" className={classes.alarm} data-on={alarm !== null || undefined}>
        {alarm}
      </span>
      <span>{t('wall.age', { age: format.duration(seconds, 'calendar') })}</span>
      {eventSeconds !== null && <span>{t('wall.lastEvent', { age: format.duration(eventSeconds, 'calendar') })}</span>}
    </div>
  );
}
