import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { describeKpi } from '#contract/describe-kpi.ts';
import { kpis } from '#domain/kpi/index.ts';
import { getDimension } from '#domain/report/dimension.ts';
import { readFigures } from '#presentation/figures/figures.ts';
import { addDays } from '#presentation/question/period.ts';
import { toTsv } from '#presentation/table/table-model.ts';
import { tableOfFigures } from '#presentation/table/table-of-figures.ts';
import { useFormat } from '../format/use-format.ts';
import { Logo } from '../frame/logo.tsx';
import { LanguageMenu, ThemeMenu } from '../frame/preference-menus.tsx';
import { About } from '../reports/about.tsx';
import { FigureTable } from '../reports/figure-table.tsx';
import { PictureView } from '../reports/picture-view.tsx';
import reportClasses from '../reports/report.module.css';
import { Standing } from '../reports/standing.tsx';
import { useWordsOf } from '../reports/use-words.ts';
import { Card } from '../ui/card.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import classes from './shared.module.css';

type Shared = AnswerOf<'open-link'>;

/** The report as it was shared: its picture, its table, what it means and until when the link holds. */
export function SharedReport({ shared }: { readonly shared: Shared }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { report, result, every } = shared;
  const source = useMemo(
    () => ({
      kpis: kpis.map((kpi) => describeKpi(kpi, {})),
      dimensions: result.columns.filter(({ role }) => role === 'dimension').map(({ id }) => getDimension(id)),
      opens: () => false,
    }),
    [result],
  );
  const words = useWordsOf(source);
  const figures = useMemo(() => readFigures(result), [result]);
  const frame = useMemo(() => {
    const { from, to, time } = result.meta;
    return { period: { from: from.slice(0, 10), to: to.slice(0, 10) }, every, time };
  }, [result, every]);
  const model = useMemo(() => tableOfFigures(figures, frame, words), [figures, frame, words]);
  const ranked = frame.every === null && figures.dimensions.length > 0;
  return (
    <div className={classes.shared}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <Logo />
          {shared.workspace}
        </span>
        <span className={classes.tools}>
          <LanguageMenu />
          <ThemeMenu />
        </span>
      </header>
      <main id="content">
        <Page
          title={shared.title}
          lead={
            <>
              {format.text(report.question)}{' '}
              <span className="figures">{format.range(frame.period.from, addDays(frame.period.to, -1))}</span>
            </>
          }
        >
          <div className={classes.columns}>
            <div className={reportClasses.main}>
              {result.rows.length === 0 && figures.dimensions.length > 0 ? (
                <EmptyState title={t('report.empty')} />
              ) : (
                <>
                  {report.picture !== 'table' && (
                    <Card>
                      <h2 className="visually-hidden">{t('report.picture')}</h2>
                      <PictureView
                        report={report}
                        figures={figures}
                        frame={frame}
                        title={format.text(report.title)}
                        words={words}
                      />
                    </Card>
                  )}
                  <Card
                    title={t('report.table')}
                    aside={<CopyButton text={() => toTsv(model)} label={t('report.copyTsv')} />}
                    flush
                  >
                    <div className={reportClasses.table}>
                      <FigureTable
                        model={model}
                        label={t('common.pair', { name: t('report.table'), value: shared.title })}
                        {...(ranked ? { sort: `-${figures.columns[0]?.id}` } : {})}
                      />
                    </div>
                  </Card>
                </>
              )}
              <Standing result={result} />
            </div>
            <aside className={classes.about} aria-label={t('report.about')}>
              <Card title={t('report.about')}>
                <About report={report} results={[result]} words={words} />
              </Card>
            </aside>
          </div>
        </Page>
      </main>
      <footer className={classes.foot}>
        <p>{t('share.sharedBy', { workspace: shared.workspace })}</p>
        {shared.attributions.map((attribution) => (
          <p key={attribution.en}>{format.text(attribution)}</p>
        ))}
        <p>{t('share.until', { when: format.instant(shared.expiresAt, result.meta.timeZone) })}</p>
      </footer>
    </div>
  );
}
