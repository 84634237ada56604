import type { Catalogue, Texts } from '../i18n/catalogue.ts';

type Vocabulary = Catalogue['vocabulary'];
type Topic = keyof Vocabulary;

/** `3 - Low` and `Low` are both our “low”. */
function keyOf(value: string): string {
  return value
    .toLowerCase()
    .replace(/^\d+\s*[-–.:]\s*/, '')
    .trim();
}

const topicOf: Readonly<Record<string, Topic>> = {
  status: 'status',
  // Without a pipeline of its own, a source's stages are the states.
  stage: 'status',
  channel: 'channel',
  marketplace: 'marketplace',
  priority: 'priority',
  metric: 'metric',
  holder: 'holder',
};

export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type NameValue = (dimension: string, value: string | number | null, labels?: Labels) => string;

/** Names of dimension values: the name the data gives, else our word for it, else the value itself. */
export function createNames(texts: Texts): NameValue {
  return (dimension, value, labels) => {
    if (value === null || value === '') return texts.t('common.none');
    const text = String(value);
    const named = labels?.[dimension]?.[text];
    if (named !== undefined && named !== '') return named;
    if (dimension === 'weekday') return weekdayName(text, texts.language);
    if (dimension === 'hour') return `${text.padStart(2, '0')}\u202fh`;
    const topic = topicOf[dimension];
    const path = `vocabulary.${topic}.${keyOf(text)}`;
    return topic !== undefined && texts.exists(path) ? String(texts.t(path as 'common.none')) : text;
  };
}

function weekdayName(text: string, language: string): string {
  const weekday = Number(text);
  if (!Number.isInteger(weekday)) return text;
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}
