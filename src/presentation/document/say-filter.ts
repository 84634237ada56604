import { canonicalField } from '#domain/privacy/asked-fields.ts';
import type { Condition, Filter } from '#domain/report/filter.ts';
import type { Texts } from '../i18n/catalogue.ts';
import type { Labels } from '../words/create-names.ts';
import type { Words } from '../words/create-words.ts';

/** A filter as a sentence of the reader's language, names in the place of ids where `labels` knows them. */
export function sayFilter(filter: Filter, words: Words, texts: Texts, labels: Labels = {}): string {
  const { t } = texts;
  const say = (part: Filter): string => {
    if ('all' in part) return part.all.map(sayPart).join(t('file.and'));
    if ('any' in part) return part.any.map(sayPart).join(t('file.or'));
    return 'not' in part ? t('file.not', { filter: say(part.not) }) : sayCondition(part, words, texts, labels);
  };
  // What is joined inside something joined otherwise stands in brackets, so that it reads one way only.
  const sayPart = (part: Filter): string => ('any' in part && part.any.length > 1 ? `(${say(part)})` : say(part));
  return say(filter);
}

function sayCondition(condition: Condition, words: Words, { t }: Texts, labels: Labels): string {
  const { op, value } = condition;
  const field = canonicalField(condition.field);
  const name = words.dimension(field);
  const told = (each: unknown) => words.names(field, each === null ? null : String(each), labels);
  switch (op) {
    case 'is':
    case 'in':
      return t('file.is', {
        field: name,
        values: words.format.list((Array.isArray(value) ? value : [value]).map(told)),
      });
    case 'contains':
      return t('file.contains', { field: name, value: told(value) });
    case 'starts-with':
      return t('file.startsWith', { field: name, value: told(value) });
    case 'gt':
      return t('file.more', { field: name, value: told(value) });
    case 'lt':
      return t('file.less', { field: name, value: told(value) });
    case 'exists':
      return value === false ? t('file.unknown', { field: name }) : t('file.known', { field: name });
  }
}
