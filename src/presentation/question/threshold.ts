const units: readonly (readonly [RegExp, number])[] = [
  [/^(d|j|days?|jours?)$/, 86_400],
  [/^(h|hours?|heures?)$/, 3_600],
  [/^(m|min|mins|minutes?)$/, 60],
  [/^(s|sec|seconds?|secondes?)$/, 1],
];

/**
 * Seconds of a duration as people write it in either language: `45 min`, `1 h 30`, `2 j`, `90 s`; a number alone is of
 * minutes. Null where it is none, or longer than ten years.
 */
export function parseThreshold(text: string): number | null {
  const said = text.trim().toLowerCase().replaceAll('\u202f', ' ').replace(',', '.');
  const parts = [...said.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)/g)];
  if (parts.length === 0 || said.replace(/(\d+(?:\.\d+)?)\s*([a-z]*)/g, '').trim() !== '') return null;
  let total = 0;
  let before = 3_600;
  for (const [, amount = '', unit = ''] of parts) {
    const known = unit === '' ? before / 60 : units.find(([names]) => names.test(unit))?.[1];
    if (known === undefined) return null;
    total += Number(amount) * known;
    before = known;
  }
  const seconds = Math.round(total);
  return seconds >= 1 && seconds <= 315_360_000 ? seconds : null;
}

/** The threshold of `within-<seconds>`, as it is read again: `1 h 30 min`. */
export function writeThreshold(statistic: string): string {
  let left = Number(statistic.replace('within-', ''));
  const parts: string[] = [];
  for (const [unit, name] of [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'min'],
    [1, 's'],
  ] as const) {
    const amount = Math.floor(left / unit);
    left -= amount * unit;
    if (amount > 0) parts.push(`${amount} ${name}`);
  }
  return parts.join(' ');
}
