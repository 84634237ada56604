import { nameBeingTyped } from '#domain/discussion/comment-text.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

const most = 6;
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whom the name being typed before the caret may mean: each word of a name may begin so, accents aside. */
export function suggest(people: readonly Person[], upToCaret: string): readonly Person[] {
  const typed = nameBeingTyped(upToCaret);
  if (typed === null) return [];
  const wanted = plain(typed);
  const fits = ({ name }: Person) => plain(name).startsWith(wanted) || plain(name).includes(` ${wanted}`);
  return people.filter((person) => fits(person) && plain(person.name) !== wanted).slice(0, most);
}

/** The name being typed that is nobody’s: said, so that nobody believes that somebody was told. */
export function strangerIn(people: readonly Person[], upToCaret: string): string | null {
  const typed = nameBeingTyped(upToCaret);
  if (typed === null || typed === '' || /\s/.test(typed)) return null;
  const known = people.some(
    ({ name }) => plain(name).startsWith(plain(typed)) || plain(name).includes(` ${plain(typed)}`),
  );
  return known ? null : typed;
}

/** The text with the name being typed made whole, and where the caret is then. */
export function complete(text: string, caret: number, name: string): { text: string; caret: number } {
  const at = text.lastIndexOf('@', caret - 1);
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(caret), caret: before.length };
}
