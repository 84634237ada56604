interface LastBody {
  readonly at: number;
  readonly text: string;
}

/** Webhooks whose last body is held, and characters of one that are. */
const MOST_HOOKS = 100;
const MOST_CHARACTERS = 65_536;

/** In memory only: bodies speak of customers, and what is not stored needs no erasing. */
const bodies = new Map<string, LastBody>();

export function keepLastBody(id: string, body: LastBody): void {
  bodies.delete(id);
  bodies.set(id, { ...body, text: body.text.slice(0, MOST_CHARACTERS) });
  const [oldest] = bodies.keys();
  if (bodies.size > MOST_HOOKS && oldest !== undefined) bodies.delete(oldest);
}

export function findLastBody(id: string): LastBody | null {
  return bodies.get(id) ?? null;
}

export function forgetLastBody(id: string): void {
  bodies.delete(id);
}
