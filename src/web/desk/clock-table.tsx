import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useZone } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useNames } from '../state/use-names.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './desk.module.css';
import { type ClockPage, type DeskClock, keyOf } from './queries.ts';
import { urgencyOf, usedShare } from './urgency.ts';

interface Props {
  readonly page: ClockPage;
  /** Null: the reader only looks. */
  readonly selection: {
    readonly keys: ReadonlySet<string>;
    readonly onChange: (keys: ReadonlySet<string>) => void;
  } | null;
}

/** Open clocks, each with what is used of it in figures, words and colour. */
export function ClockTable({ page, selection }: Props) {
  const { t } = useTranslation();
  const all = page.items.map(keyOf);
  const every = all.every((key) => selection?.keys.has(key) === true);
  return (
    <ScrollRegion label={t('desk.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            {selection !== null && (
              <th scope="col">
                <input
                  type="checkbox"
                  className={classes.check}
                  aria-label={t('desk.selectAll')}
                  checked={every}
                  onChange={() => selection.onChange(new Set(every ? [] : all))}
                />
              </th>
            )}
            <th scope="col">{t('ticket.key')}</th>
            <th scope="col">{t('desk.clock')}</th>
            <th scope="col">{t('desk.used')}</th>
            <th scope="col" className={tableClasses.number}>
              {t('desk.left')}
            </th>
            <th scope="col">{t('desk.holder')}</th>
            <th scope="col">{t('desk.team')}</th>
            <th scope="col">{t('desk.care')}</th>
          </tr>
        </thead>
        <tbody>
          {page.items.map((clock) => (
            <Row key={keyOf(clock)} clock={clock} labels={page.labels} selection={selection} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface RowProps extends Pick<Props, 'selection'> {
  readonly clock: DeskClock;
  readonly labels: ClockPage['labels'];
}

function Row({ clock, labels, selection }: RowProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { ticket, cycle, acknowledged } = clock;
  const metric = t(`vocabulary.metric.${clock.metric}`);
  const name = cycle > 1 ? t('desk.cycle', { metric, cycle }) : metric;
  return (
    <tr>
      {selection !== null && (
        <td>
          <input
            type="checkbox"
            className={classes.check}
            aria-label={t('desk.select', { ticket, clock: name })}
            checked={selection.keys.has(keyOf(clock))}
            onChange={() => selection.onChange(new Set([keyOf(clock)]).symmetricDifference(selection.keys))}
          />
        </td>
      )}
      <th scope="row" className={tableClasses.key}>
        <Link to="/tickets/$key" params={{ key: ticket }}>
          {ticket}
        </Link>
      </th>
      <td>
        {name}
        <span className={tableClasses.sub}>{clock.policy}</span>
      </td>
      <td>
        <Used clock={clock} />
      </td>
      <td className={tableClasses.number}>
        <Left clock={clock} />
      </td>
      <td>{names('agent', clock.agent, labels)}</td>
      <td>{names('team', clock.team, labels)}</td>
      <td>{acknowledged === null ? '–' : (acknowledged.by ?? 'Vigie')}</td>
    </tr>
  );
}

function Used({ clock }: { readonly clock: DeskClock }) {
  const { t } = useTranslation();
  const format = useFormat();
  const urgency = urgencyOf(clock);
  const share = usedShare(clock);
  const target = format.duration(clock.targetSeconds, 'calendar');
  return (
    <span className={classes.used}>
      <span className={`${classes.word} ${classes[`word${urgency}`]}`}>{t(`desk.urgency.${urgency}`)}</span>
      {clock.excused && <span className={classes.word}>{t('breach.excused')}</span>}
      <span className={`${tableClasses.sub} figures`}>
        {share > 1 ? t('desk.target', { target }) : t('desk.ofTarget', { share: format.share(share, 0), target })}
      </span>
      <span className={classes.track} aria-hidden>
        <span className={`${classes.fill} ${classes[urgency]}`} style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </span>
    </span>
  );
}

/** In the clock's own calendar; below it, when that is over by the clock on the wall. */
function Left({ clock }: { readonly clock: DeskClock }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const { remainingSeconds, dueAt } = clock;
  const time = format.duration(Math.abs(remainingSeconds), 'calendar');
  return (
    <>
      {t(remainingSeconds < 0 ? 'desk.over' : 'desk.timeLeft', { time })}
      {dueAt !== null && (
        <span className={tableClasses.sub}>{t('desk.due', { when: format.instant(dueAt, zone) })}</span>
      )}
    </>
  );
}
