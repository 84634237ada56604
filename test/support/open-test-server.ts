import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import { type Accounts, type AccountsPlace, openAccounts } from '#app/accounts/accounts.ts';
import type { App } from '#app/app.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';
import { saveRules } from '#records/rules.ts';
import { buildServer, type ServerOptions } from '#server/build-server.ts';
import { deskEvents, deskPolicy } from './desk.ts';
import { makeMember, type Person } from './people.ts';
import { createTestStores, type TestStores } from './test-stores.ts';

/** What nobody expected is written out, so that a failing test says why. */
const errorLog = pino({ level: 'error' });

export interface TestServer {
  readonly installation: Installation;
  /** The first workspace. */
  readonly app: App;
  readonly accounts: Accounts;
  /** Asked without saying who asks, it is asked by the owner. */
  readonly server: FastifyInstance;
  /** Owner of the first workspace, operator of the installation. */
  readonly owner: Person;
  close(): Promise<void>;
}

interface Options extends Partial<Pick<ServerOptions, 'webRoot' | 'rateLimit' | 'limits' | 'log' | 'publicUrl'>> {
  /** Stores that the caller looks after, in the place of its own. */
  readonly stores?: Partial<Omit<TestStores['places'], 'dataFolder'>>;
  /** What its accounts have besides: an address, a mail server, a single sign-on provider, a clock. */
  readonly accounts?: Partial<Pick<AccountsPlace, 'url' | 'mail' | 'singleSignOn' | 'now'>>;
}

/** A server over a real app in a folder of its own, every answer held against the contract. */
export async function openTestServer(options: Options = {}): Promise<TestServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-server-'));
  const stores = await createTestStores(dataFolder);
  const installation = await openInstallation({ ...stores.places, ...options.stores, workers: 1 });
  const app = await installation.workspace(firstWorkspace);
  const accounts = openAccounts({
    everywhere: installation.records.everywhere,
    keys: installation.keys,
    now: installation.now,
    url: 'http://127.0.0.1:4700',
    mail: null,
    singleSignOn: null,
    ...options.accounts,
  });
  const { webRoot = null, rateLimit = 0, limits = {}, log = errorLog, publicUrl = null } = options;
  const server = buildServer(installation, accounts, {
    ...{ webRoot, rateLimit, limits, log, publicUrl },
    checkAnswers: true,
  });
  const given = { email: 'owner@example.org', role: 'owner', operator: true } as const;
  const owner = await makeMember(server, accounts, app, given);
  askAs(server, owner);
  return {
    installation,
    app,
    accounts,
    server,
    owner,
    async close() {
      await server.close();
      await installation.close();
      await stores.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Lets a person ask where a request says of nobody that they ask; an empty cookie is nobody. */
function askAs(server: FastifyInstance, { cookie }: Person): void {
  const inject = server.inject.bind(server) as (options: InjectOptions) => unknown;
  const asked = (given: InjectOptions | string) => {
    const options = typeof given === 'string' ? { url: given } : given;
    const headers = options.headers ?? {};
    const told = 'cookie' in headers || 'authorization' in headers;
    return inject({ ...options, headers: told ? headers : { ...headers, cookie } });
  };
  server.inject = asked as typeof server.inject;
}

/** The tickets of `deskEvents`, with a policy that gives each of them clocks. */
export async function fillDesk(app: App): Promise<void> {
  await saveRules(app.records, app.workspace, { calendars: [], policies: [deskPolicy] });
  const answers = await ingestEvents(app, deskEvents(app.now()));
  const rejected = answers.filter(({ status }) => status !== 'accepted');
  if (rejected.length > 0) throw new Error(`Events of the desk were refused: ${JSON.stringify(rejected)}`);
  await app.folds.settled();
}
