import { type AlertRule, type UsualBand, wholeWorkspace } from '#domain/alerts/alert.ts';
import { daysOfWindow } from '#domain/alerts/alert-window.ts';
import type { Unit } from '#domain/report/query.ts';
import { createFormat } from '../format/create-format.ts';
import type { Texts } from '../i18n/catalogue.ts';
import { createNames, type Labels } from '../words/create-names.ts';

/** What is said of an alert and of its firings, the name of its KPI aside. */
export function createAlertWords(texts: Texts) {
  const { t } = texts;
  const format = createFormat(texts.language.startsWith('fr') ? 'fr' : 'en');
  const names = createNames(texts);
  const value = (figure: number | null, unit: Unit, { time }: Pick<AlertRule, 'time'>) =>
    format.value(figure, unit, { time });
  const band = ({ low, high }: UsualBand, unit: Unit, rule: Pick<AlertRule, 'time'>) =>
    t('alert.band', { low: value(low, unit, rule), high: value(high, unit, rule) });
  return {
    value,
    band,
    /** The rolling window: the last 7 days. */
    window: (hours: number) => {
      const days = daysOfWindow(hours);
      return days === null ? t('alert.hours', { count: hours }) : t('alert.days', { count: days });
    },
    /** What gives alarm: below 90 %. */
    condition: (rule: AlertRule, unit: Unit) => {
      const { condition } = rule;
      if (condition.kind === 'threshold')
        return t(`alert.sides.${condition.side}`, { line: value(condition.line, unit, rule) });
      return t(`alert.unusual.${condition.side}`);
    },
    /** Whose figure it is: the name of a value; null for the whole workspace. */
    who: ({ by }: Pick<AlertRule, 'by'>, of: string, labels?: Labels) =>
      by === null || of === wholeWorkspace ? null : names(by, of, labels),
    /** What a figure is beyond: its line, or what is usual. */
    bound: (rule: AlertRule, usual: UsualBand | null, unit: Unit) => {
      if (usual !== null) return band(usual, unit, rule);
      return rule.condition.kind === 'threshold' ? value(rule.condition.line, unit, rule) : '–';
    },
  };
}

export type AlertWords = ReturnType<typeof createAlertWords>;
