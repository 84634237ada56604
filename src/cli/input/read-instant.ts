import { VigieError } from '#domain/error.ts';

/** An instant as typed, in epoch milliseconds. `name` is the argument it came in. */
export async function readInstantOption(value: string, name: string): Promise<number> {
  const { parseInstant } = await import('#domain/time/instant.ts');
  const at = parseInstant(value);
  if (at === null) throw new VigieError('cli.bad-instant', { value, name });
  return at;
}
