import { useTranslation } from 'react-i18next';
import type { QueryResult } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { type Definition, tellDefinitions } from '#presentation/document/definitions.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './panel.module.css';

interface Props {
  readonly report: Pick<Report, 'question' | 'about'>;
  readonly results: readonly QueryResult[];
  readonly words: Words;
}

/** How to use a report, and what each figure in it means exactly. */
export function About({ report, results: [result], words }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const definitions = result === undefined ? [] : tellDefinitions(result, words, i18n);
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
      {definitions.map((definition) => (
        <Meaning key={definition.ref} definition={definition} />
      ))}
      <p>{t('report.source')}</p>
    </div>
  );
}

function Meaning({ definition }: { readonly definition: Definition }) {
  const { t } = useTranslation();
  const { title, help, lines, formula, population, ticketless } = definition;
  return (
    <section>
      <h3>{title}</h3>
      <p>{help}</p>
      <dl className="figures">
        {lines.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h4>{t('report.formula')}</h4>
      <p className={classes.formula}>{formula}</p>
      <h4>{t('report.population')}</h4>
      <p>{population}</p>
      {ticketless !== null && <p>{ticketless}</p>}
    </section>
  );
}
