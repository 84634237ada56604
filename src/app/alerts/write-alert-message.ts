import type { AlertItem } from '#domain/alerts/alert-item.ts';
import { figureOf } from '#domain/alerts/figure-of.ts';
import type { Bulletin } from '#notifiers/bulletin.ts';
import { createAlertWords } from '#presentation/alerts/say-alert.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { Labels } from '#presentation/words/create-names.ts';
import type { Reader } from '../watch/write-bulletin.ts';

/** Firings that a message lists; the others are in the log. */
const linesAtMost = 25;

/** What a channel for people is told of firings, in its language. */
export function writeAlertBulletin(items: readonly AlertItem[], labels: Labels, { language, url }: Reader): Bulletin {
  const { t } = texts[language];
  const log = `${url}/alerts?log=${encodeURIComponent(items[0]?.alert ?? '')}`;
  const left = items.length - linesAtMost;
  return {
    title: t('alert.messageTitle', { title: items[0]?.title ?? '' }),
    lines: items.slice(0, linesAtMost).map((item) => ({ text: lineOf(item, labels, language), url: log })),
    more: left > 0 ? t('alert.more', { count: left }) : null,
    link: { label: t('alert.openLog'), url: log },
  };
}

function lineOf(item: AlertItem, labels: Labels, language: Reader['language']): string {
  const { t } = texts[language];
  const { rule, value, usual, phase, figure, n } = item;
  const words = createAlertWords(texts[language]);
  const { unit } = figureOf(rule);
  const who = words.who(rule, value, labels) ?? t('alert.everything');
  const said = { who, value: words.value(figure, unit, rule), n, window: words.window(rule.windowHours) };
  if (phase === 'over') return t('alert.told.over', said);
  const bound = words.bound(rule, usual, unit);
  return t(usual === null ? 'alert.told.begun' : 'alert.told.unusual', { ...said, bound });
}

/** What a webhook is told, in the form of Standard Webhooks. Public: keys are added, never renamed. */
export function alertBody(items: readonly AlertItem[], url: string): string {
  const [first] = items;
  const told = items.map(({ phase, alert, title, rule, value, figure, n, usual, at }) => ({
    type: phase === 'begun' ? 'alert.begun' : 'alert.over',
    timestamp: new Date(at).toISOString(),
    data: {
      alert: { id: alert, title, ...rule },
      value: rule.by === null ? null : value,
      ...{ figure, n, usual },
      url: `${url}/alerts?log=${encodeURIComponent(alert)}`,
    },
  }));
  if (told.length === 1) return JSON.stringify(told[0]);
  const timestamp = new Date(first?.at ?? 0).toISOString();
  return JSON.stringify({ type: 'alerts', timestamp, data: { items: told } });
}
