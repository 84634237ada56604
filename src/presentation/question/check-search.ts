import { isConditionKey, isSound, readConditions, withCondition } from './conditions.ts';
import type { Search } from './filters.ts';
import { isPeriodText } from './period.ts';
import { everyChoices, isStatistic, isTop, settingKeys } from './report-state.ts';

/** What of a URL cannot be followed: a key nobody knows, a value that fits nothing, a dimension that is not there. */
export interface SearchProblem {
  readonly key: string;
  readonly value: string;
  readonly why: 'unknown-key' | 'bad-value' | 'unknown-dimension';
}

export interface CheckedSearch {
  /** The search without what cannot be followed. */
  readonly search: Search;
  readonly problems: readonly SearchProblem[];
}

const compares = ['previous', 'year', 'none'];

/** Whether a value of each setting can be followed; what is not listed may be any text. */
const fits: Readonly<Record<string, (value: string) => boolean>> = {
  every: (value) => value === 'none' || everyChoices.some((every) => every === value),
  time: (value) => value === 'business' || value === 'calendar',
  stat: isStatistic,
  compare: (value) => compares.includes(value),
  period: isPeriodText,
  top: isTop,
  whose: (value) => value === 'own' || value === 'team',
};

const otherKeys = ['drill', 'd.period', 'd.at', 'd.part', 'd.of', 'tab', 'workspace'];

/** The search of a report as far as it can be followed. `dimensions` are the ids there are; null while nobody knows. */
export function checkSearch(
  search: Search,
  dimensions: readonly string[] | null,
  alsoKnown: readonly string[] = [],
): CheckedSearch {
  const known = new Set<string>([...settingKeys, ...otherKeys, ...alsoKnown]);
  const problems: SearchProblem[] = [];
  let checked: Search = search;
  const drop = (key: string, value: string, why: SearchProblem['why']) => {
    problems.push({ key, value, why });
    checked = Object.fromEntries(Object.entries(checked).filter(([each]) => each !== key));
  };
  for (const [key, value] of Object.entries(search)) {
    if (isConditionKey(key)) continue;
    if (!known.has(key)) drop(key, value, 'unknown-key');
    else if (fits[key]?.(value) === false) drop(key, value, 'bad-value');
  }
  const isThere = (id: string) => dimensions === null || dimensions.includes(id);
  for (const condition of readConditions(search)) {
    const { field, values } = condition;
    if (isThere(field) && isSound(condition)) continue;
    const why = isThere(field) ? 'bad-value' : 'unknown-dimension';
    problems.push({ key: field, value: values.map((value) => value ?? '–').join(', '), why });
    checked = withCondition(checked, { ...condition, values: [] });
  }
  const by = checked.by?.split(',') ?? [];
  const missing = by.filter((id) => id !== '' && id !== '-' && !isThere(id));
  for (const id of missing) problems.push({ key: 'by', value: id, why: 'unknown-dimension' });
  if (missing.length > 0) checked = { ...checked, by: by.filter((id) => !missing.includes(id)).join(',') || '-' };
  return { search: checked, problems };
}
