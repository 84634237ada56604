import { VigieError } from '../../error.ts';

/** Parameters of a report as the address of its page has them, such as `period=last-30-days` and `f.team=returns`. */
export type Address = Readonly<Record<string, string>>;

/** More would fit into no address that a browser keeps. */
export const mostParameters = 60;
export const longestValue = 4_000;

/** Checks the size of an address. Throws `saved.address-too-long`, naming the path of what is too long. */
export function checkAddress(address: Address, path: string): void {
  const entries = Object.entries(address);
  const long = entries.find(([name, value]) => name.length > 100 || value.length > longestValue);
  if (entries.length <= mostParameters && long === undefined) return;
  const at = long === undefined ? path : `${path}.${long[0].slice(0, 100)}`;
  throw new VigieError('saved.address-too-long', { most: mostParameters, longest: longestValue }, { path: at });
}

const filterParameter = /^f(?:-[a-z]+)?\.(.+)$/s;

/** The field that a parameter narrows a report by, as `f.team` and `f-not.team` do; null where it does something else. */
export function fieldOfParameter(name: string): string | null {
  return filterParameter.exec(name)?.[1] ?? null;
}

/** Whether a parameter narrows a report to some of its rows. */
export const isFilterParameter = (name: string): boolean => fieldOfParameter(name) !== null;
