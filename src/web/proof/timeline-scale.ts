/** A stretch of the drawing: real time from–to, drawn from x to x+width. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
}

export interface Scale {
  readonly pieces: readonly Piece[];
  readonly at: (instant: number) => number;
}

/** The least a span is drawn as, so that it can be seen and pointed at, while there are few of them. */
const leastWidth = 10;

/**
 * Draws `spans` on `width`: time is to scale, but what is not counted is drawn at most a quarter as wide as its time would
 * be, since a night or a long pause would else hide the minutes that matter.
 */
export function timelineScale(
  spans: readonly { readonly from: number; readonly to: number; readonly counted: boolean }[],
  width: number,
): Scale {
  const weights = spans.map(({ from, to, counted }) => Math.sqrt(Math.max(0, to - from)) * (counted ? 1 : 0.4));
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  const least = Math.min(leastWidth, (width * 0.5) / Math.max(1, spans.length));
  const room = width - least * spans.length;
  let x = 0;
  const pieces = spans.map(({ from, to }, index) => {
    const piece = { from, to, x, width: least + (room * (weights[index] ?? 0)) / sum };
    x += piece.width;
    return piece;
  });
  return { pieces, at: (instant) => placeOf(pieces, instant) };
}

function placeOf(pieces: readonly Piece[], instant: number): number {
  const piece = pieces.find(({ from, to }) => instant >= from && instant <= to);
  if (piece !== undefined) {
    const share = piece.to === piece.from ? 0 : (instant - piece.from) / (piece.to - piece.from);
    return piece.x + share * piece.width;
  }
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || instant < first.from) return 0;
  return last.x + last.width;
}
