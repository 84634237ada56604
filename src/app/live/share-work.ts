/** At least this long an answer is good for everybody who asks. */
const GOOD_FOR = 1_000;
/** What takes long is asked for less often: at most a fifth of the time is spent on it. */
const REST_SHARE = 4;
/** Questions remembered for one owner; the oldest are forgotten first. */
const MOST = 200;

interface Shared {
  /** By the clock of the process; infinite until the answer is there. */
  until: number;
  readonly answer: Promise<unknown>;
}

const known = new WeakMap<object, Map<string, Shared>>();

/**
 * One run of `work` for all who ask for the same `key` of one `owner` while it runs and for a while after. A failure is told
 * to those who waited for it, and to nobody else.
 */
export function shareWork<Answer>(owner: object, key: string, work: () => Promise<Answer>): Promise<Answer> {
  const shared = known.get(owner) ?? new Map<string, Shared>();
  known.set(owner, shared);
  const began = performance.now();
  const found = shared.get(key);
  if (found && found.until > began) return found.answer as Promise<Answer>;
  const answer = work();
  const entry: Shared = { until: Number.POSITIVE_INFINITY, answer };
  shared.delete(key);
  shared.set(key, entry);
  for (const old of shared.keys()) if (shared.size > MOST) shared.delete(old);
  answer.then(
    () => {
      const now = performance.now();
      entry.until = now + Math.max(GOOD_FOR, (now - began) * REST_SHARE);
    },
    () => {
      if (shared.get(key) === entry) shared.delete(key);
    },
  );
  return answer;
}
