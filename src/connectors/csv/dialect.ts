import { withoutReturn } from './split-records.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const sampledLines = 20;
const sampledLength = 65_536;

/**
 * The delimiter of a table, from its first lines: the one that cuts most of them into as many cells as the header, and
 * among those the one that makes most cells. A comma where nothing cuts.
 */
export function sniffDelimiter(text: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  if (declared?.[1] !== undefined) return declared[1];
  const sample = text.slice(0, sampledLength).replace(/"(?:[^"]|"")*"/g, '');
  const lines = sample.split('\n', sampledLines).filter((line) => line.trim() !== '');
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths = lines.map((line) => line.split(delimiter).length);
    const width = widths[0] ?? 0;
    if (width < 2) continue;
    const agreeing = widths.filter((other) => other === width).length / lines.length;
    const score = agreeing * (1 + width / 1000);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Excel writes `sep=;` as a first line of its own; it belongs to no table. */
export function isSeparatorLine(line: string): boolean {
  return /^sep=.$/i.test(withoutReturn(line));
}
