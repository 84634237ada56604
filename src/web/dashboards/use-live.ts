import { useEffect, useRef, useState } from 'react';
import { downloadOf } from '../api/client.ts';

/** Whether news of the workspace arrive, and since when not. */
export interface Live {
  /** Epoch milliseconds; null: they arrive. */
  readonly cutOffAt: number | null;
}

const justFacts = ['facts'] as const;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

/** Twice as long after each failure, and not for all screens at the same instant. */
function waitBefore(retry: number): number {
  return Math.min(LAST_RETRY, FIRST_RETRY * 2 ** retry) * (0.5 + Math.random() / 2);
}

/** Listens to the workspace and says when its figures changed, or what else is listened for. A connection that is lost is sought again, for as long as it takes. */
export function useLive(onNews: () => void, news: readonly ('facts' | 'steps')[] = justFacts): Live {
  const [cutOffAt, setCutOffAt] = useState<number | null>(null);
  const told = useRef(onNews);
  told.current = onNews;
  useEffect(() => {
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let retries = 0;
    const open = () => {
      source = new EventSource(downloadOf('live', {}));
      source.addEventListener('open', () => {
        retries = 0;
        setCutOffAt(null);
      });
      for (const name of news) source.addEventListener(name, () => told.current());
      source.addEventListener('error', () => {
        setCutOffAt((since) => since ?? Date.now());
        // A browser tries again at an even pace, or gives up where a server answered with an error.
        source?.close();
        clearTimeout(again);
        again = setTimeout(open, waitBefore(retries++));
      });
    };
    open();
    return () => {
      clearTimeout(again);
      source?.close();
    };
  }, [news]);
  return { cutOffAt };
}
