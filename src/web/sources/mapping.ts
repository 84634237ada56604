import type { MappingView } from '#contract/schemas/data-in/import.ts';

/** A mapping with one column's meaning set; null leaves the column out. A meaning belongs to one column only. */
export function setMeaning(mapping: MappingView, column: string, meaning: string | null): MappingView {
  const kept = Object.entries(mapping.columns).filter(([name, target]) => name !== column && target !== meaning);
  return { ...mapping, columns: Object.fromEntries(meaning === null ? kept : [...kept, [column, meaning]]) };
}

/** Sets what a word of the source's status means; null changes nothing. */
export function setStatus(mapping: MappingView, word: string, status: string | null): MappingView {
  const { [word]: _, ...rest } = mapping.values?.status ?? {};
  return { ...mapping, values: { ...mapping.values, status: status === null ? rest : { ...rest, [word]: status } } };
}

export function statusColumn(mapping: MappingView): string | null {
  return Object.entries(mapping.columns).find(([, target]) => target === 'status')?.[0] ?? null;
}

/** Custom fields go where their column's name says. */
export function fieldTarget(column: string): string {
  return `fields.${column
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')}`;
}

export function hasTicket(mapping: MappingView | null): boolean {
  return mapping === null || Object.values(mapping.columns).includes('ticket');
}
