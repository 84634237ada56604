import { useCallback, useEffect, useRef, useState } from 'react';
import { saveFile } from '../api/save-file.ts';
import { nameOf, readFile } from './read-file.ts';

/** Where an export stands. */
export type Export =
  | { readonly state: 'idle' }
  | { readonly state: 'writing'; readonly name: string; readonly bytes: number }
  | { readonly state: 'done'; readonly name: string }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly error: unknown };

/** Fetches a file and keeps it; to cancel it hangs up, which stops the server. */
export function useExport() {
  const [current, setCurrent] = useState<Export>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback(async (name: string, fetchFile: (signal: AbortSignal) => Promise<Response>) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const tell = (next: Export) => {
      if (running.current === controller) setCurrent(next);
    };
    tell({ state: 'writing', name, bytes: 0 });
    try {
      const answer = await fetchFile(controller.signal);
      const named = nameOf(answer, name);
      const file = await readFile(answer, (bytes) => tell({ state: 'writing', name: named, bytes }));
      await saveFile(new Response(file), named);
      tell({ state: 'done', name: named });
    } catch (error) {
      tell(controller.signal.aborted ? { state: 'cancelled' } : { state: 'failed', error });
    }
  }, []);
  const cancel = useCallback(() => running.current?.abort(), []);
  return { current, start, cancel };
}
