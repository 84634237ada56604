import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useNames } from '../../state/use-names.ts';
import { Panel } from '../panel.tsx';
import { TicketName } from '../ticket-name.tsx';
import type { Wall } from '../use-wall.ts';
import classes from '../wall.module.css';
import { heldBy } from './held-by.ts';

type Props = Pick<Wall, 'breaches' | 'labels' | 'timeZone' | 'today'>;

/** Promises broken today, the newest first. */
export function BreachesPanel({ breaches, labels, timeZone, today }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  return (
    <Panel
      title={t('wall.breaches')}
      area="breaches"
      aside={<span className="figures">{t('wall.breachCount', { count: today.breaches })}</span>}
    >
      {breaches.length === 0 ? (
        <p className={classes.nothing}>{t('wall.noBreach')}</p>
      ) : (
        <ol className={classes.rows}>
          {breaches.map(({ ticket, policy, target, cycle, metric, agent, team, at }) => (
            <li key={JSON.stringify([ticket, policy, target, cycle])} className={classes.row}>
              <time dateTime={at} className="figures">
                {format.time(at, timeZone)}
              </time>
              <span className={classes.what}>
                <TicketName ticket={ticket} />
                <small>{heldBy({ agent, team }, (kind, id) => names(kind, id, labels))}</small>
              </span>
              <span>{t(`vocabulary.metric.${metric}`)}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
