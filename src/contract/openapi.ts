import { z } from 'zod';
import { base } from './paths.ts';
import type { Route, RouteAnswer, RouteBody } from './route.ts';
import { routes } from './routes.ts';
import { cloudEvent } from './schemas/data-in/event.ts';
import { problem } from './schemas/problem.ts';

type Json = Record<string, unknown>;

/** Turns schemas into JSON Schema, their named parts gathered as components. */
function schemaWriter() {
  const components: Record<string, Json> = {};
  const write = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const json = z.toJSONSchema(schema, {
      io,
      override: ({ jsonSchema }) => {
        if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      },
    }) as Json;
    const text = JSON.stringify(json).replaceAll('#/$defs/', '#/components/schemas/');
    const { $defs, $schema: _, ...rest } = JSON.parse(text) as Json & { $defs?: Record<string, Json> };
    for (const [name, definition] of Object.entries($defs ?? {})) components[name] = withoutId(definition);
    if (typeof rest.id !== 'string') return rest;
    components[rest.id] ??= withoutId(rest);
    return { $ref: `#/components/schemas/${rest.id}` };
  };
  return { components, write };
}

function withoutId({ id: _, ...schema }: Json): Json {
  return schema;
}

type Write = ReturnType<typeof schemaWriter>['write'];

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query', write: Write): Json[] {
  if (schema === undefined) return [];
  return Object.entries(schema.shape).map(([name, part]) => {
    const partSchema = part as z.ZodType;
    return {
      name,
      in: place,
      required: place === 'path' || !partSchema.safeParse(undefined).success,
      schema: write(partSchema, 'input'),
    };
  });
}

function bodyOf(route: Route, body: RouteBody, write: Write): Json {
  if ('json' in body) return { required: true, content: { 'application/json': { schema: write(body.json, 'input') } } };
  const schemaOf = (type: string): Json => {
    if (route.id !== 'post-events') return { type: 'string', format: 'binary' };
    const event = write(cloudEvent, 'input');
    if (type.includes('ndjson')) return { type: 'string', description: 'One CloudEvent a line' };
    return type === 'application/cloudevents+json' ? event : { type: 'array', items: event };
  };
  return { required: true, content: Object.fromEntries(body.raw.map((type) => [type, { schema: schemaOf(type) }])) };
}

function answerOf(answer: RouteAnswer, write: Write): Json {
  if ('empty' in answer) return {};
  if ('json' in answer) return { 'application/json': { schema: write(answer.json, 'output') } };
  return Object.fromEntries(answer.raw.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
}

function operationOf(route: Route, write: Write): Json {
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.tag],
    parameters: [...parametersOf(route.params, 'path', write), ...parametersOf(route.query, 'query', write)],
    ...(route.body === undefined ? {} : { requestBody: bodyOf(route, route.body, write) }),
    responses: {
      [route.answer.status]: {
        description: 'Done',
        ...('empty' in route.answer ? {} : { content: answerOf(route.answer, write) }),
      },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: write(problem, 'output') } },
      },
    },
  };
}

/** The OpenAPI 3.1 document of the API, from the same schemas that check requests. */
export function buildOpenApi(version: string): Json {
  const { components, write } = schemaWriter();
  const documented: Record<string, Json> = {};
  for (const route of Object.values<Route>(routes)) {
    const item = documented[route.path] ?? {};
    item[route.method.toLowerCase()] = operationOf(route, write);
    documented[route.path] = item;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vigie', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: base }],
    paths: documented,
    components: { schemas: components },
  };
}
