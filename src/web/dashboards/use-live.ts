import { useEffect, useRef, useState } from 'react';
import { downloadOf } from '../api/client.ts';

/** Whether news of the workspace arrive, and since when not. */
export interface Live {
  /** Epoch milliseconds; null: they arrive. */
  readonly cutOffAt: number | null;
}

const justFacts = ['facts'] as const;

/** Listens to the workspace and says when its figures changed, or what else is listened for. A connection that is lost is sought again, for as long as it takes. */
export function useLive(onNews: () => void, news: readonly ('facts' | 'steps')[] = justFacts): Live {
  const [cutOffAt, setCutOffAt] = useState<number | null>(null);
  const told = useRef(onNews);
  told.current = onNews;
  useEffect(() => {
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(downloadOf('live', {}));
      source.addEventListener('open', () => setCutOffAt(null));
      for (const name of news) source.addEventListener(name, () => told.current());
      source.addEventListener('error', () => {
        setCutOffAt((since) => since ?? Date.now());
        // A browser gives up where a server answered with an error.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, 5_000);
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
