/** Longest line that is read; a longer one is refused without being held. */
export const maxLineBytes = 1_048_576;

const newline = 10;

/** Whole lines as they stand in the file. `refused` is the beginning of an overlong line that follows them. */
export interface LineSlice {
  readonly bytes: Uint8Array;
  readonly firstLine: number;
  readonly lines: number;
  readonly refused: string | null;
}

/**
 * Cuts bytes into slices of whole lines without decoding them. Holds at most one slice and one line.
 */
export async function* cutLines(bytes: AsyncIterable<Uint8Array>, sliceBytes: number): AsyncGenerator<LineSlice> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let firstLine = 1;
  let skipping = false;
  for await (const arrived of bytes) {
    let chunk = arrived;
    if (skipping) {
      const end = chunk.indexOf(newline);
      if (end < 0) continue;
      chunk = chunk.subarray(end + 1);
      skipping = false;
    }
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < sliceBytes) continue;
    const joined = Buffer.concat(held);
    const end = joined.lastIndexOf(newline) + 1;
    const rest = joined.subarray(end);
    skipping = rest.length > maxLineBytes;
    const refused = skipping ? new TextDecoder().decode(rest.subarray(0, 500)) : null;
    held = skipping ? [] : [Buffer.from(rest)];
    heldBytes = skipping ? 0 : rest.length;
    if (end === 0 && refused === null) continue;
    const lines = countLines(joined, end);
    yield { bytes: joined.subarray(0, end), firstLine, lines, refused };
    firstLine += lines + (refused === null ? 0 : 1);
  }
  if (heldBytes > 0) {
    const last = Buffer.concat(held);
    yield { bytes: last, firstLine, lines: countLines(last, last.length), refused: null };
  }
}

function countLines(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at >= 0 && at < end; at = bytes.indexOf(newline, at + 1)) lines++;
  return lines;
}
