import { VigieError } from '#domain/error.ts';

/** Guesses that somebody who knows people's habits needs, as a power of ten: below, a password falls to patience alone. */
const leastGuesses = 8;

/** What is estimated of a password: more would take long and could only be harder to guess. */
const looked = 40;

/** Words of Vigie itself; those of the person are their name and address. */
const ownWords = ['vigie', 'password', 'motdepasse', 'support'];

/** Letters that a password has beside such words. */
const leastLetters = 6;

/**
 * Refuses a password that is among the first to be tried: known ones that were stolen elsewhere, keyboard rows, repetitions,
 * dates, and the person's own name or address. No rule on its letters. Throws `account.weak-password`.
 */
export async function checkPassword(
  password: string,
  person: { readonly name: string; readonly email: string },
): Promise<void> {
  const words = [...ownWords, ...wordsOf(person.name), ...wordsOf(person.email)];
  const estimate = await loadEstimate();
  const { guessesLog10 } = estimate(password.slice(0, looked), [...words, person.name, person.email]);
  if (guessesLog10 < leastGuesses || isMadeOf(password, words)) throw new VigieError('account.weak-password');
}

/** Nothing but these words, with digits and signs between them. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const folded = fold(password);
  const left = words.toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), folded);
  return left !== folded && left.replaceAll(/[^\p{L}]/gu, '').length < leastLetters;
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

type Estimate = (password: string, words: string[]) => { readonly guessesLog10: number };

let loading: Promise<Estimate> | null = null;

/** The lists take a second and some memory: they are read when the first password is chosen. */
function loadEstimate(): Promise<Estimate> {
  loading ??= (async () => {
    const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
    return (password, words) => estimator.check(password, words);
  })();
  return loading;
}
