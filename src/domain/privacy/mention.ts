/** Shorter ids stand in too many texts by chance to be looked for. */
const SHORTEST_ID = 4;

const email = /\S@\S+\.\S/;
const phone = /^[+(0][\d\s().+-]{7,}$/;

function wordsOf(needle: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(needle)}(?![\\p{L}\\p{N}])`, 'iu');
}

/** Whether a text looks like a way to reach somebody: an e-mail address or a telephone number. */
export function looksLikeContact(text: string): boolean {
  return email.test(text) || (phone.test(text) && text.replace(/\D/g, '').length >= 8);
}

/**
 * Finds texts that name a person: their id (of four characters or more) or one of their names, as whole words, whatever
 * the case. Names of fewer than two letters are not looked for.
 */
export function compileMention(id: string, names: readonly string[]): (text: string) => boolean {
  const needles = names.filter((name) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(name)).map((name) => name.trim());
  if (id.length >= SHORTEST_ID) needles.push(id);
  const words = needles.map(wordsOf);
  return (text) => words.some((word) => word.test(text));
}
