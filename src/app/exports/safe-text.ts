/**
 * A text that a spreadsheet takes for a text: what would begin a formula gets an apostrophe before it, as OWASP advises, so
 * that a name made up by a stranger runs nothing on the desk of whoever opens the file.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
