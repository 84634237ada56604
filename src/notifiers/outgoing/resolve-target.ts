import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { VigieError } from '#domain/error.ts';
import { isAllowedAddress } from './is-allowed-address.ts';

/** Finds the addresses of a name; the system's own resolver unless a test gives another. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const systemResolve: Resolve = (host) => dns.lookup(host, { all: true });

/**
 * The addresses to connect to, each of them allowed. A name with one address that is not is refused as a whole, without
 * saying which: the names of a private network are nobody's to probe. Throws `outgoing.unknown-host` and `.address-refused`.
 */
export async function resolveTarget(host: string, allowPrivate: boolean, resolve: Resolve): Promise<LookupAddress[]> {
  const family = isIP(host);
  const found = family === 0 ? await resolve(host).catch(() => []) : [{ address: host, family }];
  if (found.length === 0) throw new VigieError('outgoing.unknown-host', { host });
  if (!found.every(({ address }) => isAllowedAddress(address, allowPrivate))) {
    throw new VigieError('outgoing.address-refused', { host });
  }
  return [...found];
}
