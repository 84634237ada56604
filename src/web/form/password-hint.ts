export type PasswordHint = 'empty' | 'short' | 'guessable' | 'fair' | 'strong';

/** The least the server takes; length is what makes a password strong (NIST SP 800-63B). */
export const shortestPassword = 12;

/** A plain word on a new password. `about` is what others know of the person: name, e-mail, product. */
export function hintOf(password: string, about: readonly string[] = []): PasswordHint {
  if (password === '') return 'empty';
  if (password.length < shortestPassword) return 'short';
  const rest = withoutKnown(password.toLowerCase(), about);
  if (new Set(rest).size < 5 || rest.length < shortestPassword / 2) return 'guessable';
  return rest.length >= 16 ? 'strong' : 'fair';
}

/** What is left of a password once everything others know is taken out of it. */
function withoutKnown(password: string, about: readonly string[]): string {
  const words = about.flatMap((text) => text.toLowerCase().split(/[\s@._-]+/)).filter(({ length }) => length >= 3);
  return [...words, 'password', 'vigie', '1234', 'azerty', 'qwerty'].reduce(
    (rest, word) => rest.replaceAll(word, ''),
    password,
  );
}
