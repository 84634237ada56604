import { useLocation } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';

let current = { path: '', title: '' };
const listeners = new Set<() => void>();

/** Says what the open page is called, in its tab and where the reader is told where they stand. */
export function useTellTitle(title: string): void {
  const { pathname: path } = useLocation();
  useEffect(() => {
    document.title = `${title} · Vigie`;
    current = { path, title };
    for (const listener of listeners) listener();
  }, [path, title]);
}

/** What the page at an address is called, null while it has not said so. */
export function usePageTitle(path: string): string | null {
  const { path: told, title } = useSyncExternalStore(subscribe, () => current);
  return told === path ? title : null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
