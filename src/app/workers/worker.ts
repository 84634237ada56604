import { parentPort, type Transferable } from 'node:worker_threads';
import { foldRange, setRules } from './fold-task.ts';
import { encodeHeld, openReader, parseLines, readNext } from './read-task.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';
import { compareRange, setComparedRules } from './what-if-task.ts';

type Handlers = { [Name in TaskName]: (input: TaskInput<Name>) => Promise<TaskOutput<Name>> | TaskOutput<Name> };

const handlers: Handlers = {
  open: openReader,
  parse: parseLines,
  next: readNext,
  encode: encodeHeld,
  rules: setRules,
  fold: foldRange,
  'what-if-rules': setComparedRules,
  'what-if': compareRange,
};

parentPort?.on('message', async (message: { call: number; task: TaskName; input: never }) => {
  try {
    const result = await handlers[message.task](message.input);
    parentPort?.postMessage({ call: message.call, result }, buffersOf(result));
  } catch (error) {
    parentPort?.postMessage({ call: message.call, error: flatten(error) });
  }
});

/** Large buffers are handed over, not copied. */
function buffersOf(result: unknown): Transferable[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (value: unknown) => {
    if (ArrayBuffer.isView(value)) {
      if (value.byteLength > 65_536) buffers.add(value.buffer as ArrayBuffer);
    } else if (Array.isArray(value)) {
      for (const item of value) visit(item);
    } else if (typeof value === 'object' && value !== null && 'bytes' in value) {
      visit(value.bytes);
    }
  };
  if (typeof result === 'object' && result !== null) for (const value of Object.values(result)) visit(value);
  return [...buffers];
}

/** An error of ours crosses the thread as its code and parameters. */
function flatten(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && 'params' in error) {
    return { vigie: true, code: error.code, params: error.params, path: 'path' in error ? error.path : undefined };
  }
  return error instanceof Error ? error : new Error(String(error));
}
