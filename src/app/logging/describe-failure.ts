/** What the log says of a failure. */
export interface FailureText {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly causes?: readonly FailureText[];
}

const mostCauses = 4;
const longest = 8_000;

/**
 * A failure for the log: its name, code, message, stack and causes. Whatever else libraries hang on their errors (requests,
 * headers, bodies, rows, addresses with passwords) is left out.
 */
export function describeFailure(error: unknown, depth = 0): FailureText {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error).slice(0, longest) };
  const { code } = error as NodeJS.ErrnoException;
  const under = error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause];
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: error.message.slice(0, longest),
    ...(error.stack === undefined ? {} : { stack: error.stack.slice(0, longest) }),
    ...(under.length === 0 || depth >= mostCauses
      ? {}
      : { causes: under.slice(0, mostCauses).map((one) => describeFailure(one, depth + 1)) }),
  };
}
