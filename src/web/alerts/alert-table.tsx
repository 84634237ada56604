import { useTranslation } from 'react-i18next';
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
  return (
    <ScrollRegion label={t('alert.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('alert.name')}</th>
            <th scope="col">{t('alert.figure')}</th>
            <th scope="col">{t('alert.bounds')}</th>
            <th scope="col">{t('alert.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((alert) => (
            <Row key={alert.id} alert={alert} timeZone={list.timeZone} {...props} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type RowProps = Omit<Props, 'list'> & { readonly alert: AlertView; readonly timeZone: string };

function Row({ alert, timeZone, onChanged, onEdit, onRemove, onLog }: RowProps) {
  const { t } = useTranslation();
  const words = useWords();
  const say = useAlertWords();
  const changing = useChangeAlert(alert, onChanged);
  const { title, rule, unit } = alert;
  const each = rule.by === null ? null : t('alert.each', { dimension: words.dimension(rule.by).toLowerCase() });
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {words.figure(rule.kpi)}
        <span className={tableClasses.sub}>
          {[say.window(rule.windowHours), each].filter((part) => part !== null).join(' · ')}
        </span>
      </td>
      <td>{unit === null ? '–' : say.condition(rule, unit)}</td>
      <td>
        <State alert={alert} timeZone={timeZone} />
        {changing.error !== null && <ProblemNote error={changing.error} />}
      </td>
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

/** How an alert stands, worst first, and when it was looked at. */
function State({ alert, timeZone }: { readonly alert: AlertView; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open, paused, snoozedUntil, checkedAt, error } = alert;
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
        <span className={classes.within}>{t('alert.within')}</span>
      )}
      {paused && <span className={classes.quiet}> {t('alert.paused')}</span>}
      {snoozed && (
        <span className={tableClasses.sub}>{t('alert.snoozed', { when: format.instant(snoozedUntil, timeZone) })}</span>
      )}
      <span className={tableClasses.sub}>{when === null ? t('alert.never') : t('alert.checked', { when })}</span>
    </>
  );
}
