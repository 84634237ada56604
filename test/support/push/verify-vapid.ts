import { createPublicKey, verify } from 'node:crypto';

const DAY_SECONDS = 86_400;

/** The claims of a `vapid` header whose signature is of the key it names, for this push service; throws on any other. */
export function verifyVapid(header: string, audience: string): Readonly<Record<string, unknown>> {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? [];
  const [head = '', body = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = Buffer.from(signature, 'base64url');
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    signed,
  );
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  const left = claims.exp - Date.now() / 1000;
  if (!isSigned || claims.aud !== audience || left <= 0 || left > DAY_SECONDS) throw new Error('not signed for here');
  return { ...claims, key };
}
