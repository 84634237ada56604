import { useTranslation } from 'react-i18next';
import { sayFilter } from '#presentation/document/say-filter.ts';
import { useMay } from '../api/session.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../reports/use-words.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import { AlertActions } from './alert-actions.tsx';
import classes from './alerts.module.css';
import type { AlertList, AlertView } from './queries.ts';
import { useAlertWords } from './use-alert-words.ts';
import { useChangeAlert } from './use-change-alert.ts';

interface Props {
  readonly list: AlertList;
  readonly onChanged: () => void;
  readonly onEdit: (alert: AlertView) => void;
  readonly onRemove: (alert: AlertView) => void;
  readonly onLog: (alert: AlertView) => void;
}

export function AlertTable({ list, ...props }: Props) {
  const { t } = useTranslation();
  const sets = useMay()('manage-alerts');
  return (
    <ScrollRegion label={t('alert.title')}>
      <table className={`${tableClasses.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('alert.name')}</th>
            <th scope="col">{t('alert.figure')}</th>
            <th scope="col">{t('alert.bounds')}</th>
            <th scope="col">{t('alert.state')}</th>
            {sets && <th scope="col">{t('alert.tells')}</th>}
            <th scope="col">
              <span className="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((alert) => (
            <Row key={alert.id} alert={alert} list={list} sets={sets} {...props} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface RowProps extends Props {
  readonly alert: AlertView;
  /** Whether the reader may know, and change, whom it tells. */
  readonly sets: boolean;
}

function Row({ alert, list, sets, onChanged, onEdit, onRemove, onLog }: RowProps) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const say = useAlertWords();
  const changing = useChangeAlert(alert, onChanged);
  const { title, rule, unit } = alert;
  const each = rule.by === null ? null : t('alert.each', { dimension: words.dimension(rule.by).toLowerCase() });
  const { filter, leastN } = rule;
  const limits = [
    ...(filter === null ? [] : [t('alert.onlyRows', { filter: sayFilter(filter, words, i18n) })]),
    ...(leastN > 1 ? [t('alert.fromRows', { n: words.format.count(leastN) })] : []),
  ];
  return (
    <tr>
      <th scope="row" className={classes.wrap}>
        {title}
      </th>
      <td>
        {words.figure(rule.kpi)}
        <span className={tableClasses.sub}>
          {[say.window(rule.windowHours), each].filter((part) => part !== null).join(' · ')}
        </span>
      </td>
      <td className={classes.wrap}>
        {unit === null ? '–' : say.condition(rule, unit)}
        {limits.length > 0 && <small className={classes.limits}>{limits.join(' · ')}</small>}
      </td>
      <td>
        <State alert={alert} timeZone={list.timeZone} />
        {changing.error !== null && <ProblemNote error={changing.error} />}
      </td>
      {sets && <td className={classes.wrap}>{namesOf(alert, list).join(', ')}</td>}
      <td>
        <AlertActions
          alert={alert}
          changing={changing}
          onEdit={() => onEdit(alert)}
          onRemove={() => onRemove(alert)}
          onLog={() => onLog(alert)}
        />
      </td>
    </tr>
  );
}

/** The members and channels that an alert tells; of one that is gone, its id. */
function namesOf({ members, channels }: AlertView, list: AlertList): string[] {
  const nameIn = (found: AlertList['people']) => (id: string) => found.find((each) => each.id === id)?.name ?? id;
  return [...members.map(nameIn(list.people)), ...channels.map(nameIn(list.channels))];
}

/** How an alert stands, worst first, and when it was looked at. */
function State({ alert, timeZone }: { readonly alert: AlertView; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open, paused, snoozedUntil, checkedAt, judged, error } = alert;
  const snoozed = snoozedUntil !== null && Date.parse(snoozedUntil) > Date.now();
  const when = checkedAt === null ? null : format.instant(checkedAt, timeZone);
  return (
    <>
      {error !== null && (
        <span className={classes.failed}>
          {error.detail} {error.todo}
        </span>
      )}
      {error === null && open > 0 && <span className={classes.open}>{t('alert.open', { count: open })}</span>}
      {error === null && open === 0 && !paused && checkedAt !== null && (
        <span className={judged === 0 ? classes.quiet : classes.within}>
          {t(judged === 0 ? 'alert.nothingSaid' : 'alert.within')}
        </span>
      )}
      {paused && <span className={classes.quiet}> {t('alert.paused')}</span>}
      {snoozed && (
        <span className={tableClasses.sub}>{t('alert.snoozed', { when: format.instant(snoozedUntil, timeZone) })}</span>
      )}
      <span className={tableClasses.sub}>{when === null ? t('alert.never') : t('alert.checked', { when })}</span>
    </>
  );
}
