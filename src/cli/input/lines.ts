import type { Readable } from 'node:stream';

/** The lines of a stream of UTF-8 text, in the batches in which they arrive; without line ends and byte order mark. */
export async function* readLines(input: Readable): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  // Parts of a line that is not whole yet: joined once, so that a very long line stays linear.
  let parts: string[] = [];
  for await (const chunk of input) {
    const text = decoder.decode(typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array), {
      stream: true,
    });
    const lines = text.split('\n');
    const tail = lines.pop() ?? '';
    if (lines.length > 0) {
      lines[0] = parts.join('') + lines[0];
      parts = [];
      yield lines.map(trimEnd);
    }
    if (tail !== '') parts.push(tail);
  }
  const last = parts.join('') + decoder.decode();
  if (last !== '') yield [trimEnd(last)];
}

function trimEnd(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
