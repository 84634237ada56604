import type { FastifyInstance, InjectOptions } from 'fastify';
import { base } from '#contract/paths.ts';
import type { Person } from './people.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who asks (nobody if null, whoever the server takes for asking if undefined), and what. */
export type Call = readonly [
  person: Person | null | undefined,
  method: Method,
  url: string,
  body?: object,
  headers?: object,
];

/** Asks the API of a server, as a browser would. */
export async function askAs(server: FastifyInstance, ...[person, method, url, body, headers = {}]: Call) {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const cookie = person === undefined ? {} : { cookie: person?.cookie ?? '' };
  const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
  const call: InjectOptions = { method, url: base + url, headers: { ...type, ...cookie, ...headers }, ...payload };
  const answer = await server.inject(call);
  const json = answer.body === '' ? {} : answer.json();
  return { status: answer.statusCode, json, etag: String(answer.headers.etag ?? '') };
}
