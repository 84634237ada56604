/** Licences under which a package may be used beside Apache-2.0: permissive ones, and MPL-2.0, which asks for its own files only. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  // Of data: names its authors, as the documentation of calendars does.
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  // Of fonts.
  'OFL-1.1',
  // Python’s, in its two spellings.
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages whose manifest names no licence, by name and version, and what the file of the package says. */
const inTheirFiles: Readonly<Record<string, string>> = {
  'png-js 1.1.0': 'MIT',
};

export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

/** Whether an SPDX expression leaves a choice that is allowed. */
export function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isAllowed);
  return allowed.has(bare);
}

/**
 * Packages of a lock that may not be used, each with its licence. All are looked at: what is only for development is built
 * into the web app, or makes it. The licence of a build for another platform stands with the package that names it.
 */
export function listForbidden(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages).flatMap(([place, { license, version, optional, os, cpu }]) => {
    if (place === '') return [];
    if (license === undefined && optional === true && (os ?? cpu) !== undefined) return [];
    const name = place.replace(/^.*node_modules\//, '');
    const told = license ?? inTheirFiles[`${name} ${version}`];
    if (told !== undefined && isAllowed(told)) return [];
    return [`${name} (${told ?? 'no licence'})`];
  });
}
