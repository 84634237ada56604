import { compileMention } from './mention.ts';

/** Somebody to look for, by id and names. */
export interface Sought {
  readonly id: string;
  readonly names: readonly string[];
}

interface Candidate {
  readonly id: string;
  readonly isNamed: (text: string) => boolean;
}

const word = /[\p{L}\p{N}]+/gu;
const betweenCells = /[",;|\t\r\n{}[\]:]+/;

/** Letters that JSON may write by their number. */
function readEscapes(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function firstWord(text: string): string | undefined {
  return text.toLowerCase().match(word)?.[0];
}

/**
 * Finds who is spoken of in raw lines, JSON or CSV, whole or cut off: the ids of those of whom a cell is the id, or whom
 * the text names (see `compileMention`). Made for many people and many lines: each line is looked at once.
 */
export function compileMentions(people: readonly Sought[]): (raw: string) => Set<string> {
  const ids = new Set(people.map(({ id }) => id));
  const byWord = new Map<string, Candidate[]>();
  for (const { id, names } of people) {
    const candidate = { id, isNamed: compileMention(id, names) };
    for (const first of new Set([id, ...names].map(firstWord))) {
      if (first !== undefined) byWord.set(first, [...(byWord.get(first) ?? []), candidate]);
    }
  }
  return (raw) => {
    const text = readEscapes(raw);
    const found = new Set(
      text
        .split(betweenCells)
        .map((cell) => cell.trim())
        .filter((cell) => ids.has(cell)),
    );
    for (const one of new Set(text.toLowerCase().match(word))) {
      for (const { id, isNamed } of byWord.get(one) ?? []) if (!found.has(id) && isNamed(text)) found.add(id);
    }
    return found;
  };
}
