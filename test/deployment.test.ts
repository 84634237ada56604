import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsReference } from '#settings';

const root = resolve(import.meta.dirname, '..');
const read = (name: string) => readFileSync(resolve(root, name), 'utf8');
const dockerfile = read('Dockerfile');

interface Service {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);

test('the Dockerfile is one that Docker reads, without a warning', () => {
  expect(validate(dockerfile)).toEqual([]);
});

test('the image runs as nobody’s user, keeps its data in a volume and says whether it is ready', () => {
  const final = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  expect(final).toMatch(/\nUSER 10001:10001\n/);
  expect(final).toMatch(/\nVOLUME \["\/data"\]\n/);
  expect(final).toMatch(/\nHEALTHCHECK .*\/readyz/s);
});

test('every image has a version', () => {
  const images = [...dockerfile.matchAll(/^ARG \w+_IMAGE=(.*)$/gm)].map(([, image]) => image);
  images.push(...services.map(([, { image }]) => image));
  expect(images.length).toBeGreaterThan(3);
  for (const image of images) expect(image).toMatch(/^[\w./-]+:(?!latest)[\w.-]+$/);
});

test('two nodes run on one PostgreSQL and one ClickHouse, once these are healthy', () => {
  const [one, two] = ['node-1', 'node-2'].map((name) => compose.services[name] as Service);
  expect(one?.environment).toEqual(two?.environment);
  expect(one?.volumes).not.toEqual(two?.volumes);
  for (const store of ['postgres', 'clickhouse']) {
    expect(one?.depends_on?.[store]?.condition).toBe('service_healthy');
    expect(compose.services[store]?.healthcheck?.test.length).toBeGreaterThan(1);
  }
});

test('nodes are given settings that Vigie knows', () => {
  const known = settingsReference.map(({ name }) => name);
  for (const name of Object.keys(compose.services['node-1']?.environment ?? {})) expect(known).toContain(name);
});

test('no password is written down: each is asked of .env, and named in its example', () => {
  const example = read('.env.example');
  const asked = new Set([...read('compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
  expect([...asked].sort()).toEqual(['CLICKHOUSE_PASSWORD', 'POSTGRES_PASSWORD', 'VIGIE_SECRET']);
  for (const name of asked) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  for (const [, { environment }] of services) {
    for (const [name, value] of Object.entries(environment)) {
      if (/PASSWORD|SECRET/.test(name)) expect(value).toMatch(/^\$\{\w+:\?[^}]*\}$/);
      expect(value).not.toMatch(/:\/\/[^:]*:(?!\$\{)[^@]*@/);
    }
  }
});

test('what is published is published to this machine only, and every volume is declared', () => {
  for (const [, { ports = [], volumes }] of services) {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0] as string);
  }
});
