/** Without accents and case, so that “resolution” finds “Résolution”. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
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
