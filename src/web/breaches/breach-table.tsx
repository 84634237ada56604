import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reasonKinds } from '#domain/sla/review/breach-review.ts';
import { useZone } from '../api/workspace.ts';
import deskClasses from '../desk/desk.module.css';
import { useFormat } from '../format/use-format.ts';
import { useNames } from '../state/use-names.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './breaches.module.css';
import { type Breach, type BreachPage, keyOf } from './queries.ts';

interface Props {
  readonly page: BreachPage;
  /** Null: the reader only looks. */
  readonly selection: {
    readonly keys: ReadonlySet<string>;
    readonly onChange: (keys: ReadonlySet<string>) => void;
  } | null;
}

/** Breaches with who held the ticket, and what was said of them. */
export function BreachTable({ page, selection }: Props) {
  const { t } = useTranslation();
  const all = page.items.map(keyOf);
  const every = all.every((key) => selection?.keys.has(key) === true);
  return (
    <ScrollRegion label={t('breach.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            {selection !== null && (
              <th scope="col">
                <input
                  type="checkbox"
                  className={deskClasses.check}
                  aria-label={t('breach.selectAll')}
                  checked={every}
                  onChange={() => selection.onChange(new Set(every ? [] : all))}
                />
              </th>
            )}
            <th scope="col">{t('ticket.key')}</th>
            <th scope="col">{t('breach.what')}</th>
            <th scope="col">{t('breach.when')}</th>
            <th scope="col">{t('breach.answers')}</th>
            <th scope="col">{t('breach.held')}</th>
            <th scope="col">{t('breach.said')}</th>
          </tr>
        </thead>
        <tbody>
          {page.items.map((breach) => (
            <Row key={keyOf(breach)} breach={breach} labels={page.labels} selection={selection} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface RowProps extends Pick<Props, 'selection'> {
  readonly breach: Breach;
  readonly labels: BreachPage['labels'];
}

function Row({ breach, labels, selection }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const names = useNames();
  const { ticket, cycle, policy, at, running, overrunSeconds, agent, team, responsible } = breach;
  const metric = t(`vocabulary.metric.${breach.metric}`);
  const clock = cycle > 1 ? t('desk.cycle', { metric, cycle }) : metric;
  const over = running
    ? t('breach.running')
    : t('desk.over', { time: format.duration(overrunSeconds ?? 0, 'calendar') });
  return (
    <tr>
      {selection !== null && (
        <td>
          <input
            type="checkbox"
            className={deskClasses.check}
            aria-label={t('desk.select', { ticket, clock })}
            checked={selection.keys.has(keyOf(breach))}
            onChange={() => selection.onChange(new Set([keyOf(breach)]).symmetricDifference(selection.keys))}
          />
        </td>
      )}
      <th scope="row" className={tableClasses.key}>
        <Link to="/tickets/$key" params={{ key: ticket }}>
          {ticket}
        </Link>
      </th>
      <td>
        {clock}
        <span className={tableClasses.sub}>{policy}</span>
      </td>
      <td className="figures">
        {format.instant(at, zone)}
        <span className={tableClasses.sub}>{over}</span>
      </td>
      <td>
        {agent === null ? names('team', team, labels) : names('agent', agent, labels)}
        {agent !== null && team !== null && <span className={tableClasses.sub}>{names('team', team, labels)}</span>}
        {responsible !== null && (
          <span className={tableClasses.sub} title={responsible.reason}>
            {t('breach.reassignedBy', { name: responsible.name ?? 'Vigie' })}
          </span>
        )}
      </td>
      <td>
        <Held breach={breach} />
      </td>
      <td>
        <Said breach={breach} />
      </td>
    </tr>
  );
}

/** How long the clock ran in whose hands, the longest first. */
function Held({ breach: { heldSeconds } }: { readonly breach: Breach }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = (['agent', 'queue', 'bot', 'customer', 'third-party'] as const)
    .map((kind) => ({ kind, seconds: heldSeconds[kind] }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
  if (parts.length === 0) return <>–</>;
  return (
    <ul className={`${classes.held} figures`}>
      {parts.map(({ kind, seconds }) => (
        <li key={kind}>
          {t(`vocabulary.holder.${kind}`)} {format.duration(seconds, 'calendar')}
        </li>
      ))}
    </ul>
  );
}

function Said({ breach: { explanation, excuse } }: { readonly breach: Breach }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (explanation === null && excuse === null) return <>–</>;
  return (
    <div className={classes.said}>
      {excuse !== null && (
        <p>
          <span className={classes.excused}>{t('breach.excused')}</span> {excuse.reason}
          <span className={tableClasses.sub}>{t('breach.by', { name: excuse.name ?? 'Vigie' })}</span>
        </p>
      )}
      {explanation !== null && (
        <p>
          {format.text(reasonKinds[explanation.kind])}
          {explanation.text !== '' && <span className={tableClasses.sub}>{explanation.text}</span>}
          {explanation.asksExcuse && excuse === null && <span className={classes.asks}>{t('breach.asks')}</span>}
        </p>
      )}
    </div>
  );
}
