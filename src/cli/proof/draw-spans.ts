import type { Span } from './words.ts';

const marks = { counted: '▓', over: '█', not: '░' } as const;

/**
 * The life of a clock as a bar, true to real time: `▓` counted, `█` counted beyond the target, `░` not counted. A cell shows
 * what fills most of it.
 */
export function drawSpans(spans: readonly Span[], targetSeconds: number, width: number): string {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return '';
  const start = Date.parse(first.from);
  const length = Date.parse(last.to) - start;
  if (length <= 0) return marks.not;
  const pieces = piecesOf(spans, targetSeconds);
  return Array.from({ length: width }, (_, cell) => {
    const [from, to] = [start + (length * cell) / width, start + (length * (cell + 1)) / width];
    const filled = { counted: 0, over: 0, not: 0 };
    for (const piece of pieces) filled[piece.kind] += Math.max(0, Math.min(to, piece.to) - Math.max(from, piece.from));
    if (filled.not >= filled.counted + filled.over) return marks.not;
    return filled.over > filled.counted ? marks.over : marks.counted;
  }).join('');
}

interface Piece {
  readonly kind: keyof typeof marks;
  readonly from: number;
  readonly to: number;
}

/** Spans cut where the target is used up. */
function piecesOf(spans: readonly Span[], targetSeconds: number): Piece[] {
  const pieces: Piece[] = [];
  let left = targetSeconds * 1000;
  for (const span of spans) {
    const [from, to] = [Date.parse(span.from), Date.parse(span.to)];
    if (span.kind !== 'counted') {
      pieces.push({ kind: 'not', from, to });
      continue;
    }
    const turn = Math.min(to, from + left);
    pieces.push({ kind: 'counted', from, to: turn }, { kind: 'over', from: turn, to });
    left -= turn - from;
  }
  return pieces;
}
