import ipaddr from 'ipaddr.js';

/** Addresses at which machines of a cloud are told their credentials, where the ranges do not tell. */
const metadata = ['169.254.169.254', '100.100.100.200', '168.63.129.16', 'fd00:ec2::254', 'fd20:ce::254'].map((text) =>
  ipaddr.parse(text).toNormalizedString(),
);

/** Ranges of a network of one's own, allowed where the operator says so. */
const ownRanges: readonly string[] = ['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'];

/** The part of IPv6 that is routed over the internet. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether a request to an address that somebody typed may go to this IP address. Only what is routed over the internet is;
 * with `allowPrivate`, the machine itself and private networks too, but never metadata, link-local, multicast, unspecified or
 * reserved addresses, nor IPv4 addresses dressed as IPv6.
 */
export function isAllowedAddress(text: string, allowPrivate: boolean): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (metadata.includes(address.toNormalizedString())) return false;
  const range = address.range();
  if (ownRanges.includes(range)) return allowPrivate;
  if (range !== 'unicast') return false;
  return !(address instanceof ipaddr.IPv6) || address.match(globalUnicast);
}
