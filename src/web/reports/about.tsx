import { useTranslation } from 'react-i18next';
import { factTables } from '#domain/kpi/facts/index.ts';
import { describeFormula } from '#domain/kpi/formula/describe-formula.ts';
import { type DefaultVariants, resolveFigure } from '#domain/kpi/resolve-figure.ts';
import type { KpiStatement, QueryResult, TimeKind } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { parseRef } from '#presentation/figures/figures.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './panel.module.css';

interface Props {
  readonly report: Pick<Report, 'question' | 'about'>;
  readonly results: readonly QueryResult[];
  readonly words: Words;
}

/** How to use a report, and what each figure in it means exactly. */
export function About({ report, results, words }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [result] = results;
  const statements = (result?.meta.definitions ?? []).filter(({ ref }) => parseRef(ref).statistic !== 'n');
  return (
    <div className={classes.about}>
      <section>
        <h3>{t('report.question')}</h3>
        <p>{format.text(report.question)}</p>
      </section>
      <section>
        <h3>{t('report.howToUse')}</h3>
        <p>{format.text(report.about)}</p>
      </section>
      {statements.map((statement) => (
        <Definition
          key={statement.ref}
          statement={statement}
          n={result?.meta.n[statement.ref] ?? null}
          time={result?.meta.time ?? 'calendar'}
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
  readonly time: TimeKind;
  readonly words: Words;
}

function Definition({ statement, n, time, words }: DefinitionProps) {
  const { t } = useTranslation();
  const { format } = words;
  const { ref, basis, version } = statement;
  const figure = resolveFigure(ref, { basis, time, defaults: defaultsOf(statement, words) });
  const { kpi, variant, sample } = figure;
  return (
    <section>
      <h3>{words.figure(ref)}</h3>
      <p>{format.text(kpi.help)}</p>
      <dl className="figures">
        {statement.variant !== null && (
          <Line
            name={t('report.variant')}
            value={`${format.text(variant.label)} (${t(`report.variantOf.${statement.variantFrom}`)})`}
          />
        )}
        {basis !== null && <Line name={t('report.basisLabel')} value={t(`vocabulary.basis.${basis}`)} />}
        <Line name={t('report.definition')} value={t('report.version', { version })} />
        {kpi.benchmark !== undefined && (
          <Line
            name={t('report.benchmark')}
            value={`${format.value(kpi.benchmark.value, kpi.unit)} (${format.text(kpi.benchmark.source)})`}
          />
        )}
        {n !== null && <Line name="n" value={format.count(n)} />}
      </dl>
      <h4>{t('report.formula')}</h4>
      <p className={classes.formula}>{format.text(describeFormula(figure))}</p>
      <h4>{t('report.population')}</h4>
      <p>{format.text(kpi.population.text)}</p>
      {!factTables[sample.source.table].ofTicket && <p>{t('report.noTickets')}</p>}
    </section>
  );
}

/** The variants meant where a reference names none: the one that was measured, and the choices of the workspace. */
function defaultsOf({ kpi, variant }: KpiStatement, { kpis }: Words): DefaultVariants {
  const chosen = kpis.flatMap(({ id, defaultVariant }) =>
    defaultVariant === null ? [] : [[id, defaultVariant] as const],
  );
  return { ...Object.fromEntries(chosen), ...(variant === null ? {} : { [kpi]: variant }) };
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
