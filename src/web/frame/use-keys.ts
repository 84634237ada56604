import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { usePlaces } from './use-places.ts';

interface Actions {
  readonly search: () => void;
  readonly help: () => void;
  readonly rail: () => void;
}

/** A second key counts as one gesture with the first for this long. */
const gestureMs = 1200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  );
}

/** `⌘K` everywhere; `g o`, `?`, `[` and `/` unless the reader is typing. */
export function useKeys(actions: Actions): void {
  const navigate = useNavigate();
  const places = usePlaces();
  const latest = useRef({ ...actions, places });
  latest.current = { ...actions, places };
  useEffect(() => {
    let wentAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.search();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const place =
        event.timeStamp - wentAt < gestureMs ? latest.current.places.find(({ key }) => key === event.key) : undefined;
      wentAt = event.key === 'g' ? event.timeStamp : 0;
      if (place !== undefined) void navigate({ to: place.to });
      else if (event.key === '?') latest.current.help();
      else if (event.key === '[') latest.current.rail();
      else if (event.key === '/') {
        event.preventDefault();
        latest.current.search();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate]);
}
