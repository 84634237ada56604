import type { AlertItem } from '#domain/alerts/alert-item.ts';
import { figureOf } from '#domain/alerts/figure-of.ts';
import type { Language } from '#domain/error.ts';
import { createAlertWords } from '#presentation/alerts/say-alert.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { Labels } from '#presentation/words/create-names.ts';
import type { Notice } from '../notifications/notify-member.ts';

/** More values than this that begin, or end, in one look are told in one notice, which names as many. */
const APART = 3;

type Said = Pick<Notice, 'message' | 'params' | 'dedupeKey'>;

interface Reader {
  readonly labels: Labels;
  readonly language: Language;
}

/** What a member is told of one look at an alert: of each value, or of many at once. */
export function noticesOf(items: readonly AlertItem[], reader: Reader): Said[] {
  return (['begun', 'over'] as const).flatMap((phase) => {
    const found = items.filter((item) => item.phase === phase);
    return found.length > APART ? [ofMany(found, reader)] : found.map((item) => ofOne(item, reader));
  });
}

function ofOne(item: AlertItem, { labels, language }: Reader): Said {
  const { alert, title, rule, value, usual, phase, figure, at } = item;
  const words = createAlertWords(texts[language]);
  const { unit } = figureOf(rule);
  const who = words.who(rule, value, labels);
  const begun = rule.condition.kind === 'unusual' ? 'kpi-unusual' : 'kpi-alert';
  return {
    message: phase === 'begun' ? begun : 'kpi-back',
    params: {
      kpi: who === null ? title : `${title} · ${who}`,
      value: `${words.value(figure, unit, rule)} (n = ${item.n})`,
      bound: words.bound(rule, usual, unit),
    },
    dedupeKey: JSON.stringify(['alert', alert, value, at, phase]),
  };
}

function ofMany(items: readonly AlertItem[], { labels, language }: Reader): Said {
  const [{ alert, title, phase, at }] = items as [AlertItem];
  const words = createAlertWords(texts[language]);
  const named = items.slice(0, APART).map(({ rule, value, figure }) => {
    const said = words.value(figure, figureOf(rule).unit, rule);
    return `${words.who(rule, value, labels) ?? title} ${said}`;
  });
  return {
    message: phase === 'begun' ? 'kpi-alerts' : 'kpi-backs',
    params: { kpi: title, count: items.length, values: `${named.join(', ')}…` },
    dedupeKey: JSON.stringify(['alert', alert, null, at, phase]),
  };
}
