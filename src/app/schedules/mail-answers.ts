/** A mail server that answers 5xx will not take this mail later either. */
export function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return code >= 500 && code < 600;
}

/** What a mail server said. */
export const answerOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);
