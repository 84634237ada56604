import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { describeError } from '#domain/error.ts';
import type { Report } from '#domain/report/report.ts';
import { composedPictures, readComposed } from '#presentation/question/composed-report.ts';
import type { Search } from '#presentation/question/filters.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { describeQuestion } from '#presentation/words/describe-question.ts';
import { adviceFor } from '#presentation/words/picture-advice.ts';
import { useWords } from '../reports/use-words.ts';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { AddFigure } from './add-figure.tsx';
import { CombineFigures } from './combine-figures.tsx';
import classes from './compose.module.css';
import { FigureRow } from './figure-row.tsx';

interface Props {
  readonly report: Report;
  readonly state: ReportState;
  /** As far as it can be followed. */
  readonly search: Search;
}

/** What a report is put together from: its figures, how they are drawn, and the sentence that says what they show. */
export function Composer({ report, state, search }: Props) {
  const { t, i18n } = useTranslation();
  const { patch } = useUrl();
  const words = useWords();
  const { wrong } = readComposed(search);
  const { kpis, picture } = report;
  const set = (refs: readonly string[]) => patch({ kpis: refs.length === 0 ? null : refs.join(','), sort: null });
  const advice = kpis.length === 0 ? null : adviceFor(picture, kpis, state, words);
  return (
    <Card title={t('compose.figures')} help={t('compose.lead')} className={classes.composer ?? ''}>
      <div className={classes.fields}>
        {kpis.length > 0 && (
          <ol className={classes.figures}>
            {kpis.map((ref, place) => (
              <FigureRow
                key={ref}
                figure={ref}
                onChange={(next) => set(kpis.map((each) => (each === ref ? next : each)))}
                onRemove={() => set(kpis.filter((each) => each !== ref))}
                {...(place > 0 && { onUp: () => set(moveUp(kpis, place)) })}
              />
            ))}
          </ol>
        )}
        <div className={classes.bar}>
          <AddFigure chosen={kpis} onAdd={(ref) => set([...kpis, ref])} />
          <NativeSelect
            size="xs"
            label={t('compose.picture')}
            value={picture}
            onChange={(event) => patch({ picture: event.currentTarget.value, every: null, sort: null })}
            data={composedPictures.map((value) => ({ value, label: t(`compose.pictures.${value}`) }))}
          />
        </div>
        <CombineFigures chosen={kpis} onAdd={(ref) => set([...kpis.filter((each) => each !== ref), ref])} />
        {wrong.length > 0 && (
          <div className={classes.wrong} role="alert">
            <p>{t('compose.wrong')}</p>
            <ul>
              {wrong.map(({ ref, error }) => (
                <li key={ref}>{describeError(error.code, error.params, words.format.language)}</li>
              ))}
            </ul>
          </div>
        )}
        {advice !== null && <p className={classes.advice}>{t(`compose.advice.${advice}`)}</p>}
        {kpis.length > 0 && (
          <p className={classes.sentence} data-testid="sentence">
            {describeQuestion(report, state, search, words, i18n)}
          </p>
        )}
      </div>
    </Card>
  );
}

function moveUp(refs: readonly string[], place: number): readonly string[] {
  const [above, here] = [refs[place - 1], refs[place]];
  return refs.map((ref, index) => (index === place - 1 ? (here ?? ref) : index === place ? (above ?? ref) : ref));
}
