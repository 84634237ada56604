import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const source = readFileSync(resolve(import.meta.dirname, '../../../src/web/router.tsx'), 'utf8');

const written = [
  ...source.matchAll(/\.\.\.(\w+),\s*path: '([^']+)'|getParentRoute: \(\) => root,\s*path: '([^']+)'/g),
].map(
  ([, parent, path = '', outer]) => outer ?? (parent === 'inSettings' ? `/settings/${path}`.replace(/\/+$/, '') : path),
);

if (written.length !== source.match(/\bpath: '/g)?.length)
  throw new Error('A path of the router is written in another way.');

/**
 * Paths of all pages as the router writes them, `/tickets/$key` for one, so that what is done for every page knows of a new
 * one. The frame of the settings has the path of their first page.
 */
export const routerPaths: readonly string[] = [...new Set(written)];
