import { useTranslation } from 'react-i18next';
import type { Proof } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useNames } from '../state/use-names.ts';
import classes from './proof.module.css';

/** Everything that happened on the ticket, in the order in which it is folded. */
export function EventList({ proof }: { readonly proof: Proof }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  return (
    <section className={classes.card}>
      <h2 className={classes.metric}>{t('proof.events')}</h2>
      <ol className={classes.events}>
        {proof.events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at} className="figures">
              {format.exactInstant(event.at, proof.timeZone)}
            </time>
            <span className={classes.what}>
              {format.text(event.summary)}
              {event.bounded && <abbr title={t('proof.bounded')}> ≈</abbr>}
            </span>
            <span className={classes.who}>
              {event.actor === null
                ? ''
                : event.actor.id === null
                  ? names('holder', event.actor.kind)
                  : names(event.actor.kind === 'customer' ? 'customer' : 'agent', event.actor.id, proof.labels)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
