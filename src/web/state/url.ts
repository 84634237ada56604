import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from '#presentation/question/filters.ts';
import { type Patch, patchSearch } from '#presentation/question/patch-search.ts';

/** The URL's search as plain texts: `?every=week&f.team=a`, not JSON. */
export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
  // Left readable: these characters need no escape in a query.
  const text = new URLSearchParams(entries as [string, string][])
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%28', '(')
    .replaceAll('%29', ')');
  return text === '' ? '' : `?${text}`;
}

/** Any texts are a search; what a page does not know it leaves alone. */
export function validateSearch(search: Record<string, unknown>): Search {
  return Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The page's state in its URL. A change replaces the entry of the history unless it is a step the reader may undo. */
export function useUrl() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const replaceAll = useCallback(
    (next: Search, step = false) => {
      void navigate({ to: '.', search: () => next, replace: !step, resetScroll: false });
    },
    [navigate],
  );
  // It stays the same while the search changes, so that what only writes the URL need not be drawn again.
  const patch = useCallback(
    (change: Patch, step = false) => {
      const search = (now: Record<string, unknown>) => patchSearch(validateSearch(now), change);
      void navigate({ to: '.', search, replace: !step, resetScroll: false });
    },
    [navigate],
  );
  return { search, patch, replaceAll };
}
