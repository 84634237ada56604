import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useNames } from '../../state/use-names.ts';
import { Panel } from '../panel.tsx';
import { TicketName } from '../ticket-name.tsx';
import type { Wall } from '../use-wall.ts';
import classes from '../wall.module.css';
import { heldBy } from './held-by.ts';

const tones = {
  over: 'breached',
  quarter: 'risk',
  hour: 'risk',
  'four-hours': 'met',
  later: 'met',
  paused: 'paused',
} as const;

type Props = Pick<Wall, 'queue' | 'labels'>;

/** Open clocks by time left: how many of each band, and those with the least. */
export function QueuePanel({ queue, labels }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel
      title={t('wall.queue')}
      area="queue"
      aside={<span className="figures">{t('desk.count', { count: queue.total, n: format.count(queue.total) })}</span>}
    >
      <ul className={classes.bands}>
        {queue.bands.map(({ id, count }) => (
          <li key={id} data-tone={count > 0 ? tones[id] : 'none'}>
            <strong className="figures">{format.count(count)}</strong>
            <span>{t(`wall.bands.${id}`)}</span>
          </li>
        ))}
      </ul>
      {queue.items.length === 0 ? (
        <p className={classes.nothing}>{t('wall.queueEmpty')}</p>
      ) : (
        <ol className={classes.rows}>
          {queue.items.map((clock) => (
            <Row key={JSON.stringify([clock.ticket, clock.policy, clock.target, clock.cycle])} {...{ clock, labels }} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

interface RowProps extends Pick<Wall, 'labels'> {
  readonly clock: Wall['queue']['items'][number];
}

function Row({ clock, labels }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const { ticket, metric, remainingSeconds, agent, team } = clock;
  const over = remainingSeconds < 0;
  const time = format.duration(Math.abs(remainingSeconds), 'calendar');
  return (
    <li className={classes.row}>
      <TicketName ticket={ticket} />
      <span className={classes.what}>
        {t(`vocabulary.metric.${metric}`)}
        <small>{heldBy({ agent, team }, (kind, id) => names(kind, id, labels))}</small>
      </span>
      <strong className="figures" data-tone={over ? 'breached' : remainingSeconds < 3_600 ? 'risk' : 'plain'}>
        {t(over ? 'desk.over' : 'desk.timeLeft', { time })}
      </strong>
    </li>
  );
}
