import { useTranslation } from 'react-i18next';
import type { QueryResult } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { tellDefinitions } from '#presentation/document/definitions.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './panel.module.css';

interface Props {
  readonly report: Report;
  readonly results: readonly QueryResult[];
  readonly words: Words;
}

/** How to use a report, and what each figure in it means exactly. */
export function About({ report, results: [result], words }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.about}>
      <section>
        <h3>{t('report.howToUse')}</h3>
        <p>{format.text(report.about)}</p>
      </section>
      {(result === undefined ? [] : tellDefinitions(result, words, i18n)).map(
        ({ ref, title, help, lines, population }) => (
          <section key={ref}>
            <h3>{title}</h3>
            {help !== null && <p>{help}</p>}
            <dl className="figures">
              {lines.map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p>{t('common.pair', { name: t('report.population'), value: population })}</p>
          </section>
        ),
      )}
      <p>{t('report.source')}</p>
    </div>
  );
}
