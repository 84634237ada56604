/** Shorter ids stand in too many texts by chance to be looked for. */
const SHORTEST_ID = 4;

const email = /\S@\S+\.\S/;
const phone = /^[+(0][\d\s().+-]{7,}$/;

function nameWords(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'iu');
}

/** Ids have hyphens and dots in them: one that goes on after such a letter is another. */
function wholeId(id: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_.@-])${RegExp.escape(id)}(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])`, 'iu');
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
  const told = names.map((name) => name.trim()).filter((name) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(name));
  const words = [...told.map(nameWords), ...(id.length >= SHORTEST_ID ? [wholeId(id)] : [])];
  return (text) => words.some((word) => word.test(text));
}
