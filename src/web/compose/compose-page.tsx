import { useTranslation } from 'react-i18next';
import { readComposed } from '#presentation/question/composed-report.ts';
import { readReportState } from '#presentation/question/report-state.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { PlannedReport } from '../reports/planned-report.tsx';
import { UrlProblems } from '../reports/url-problems.tsx';
import { useReportSearch } from '../reports/use-report-search.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import classes from './compose.module.css';
import { Composer } from './composer.tsx';

/** A report that the reader puts together; it is shown as any other while it is made. */
export function ComposePage() {
  const { t } = useTranslation();
  const checked = useReportSearch();
  const context = usePeriodContext();
  const { report } = readComposed(checked.search);
  const state = readReportState(report, checked.search, context);
  if (report.kpis.length === 0) {
    return (
      <Page title={t('compose.title')}>
        <UrlProblems {...checked} />
        <div className={classes.empty}>
          <Composer report={report} state={state} search={checked.search} />
          <EmptyState title={t('compose.empty')}>{t('compose.emptyLead')}</EmptyState>
        </div>
      </Page>
    );
  }
  return <PlannedReport report={report} />;
}
