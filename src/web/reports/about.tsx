import { useTranslation } from 'react-i18next';
import type { KpiStatement, QueryResult } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { parseRef } from '#presentation/figures/figures.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './panel.module.css';

interface Props {
  readonly report: Report;
  readonly results: readonly QueryResult[];
  readonly words: Words;
}

/** How to use a report, and what each figure in it means exactly. */
export function About({ report, results, words }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const statements = (results[0]?.meta.definitions ?? []).filter(({ ref }) => parseRef(ref).statistic !== 'n');
  return (
    <div className={classes.about}>
      <section>
        <h3>{t('report.howToUse')}</h3>
        <p>{format.text(report.about)}</p>
      </section>
      {statements.map((statement) => (
        <Definition
          key={statement.ref}
          statement={statement}
          n={results[0]?.meta.n[statement.ref] ?? null}
          words={words}
        />
      ))}
      <p>{t('report.source')}</p>
    </div>
  );
}

interface DefinitionProps {
  readonly statement: KpiStatement;
  readonly n: number | null;
  readonly words: Words;
}

function Definition({ statement, n, words }: DefinitionProps) {
  const { t } = useTranslation();
  const { format } = words;
  const kpi = words.kpiOf(statement.ref);
  const variant = kpi?.variants.find(({ id }) => id === statement.variant);
  const several = kpi !== null && kpi.variants.length > 1;
  return (
    <section>
      <h3>{words.figure(statement.ref)}</h3>
      {kpi !== null && <p>{format.text(kpi.help)}</p>}
      <dl className="figures">
        {several && variant !== undefined && <Line name={t('report.variant')} value={format.text(variant.label)} />}
        {statement.basis !== null && (
          <Line name={t('report.basisLabel')} value={t(`vocabulary.basis.${statement.basis}`)} />
        )}
        <Line name={t('report.definition')} value={t('report.version', { version: statement.version })} />
        {kpi?.benchmark != null && (
          <Line
            name={t('report.benchmark')}
            value={`${format.value(kpi.benchmark.value, kpi.unit)} (${kpi.benchmark.source})`}
          />
        )}
        {n !== null && <Line name="n" value={format.count(n)} />}
      </dl>
      <p>
        {t('common.pair', {
          name: t('report.population'),
          value: kpi === null ? statement.population : format.text(kpi.population),
        })}
      </p>
    </section>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
