import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { fieldErrorsOf } from '../../form/field-errors.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from '../alerts.module.css';
import type { Preview } from '../queries.ts';
import { useAlertWords } from '../use-alert-words.ts';
import { type AlertValues, ruleOf } from './alert-values.ts';
import type { AlertFormApi } from './use-alert-form.ts';

/** Fields without which nothing can be tried. */
const needed = ['windowHours', 'leastN', 'line', 'width'] as const;
/** Firings that are listed; the others are counted. */
const shownAtMost = 12;

/** What the rule of the form would have done in the last 90 days. */
export function TryAlert({ form }: { readonly form: AlertFormApi }) {
  const { t } = useTranslation();
  const trying = useMutation({
    mutationFn: async (values: AlertValues) => {
      const rule = ruleOf(values);
      return { rule, asked: JSON.stringify(rule), preview: await call('preview-alert', { body: { rule } }) };
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error, Object.keys(form.values))),
  });
  const { values } = form;
  const days = values.windowUnit === 'days';
  const start = () => {
    const wrong = needed.filter((field) => form.validateField(field).hasError);
    if (wrong.length === 0) trying.mutate(values);
  };
  const { data } = trying;
  const current = data !== undefined && data.asked === JSON.stringify(ruleOf(values));
  return (
    <div className={classes.tried}>
      <div>
        <Button variant="default" size="xs" disabled={!days} loading={trying.isPending} onClick={start}>
          {t('alert.tryIt')}
        </Button>
      </div>
      <small>{t(days ? 'alert.previewHelp' : 'alert.previewHours')}</small>
      {trying.isError && Object.keys(form.errors).length === 0 && <ProblemNote error={trying.error} />}
      <div role="status">{current && <Found preview={data.preview} rule={data.rule} />}</div>
    </div>
  );
}

interface FoundProps {
  readonly preview: Preview;
  readonly rule: ReturnType<typeof ruleOf>;
}

function Found({ preview, rule }: FoundProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useAlertWords();
  const { firings, labels, unit, judged } = preview;
  const of = { by: rule.by ?? null, time: rule.time ?? 'business' } as const;
  const when = (began: string, ended: string | null) =>
    ended === null
      ? t('alert.openSince', { from: format.date(began) })
      : t('alert.span', { from: format.date(began), to: format.date(ended) });
  const newest = firings.toReversed();
  const left = firings.length - shownAtMost;
  if (firings.length === 0) return <strong>{t(judged === 0 ? 'alert.nothingToTry' : 'alert.wouldNever')}</strong>;
  return (
    <>
      <strong>{t('alert.wouldFire', { count: firings.length })}</strong>
      <ul>
        {newest.slice(0, shownAtMost).map(({ value, began, ended, figure, n }) => {
          const who = say.who(of, value ?? '', labels);
          const figures = `${say.value(figure, unit, of)} (${t('alert.rows', { n: format.count(n) })})`;
          return (
            <li key={`${value} ${began}`}>
              {[who, figures, when(began, ended)].filter((part) => part !== null).join(' · ')}
            </li>
          );
        })}
      </ul>
      {left > 0 && <p>{t('alert.previewMore', { count: left })}</p>}
    </>
  );
}
