import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Panel } from '../panel.tsx';
import type { Wall } from '../use-wall.ts';
import classes from '../wall.module.css';
import { Figure } from './figure.tsx';

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);

/** What came in and was solved today, hour by hour. */
export function ActivityPanel({ today }: Pick<Wall, 'today'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const of = new Map(today.hours.map((each) => [each.hour, each]));
  const most = Math.max(1, ...today.hours.flatMap(({ created, solved }) => [created, solved]));
  const height = (n: number) => `${(n / most) * 100}%`;
  return (
    <Panel title={t('wall.activity')} area="activity">
      <div className={classes.figures}>
        <Figure value={format.count(today.created)} label={t('wall.created')} />
        <Figure value={format.count(today.solved)} label={t('wall.solved')} />
      </div>
      <div className={classes.hours} aria-hidden>
        {hoursOfDay.map((hour) => (
          <span key={hour} className={classes.hour}>
            <span className={classes.created} style={{ height: height(of.get(hour)?.created ?? 0) }} />
            <span className={classes.solved} style={{ height: height(of.get(hour)?.solved ?? 0) }} />
          </span>
        ))}
      </div>
      <div className={classes.hourNames} aria-hidden>
        {[0, 6, 12, 18].map((hour) => (
          <span key={hour}>{t('wall.hour', { hour })}</span>
        ))}
      </div>
      <ul className={classes.legend} aria-hidden>
        <li>
          <span className={`${classes.dot} ${classes.created}`} /> {t('wall.created')}
        </li>
        <li>
          <span className={`${classes.dot} ${classes.solved}`} /> {t('wall.solved')}
        </li>
      </ul>
    </Panel>
  );
}
