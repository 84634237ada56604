/** A place inside Vigie to come back to after signing in. Anything else, such as another site, becomes the overview. */
export function readReturnTo(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])/.test(text) && !text.startsWith('/sign-in') ? text : '/';
}
