import { resolve } from 'node:path';
import { z } from 'zod';

const variables = z.object({
  VIGIE_DATA: z.string().min(1).default('./data'),
  VIGIE_HOST: z.string().min(1).default('127.0.0.1'),
  VIGIE_PORT: z.coerce.number().int().min(0).max(65_535).default(4700),
  VIGIE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  VIGIE_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  CLICKHOUSE_URL: z
    .url({ protocol: /^https?$/ })
    .refine(canDecodeLogin, 'Expected “%” in the user name or password to be written “%25”')
    .optional(),
  CLICKHOUSE_CLUSTER: z
    .string()
    .regex(/^[\w.-]+$/, 'Expected letters, digits, “_”, “.” and “-”')
    .optional(),
  VIGIE_SECRET: z.string().min(32).optional(),
  VIGIE_URL: z.url({ protocol: /^https?$/ }).optional(),
  VIGIE_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  VIGIE_RATE_LIMIT: z.coerce.number().int().min(0).max(1_000_000).default(3000),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  VIGIE_MAIL_FROM: z.string().min(3).default('Vigie <vigie@localhost>'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).default('Single sign-on'),
});

/** Where mail goes out, and in whose name. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

/** The OpenID Connect provider at which people may sign in. */
export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the button calls it. */
  readonly name: string;
}

const schema = variables.refine(
  (given) => given.CLICKHOUSE_CLUSTER === undefined || given.CLICKHOUSE_URL !== undefined,
  {
    path: ['CLICKHOUSE_CLUSTER'],
    message: 'Expected CLICKHOUSE_URL beside it',
  },
);

function canDecodeLogin(address: string): boolean {
  try {
    const { username, password } = new URL(address);
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

/** Every setting of Vigie, read once from the environment. */
export interface Settings {
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly log: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Threads that parse and fold; null: one per processor. */
  readonly workers: number | null;
  readonly databaseUrl: string | null;
  readonly clickhouseUrl: string | null;
  /** The cluster, as its servers name it, over which the tables are spread; null: one server holds them. */
  readonly clickhouseCluster: string | null;
  /** From which all keys are derived; null: a file of the data folder. Several processes on one database need the same. */
  readonly secret: string | null;
  /** The address under which people reach Vigie, without a slash at its end; null: where it listens. */
  readonly publicUrl: string | null;
  /** Whether a proxy before Vigie says whom it serves (`X-Forwarded-For`). */
  readonly trustProxy: boolean;
  /** Requests a minute that one address or token may make; 0: any number. */
  readonly rateLimit: number;
  readonly mail: MailSettings | null;
  readonly singleSignOn: SingleSignOnSettings | null;
}

/** What `vigie doctor` lists: each variable with its meaning and default. */
export const settingsReference: readonly {
  readonly name: string;
  readonly meaning: string;
  readonly default: string;
  /** Its value is not shown. */
  readonly secret?: boolean;
}[] = [
  { name: 'VIGIE_DATA', meaning: 'folder of the embedded stores', default: './data' },
  { name: 'VIGIE_HOST', meaning: 'address to listen on', default: '127.0.0.1' },
  { name: 'VIGIE_PORT', meaning: 'port to listen on', default: '4700' },
  { name: 'VIGIE_LOG', meaning: 'silent, error, warn, info or debug', default: 'info' },
  { name: 'VIGIE_WORKERS', meaning: 'threads that parse and fold', default: 'one per processor' },
  { name: 'DATABASE_URL', meaning: 'PostgreSQL instead of the embedded PGlite', default: 'embedded' },
  { name: 'CLICKHOUSE_URL', meaning: 'ClickHouse instead of the embedded chDB', default: 'embedded' },
  {
    name: 'CLICKHOUSE_CLUSTER',
    meaning: 'cluster of that ClickHouse server over which the tables are spread',
    default: 'one server',
  },
  {
    name: 'VIGIE_SECRET',
    meaning: 'secret of at least 32 characters from which keys are derived',
    default: 'the file secret.key of the data folder',
    secret: true,
  },
  { name: 'VIGIE_URL', meaning: 'address under which people reach Vigie', default: 'where it listens' },
  { name: 'VIGIE_TRUST_PROXY', meaning: '1: a proxy in front says whom it serves', default: '0' },
  { name: 'VIGIE_RATE_LIMIT', meaning: 'requests a minute of one address or token; 0: any number', default: '3000' },
  { name: 'SMTP_URL', meaning: 'server that sends mail, smtp://user:password@host:port', default: 'no mail' },
  { name: 'VIGIE_MAIL_FROM', meaning: 'sender of mail', default: 'Vigie <vigie@localhost>' },
  { name: 'OIDC_ISSUER', meaning: 'OpenID Connect provider for single sign-on', default: 'none' },
  { name: 'OIDC_CLIENT_ID', meaning: 'client id at the provider', default: 'none' },
  { name: 'OIDC_CLIENT_SECRET', meaning: 'client secret at the provider', default: 'none', secret: true },
  { name: 'OIDC_NAME', meaning: 'name of the provider on the sign-in page', default: 'Single sign-on' },
];

/** Settings that cannot be used, each with its variable. */
export class SettingsError extends Error {
  readonly problems: readonly { readonly name: string; readonly reason: string }[];

  constructor(problems: readonly { readonly name: string; readonly reason: string }[]) {
    const lines = problems.map(({ name, reason }) => `${name}: ${reason}`);
    super(`Settings that cannot be used: ${lines.join('; ')}. See “vigie doctor” for the list.`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/** Which of the variables of `settingsReference` the environment sets, with their values. */
export function givenSettings(env: NodeJS.ProcessEnv = process.env): Readonly<Record<string, string>> {
  return Object.fromEntries(
    settingsReference.flatMap(({ name }) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
}

/** The language of the terminal: French where the locale is, else English. */
export function readLanguage(env: NodeJS.ProcessEnv = process.env): 'en' | 'fr' {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^fr/i.test(locale) ? 'fr' : 'en';
}

/** Reads and checks the environment; the message of a failure names each bad variable. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ name: issue.path.join('.'), reason: issue.message }));
    throw new SettingsError(issues);
  }
  const values = parsed.data;
  return {
    dataFolder: resolve(values.VIGIE_DATA),
    host: values.VIGIE_HOST,
    port: values.VIGIE_PORT,
    log: values.VIGIE_LOG,
    workers: values.VIGIE_WORKERS ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    clickhouseUrl: values.CLICKHOUSE_URL ?? null,
    clickhouseCluster: values.CLICKHOUSE_CLUSTER ?? null,
    secret: values.VIGIE_SECRET ?? null,
    publicUrl: values.VIGIE_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: values.VIGIE_TRUST_PROXY === '1',
    rateLimit: values.VIGIE_RATE_LIMIT,
    mail: values.SMTP_URL ? { url: values.SMTP_URL, from: values.VIGIE_MAIL_FROM } : null,
    singleSignOn: readSingleSignOn(values),
  };
}

/** All three of them, or none. */
function readSingleSignOn(values: z.output<typeof schema>): SingleSignOnSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = values;
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret, name };
  const given = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  const missing = Object.entries(given).filter(([, value]) => !value);
  if (missing.length === 3) return null;
  throw new SettingsError(missing.map(([name]) => ({ name, reason: 'is needed with the other OIDC settings' })));
}
