/** A stretch of a comment: words, a member who is mentioned, or a link. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly member: string; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly text: string };

/** The most characters of a comment, and people whom it mentions. */
export const longestComment = 5_000;
export const mostMentions = 20;

const special = /<@([\w-]{1,100})>|https?:\/\/[^\s<>"]+/gu;
/** What ends a sentence is not of the link before it. */
const trailing = /[.,;:!?'’»)\]]+$/u;

/** A comment in its pieces, whose texts put together are the comment. Nothing in it is markup but mentions and addresses. */
export function parseComment(body: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const add = (upTo: number) => {
    if (upTo > end) pieces.push({ kind: 'text', text: body.slice(end, upTo) });
  };
  for (const match of body.matchAll(special)) {
    const [whole, member] = match;
    const text = member === undefined ? withoutTrailing(whole) : whole;
    add(match.index);
    pieces.push(member === undefined ? { kind: 'link', url: text, text } : { kind: 'mention', member, text });
    end = match.index + text.length;
  }
  add(body.length);
  return pieces;
}

/** A bracket that the address itself opened stays in it, as in `…/Delay_(service)`. */
function withoutTrailing(url: string): string {
  const bare = url.replace(trailing, '');
  return bare.includes('(') && url.startsWith(`${bare})`) ? `${bare})` : bare;
}

/** The ids of the members that a comment mentions, each once, in their order. */
export function mentionsIn(body: string): readonly string[] {
  return [...new Set(parseComment(body).flatMap((piece) => (piece.kind === 'mention' ? [piece.member] : [])))];
}

/** Names by the id of a member; no two are the same. */
export type Names = ReadonlyMap<string, string>;

/** A comment as people read it, and as it is typed: `@Léa Martin` for a mention. One of a stranger stays as it is. */
export function readComment(body: string, names: Names): string {
  return parseComment(body)
    .map((piece) => {
      const name = piece.kind === 'mention' ? names.get(piece.member) : undefined;
      return name === undefined ? piece.text : `@${name}`;
    })
    .join('');
}

/** A typed text as a comment: each `@` before a name becomes a mention of whose it is, the longest name that fits first. */
export function writeComment(typed: string, names: Names): string {
  const byLength = [...names].toSorted(([, a], [, b]) => b.length - a.length);
  let body = '';
  for (let at = 0; at < typed.length; ) {
    const found = typed[at] === '@' && !endsInWord(typed.slice(0, at)) ? memberAt(typed, at + 1, byLength) : null;
    body += found === null ? typed[at] : `<@${found.member}>`;
    at += found === null ? 1 : found.length + 1;
  }
  return body;
}

function memberAt(typed: string, at: number, names: readonly (readonly [string, string])[]) {
  const found = names.find(
    ([, name]) => typed.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(typed.slice(at + name.length)),
  );
  return found === undefined ? null : { member: found[0], length: found[1].length };
}

const endsInWord = (text: string) => /[\p{L}\p{N}.]$/u.test(text);

/** The name being typed after the last `@`, up to the caret; null where none is. */
export function nameBeingTyped(upToCaret: string): string | null {
  const at = upToCaret.lastIndexOf('@');
  if (at < 0 || endsInWord(upToCaret.slice(0, at))) return null;
  const typed = upToCaret.slice(at + 1);
  return /^[\p{L}\p{N}][^\n@]{0,59}$|^$/u.test(typed) ? typed : null;
}
