import type { Readable } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '#app/access/actor.ts';
import type { Identity } from '#app/access/identify.ts';
import type { Accounts } from '#app/accounts/accounts.ts';
import type { Asker } from '#app/accounts/ask.ts';
import type { SignedIn } from '#app/accounts/own-account.ts';
import type { App } from '#app/app.ts';
import type { Installation } from '#app/installation.ts';
import type { RouteId } from '#contract/paths.ts';
import type { Routes } from '#contract/routes.ts';
import type { Language } from '#domain/error.ts';

type Part<Id extends RouteId, Key extends string> =
  Routes[Id] extends Readonly<Record<Key, infer Value>> ? Value : never;
type Parsed<Schema> = [Schema] extends [never] ? undefined : Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A body that the route reads itself: its media type, and its bytes already unpacked. */
export interface RawInput {
  readonly type: string;
  readonly bytes: Readable;
}

/** Bytes to send, as they come. */
export interface RawOutput {
  readonly type: string;
  /** Null: it is read as it comes, not kept. */
  readonly filename: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

type BodyOf<Id extends RouteId> = [Part<Id, 'body'>] extends [never]
  ? undefined
  : Part<Id, 'body'> extends { readonly json: infer Schema extends z.ZodType }
    ? z.output<Schema>
    : RawInput;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** One request to one route, checked against the contract. */
export interface Call<Id extends RouteId> {
  readonly installation: Installation;
  readonly accounts: Accounts;
  /** The whole workspace asked of. Throws `access.no-workspace` where whoever asks is in none. */
  readonly app: App;
  /** Who asks. Throws `access.not-signed-in` where nobody does, which only routes for anyone let through. */
  readonly actor: Actor;
  /** Whose session it is. Throws `access.not-signed-in`. */
  readonly signedIn: SignedIn;
  /** Null: nobody is signed in. */
  readonly identity: Identity | null;
  readonly asker: Asker;
  /** A header of the request, null where it is missing: signatures of webhooks. */
  readonly header: (name: string) => string | null;
  /** The address that the request came from. */
  readonly address: string;
  /** Aborted when whoever asks hangs up. */
  readonly signal: AbortSignal;
  readonly params: Parsed<Part<Id, 'params'>>;
  readonly query: Parsed<Part<Id, 'query'>>;
  readonly body: BodyOf<Id>;
  /** The version that a change is of (`If-Match`), without its quotes; null: it names none. */
  readonly ifMatch: string | null;
  /** The language in which texts of errors are answered. */
  readonly language: Language;
  readonly log: FastifyBaseLogger;
}

/** What a route answers, as the contract says. */
export type Answer<Id extends RouteId> =
  Part<Id, 'answer'> extends { readonly json: infer Schema extends z.ZodType }
    ? DeepReadonly<z.input<Schema>>
    : RawOutput;

type Reply<Id extends RouteId> =
  Part<Id, 'answer'> extends { readonly empty: true } ? Promise<void> : Promise<Answer<Id>>;

export type Handlers = { readonly [Id in RouteId]: (call: Call<Id>) => Reply<Id> };
