/** Failures of the way to a server, by the names that the system gives them. */
const codes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ETIMEDOUT',
]);

/** Whether an error tells that a server was not reached, or that the way to it broke; not what the server itself said. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errors' in error && Array.isArray(error.errors) && error.errors.some(isConnectionFailure)) return true;
  return 'code' in error && typeof error.code === 'string' && codes.has(error.code);
}
