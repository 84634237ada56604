import { ApiError } from '#contract/client.ts';

/** What the server says of single fields, by their name in the form; `body.email` and `email` are the same field. */
export function fieldErrorsOf(error: unknown, names: readonly string[]): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const told = error.problem.errors.flatMap(({ path, message }) => {
    const name = path.split(/[.[\]/]+/).findLast((part) => names.includes(part));
    return name === undefined ? [] : [[name, message] as const];
  });
  return Object.fromEntries(told);
}
