export interface Change {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** What differs between the `from` and the `to` of an entry's details. */
export function changesIn(details: Readonly<Record<string, unknown>>): readonly Change[] {
  const [from, to] = [partsOf(details.from), partsOf(details.to)];
  return Object.keys({ ...from, ...to })
    .map((name) => ({ name, before: from[name], after: to[name] }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}
