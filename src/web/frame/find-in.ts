/** Without accents and case, so that “resolution” finds “Résolution”. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/**
 * As `findIn`; where nothing holds all words of a long search, those that hold most of them, so that a wish in whole words
 * still leads somewhere. A single hit among many words is none.
 */
export function findNearest<Item>(
  items: readonly Item[],
  search: string,
  textsOf: (item: Item) => readonly string[],
): readonly Item[] {
  const exact = findIn(items, search, textsOf);
  const words = [
    ...new Set(
      fold(search)
        .split(/[\s-]+/)
        .filter((word) => word.length > 1),
    ),
  ];
  if (exact.length > 0 || words.length < 2) return exact;
  const held = items.map((item) => {
    const text = fold(textsOf(item).join(' '));
    return { item, count: words.filter((word) => text.includes(word)).length };
  });
  const most = Math.max(0, ...held.map(({ count }) => count));
  const least = Math.max(2, most - 1);
  return held
    .filter(({ count }) => count >= least)
    .toSorted((one, other) => other.count - one.count)
    .map(({ item }) => item);
}

/** Those whose texts hold each word of what is searched for. */
export function findIn<Item>(
  items: readonly Item[],
  search: string,
  textsOf: (item: Item) => readonly string[],
): Item[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = fold(textsOf(item).join(' '));
    return words.every((word) => text.includes(word));
  });
}
