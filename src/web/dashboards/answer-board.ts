import type { AnswerOf } from '#contract/client.ts';
import type { Board, Tile } from '#domain/report/dashboard.ts';
import { inReadingOrder } from '#domain/report/dashboards/arrange-tiles.ts';

type BoardData = AnswerOf<'run-dashboard'>;

/** Tiles that are asked for together, and how many such parts at once: the first rows stand before the last are computed. */
const TILES_A_PART = 3;
const PARTS_AT_ONCE = 2;

/** Asks for the figures of some tiles. */
export type AskTiles = (tiles: Tile[]) => Promise<BoardData>;

interface Part {
  readonly data: BoardData | null;
  readonly error: unknown;
}

/** The figures of a board, more of them each time as they are ready, in whatever order. Throws what asking for a part throws. */
export async function* answerBoard({ tiles }: Pick<Board, 'tiles'>, ask: AskTiles): AsyncGenerator<BoardData> {
  const reports = inReadingOrder(tiles).filter(({ kind }) => kind === 'report');
  const waiting = Array.from({ length: Math.ceil(reports.length / TILES_A_PART) }, (_, place) =>
    reports.slice(place * TILES_A_PART, (place + 1) * TILES_A_PART),
  );
  const running = new Map<number, Promise<{ readonly key: number } & Part>>();
  let [key, answered] = [0, null as BoardData | null];
  while (waiting.length > 0 || running.size > 0) {
    while (running.size < PARTS_AT_ONCE && waiting.length > 0) {
      const own = key++;
      const asked = ask(waiting.shift() ?? []);
      running.set(
        own,
        asked.then(
          (data) => ({ key: own, data, error: null }),
          (error: unknown) => ({ key: own, data: null, error }),
        ),
      );
    }
    const done = await Promise.race(running.values());
    running.delete(done.key);
    if (done.data === null) throw done.error;
    answered = joined(answered, done.data);
    yield answered;
  }
}

/** The age of a board is that of its oldest figures. */
function joined(before: BoardData | null, part: BoardData): BoardData {
  if (before === null) return part;
  const [answeredAt = part.answeredAt] = [before.answeredAt, part.answeredAt].sort();
  return { ...before, answeredAt, tiles: [...before.tiles, ...part.tiles] };
}
