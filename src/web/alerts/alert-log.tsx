import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import settingsClasses from '../settings/settings.module.css';
import { parseSearch } from '../state/url.ts';
import { ProblemView } from '../ui/problem-view.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import tableClasses from '../ui/table.module.css';
import { type Firing, type Firings, firingsQuery } from './queries.ts';
import { useAlertWords } from './use-alert-words.ts';

interface Props {
  readonly alert: string;
  /** Null: there is no such alert, or it is not shown to who looks. */
  readonly title: string | null;
  readonly onClose: () => void;
}

/** What of an alert left its bounds, with figure and n, when it was back, and the report that shows it. */
export function AlertLog({ alert, title, onClose }: Props) {
  const { t } = useTranslation();
  const answer = useQuery({ ...firingsQuery(alert), enabled: title !== null });
  const heading = title === null ? t('alert.logAll') : t('alert.logTitle', { title });
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(720px, 100vw)" title={heading}>
      <div className={settingsClasses.sheet}>
        {title === null && <p className={settingsClasses.text}>{t('alert.logUnknown')}</p>}
        {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
        {title !== null && answer.isPending && <Skeleton height={160} />}
        {answer.data?.items.length === 0 && <p className={settingsClasses.text}>{t('alert.logNone')}</p>}
        {answer.data !== undefined && answer.data.items.length > 0 && (
          <LogTable firings={answer.data} label={heading} />
        )}
      </div>
    </SideSheet>
  );
}

function LogTable({ firings, label }: { readonly firings: Firings; readonly label: string }) {
  const { t } = useTranslation();
  return (
    <ScrollRegion label={label}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('alert.whose')}</th>
            <th scope="col">{t('alert.figure')}</th>
            <th scope="col">{t('alert.began')}</th>
            <th scope="col">{t('alert.ended')}</th>
            <th scope="col">{t('alert.report')}</th>
          </tr>
        </thead>
        <tbody>
          {firings.items.map((firing) => (
            <Row key={`${firing.value} ${firing.beganAt}`} firing={firing} firings={firings} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ firing, firings }: { readonly firing: Firing; readonly firings: Firings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useAlertWords();
  const { value, rule, unit, figure, n, usual, beganAt, backSince, endedAt, end, endFigure, toldAt, report } = firing;
  const who = say.who(rule, value ?? '', firings.labels) ?? t('alert.everything');
  const bound = usual === null ? say.condition(rule, unit) : t('alert.usualWas', { band: say.band(usual, unit, rule) });
  return (
    <tr>
      <th scope="row">{who}</th>
      <td className="figures">
        {say.value(figure, unit, rule)} <span>({t('alert.rows', { n: format.count(n) })})</span>
        <span className={tableClasses.sub}>{bound}</span>
      </td>
      <td>
        {format.instant(beganAt, firings.timeZone)}
        {toldAt === null && <span className={tableClasses.sub}>{t('alert.untold')}</span>}
      </td>
      <td>
        {endedAt === null ? t('alert.still') : format.instant(endedAt, firings.timeZone)}
        {backSince !== null && (
          <span className={tableClasses.sub}>
            {t('alert.backSince', { when: format.instant(backSince, firings.timeZone) })}
          </span>
        )}
        {end !== null && (
          <span className={tableClasses.sub}>
            {t(`alert.ends.${end}`, { figure: say.value(endFigure, unit, rule) })}
          </span>
        )}
      </td>
      <td>{report === null ? t('alert.noReport') : <ReportLink report={report} of={who} />}</td>
    </tr>
  );
}

function ReportLink({ report, of }: { readonly report: string; readonly of: string }) {
  const { t } = useTranslation();
  const [, query = ''] = report.split('?');
  return (
    <Link to="/reports/compose" search={parseSearch(query)}>
      {t('alert.report')}
      <span className="visually-hidden">, {of}</span>
    </Link>
  );
}
