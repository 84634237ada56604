import { useEffect, useRef, useState } from 'react';
import { downloadOf } from '../api/client.ts';

/** Whether news of the workspace arrive, and since when not. */
export interface Live {
  /** Epoch milliseconds; null: they arrive. */
  readonly cutOffAt: number | null;
}

/** Listens to the workspace and says when its figures changed. A connection that is lost is sought again, for as long as it takes. */
export function useLive(onFacts: () => void): Live {
  const [cutOffAt, setCutOffAt] = useState<number | null>(null);
  const told = useRef(onFacts);
  told.current = onFacts;
  useEffect(() => {
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(downloadOf('live', {}));
      source.addEventListener('open', () => setCutOffAt(null));
      source.addEventListener('facts', () => told.current());
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
  }, []);
  return { cutOffAt };
}
