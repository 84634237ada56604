/** What a secret is replaced by. */
const hidden = '…';

/** Shorter than that, a setting is too ordinary a word to be looked for wherever it stands. */
const leastLength = 8;

const named = 'password|passwd|secret|token';

/** How secrets look wherever they come from; in text and in JSON, which stays JSON. */
const shapes: readonly (readonly [RegExp, string])[] = [
  // postgres://user:password@host
  [/(\w:\/\/[^\s:/?#@"\\]*):[^\s"\\]*@/g, `$1:${hidden}@`],
  [/\b(Bearer|Basic)\s+[^\s"\\,;]+/gi, `$1 ${hidden}`],
  // cookies of sessions
  [/(vigie\.\w+=)[^\s;,"\\]+/g, `$1${hidden}`],
  // "password":"…", secret=…, token: …
  [new RegExp(`((?:${named})\\\\?"\\s*:\\s*\\\\?")[^"\\\\]+`, 'gi'), `$1${hidden}`],
  [new RegExp(`((?:${named})(?:\\s*=\\s*|:\\s+))[^\\s"\\\\&;,}]+`, 'gi'), `$1${hidden}`],
  [/\bvigie_[\w-]{20,}/g, `vigie_${hidden}`],
  // random letters of both cases, with digits unless there are many: the secrets of links and sessions
  [/(?<![\w-])(?=[a-zA-Z_-]*\d)(?=[a-z\d_-]*[A-Z])(?=[A-Z\d_-]*[a-z])[\w-]{24,}(?![\w-])/g, hidden],
  [/(?<![\w-])(?=[a-z\d_-]*[A-Z])(?=[A-Z\d_-]*[a-z])[\w-]{40,}(?![\w-])/g, hidden],
];

/** Text without what lets somebody in: `known` secrets, and whatever looks like one. */
export function hideSecrets(text: string, known: readonly string[] = []): string {
  return shapes.reduce((left, [shape, instead]) => left.replace(shape, instead), hideKnown(text, known));
}

/** Text without `known` secrets. */
export function hideKnown(text: string, known: readonly string[]): string {
  return known.filter((secret) => secret.length >= leastLength).reduce(hideOne, text);
}

/** A secret may stand there as it is, or as JSON and addresses write it. As it is, it could tear a line of JSON apart. */
function hideOne(text: string, secret: string): string {
  const spellings = [JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
  if (!text.startsWith('{')) spellings.push(secret);
  return spellings.reduce((left, spelling) => left.replaceAll(spelling, hidden), text);
}
