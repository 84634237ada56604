import { isIP } from 'node:net';
import { VigieError } from '#domain/error.ts';
import { isAllowedAddress } from './is-allowed-address.ts';

const ports = { 'http:': 80, 'https:': 443 } as const;

/** Where a request goes: an address that somebody typed, brought into one form. */
export interface Target {
  readonly url: URL;
  /** Without the brackets of IPv6 and without a dot at its end. */
  readonly host: string;
  readonly port: number;
}

/**
 * Reads an address that somebody typed as the browser would, so that no spelling of an IP address passes for a name. Names are
 * resolved and checked when the request is made. Throws `outgoing.bad-url`, `.scheme-refused`, `.login-in-url`,
 * `.port-refused` and `.address-refused`; none of them repeats more of the address than its host.
 */
export function parseTarget(text: string, allowPrivate: boolean): Target {
  if (!URL.canParse(text)) throw new VigieError('outgoing.bad-url');
  const url = new URL(text);
  const { protocol, hostname } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && allowPrivate)) {
    throw new VigieError('outgoing.scheme-refused', { scheme: protocol.slice(0, -1).slice(0, 20) });
  }
  if (url.username !== '' || url.password !== '') throw new VigieError('outgoing.login-in-url');
  const port = url.port === '' ? ports[protocol] : Number(url.port);
  if (port < 1024 && port !== 80 && port !== 443) throw new VigieError('outgoing.port-refused', { port });
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (host === '') throw new VigieError('outgoing.bad-url');
  if (isIP(host) !== 0 && !isAllowedAddress(host, allowPrivate)) {
    throw new VigieError('outgoing.address-refused', { host });
  }
  return { url, host, port };
}
