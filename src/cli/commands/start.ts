import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { callHolder } from '#app/folder-lock.ts';
import { version } from '#app/version.ts';
import { VigieError } from '#domain/error.ts';
import { type Settings, secretSettings } from '#settings';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { findPort, isLoopback, listenError, openBrowser } from '../listen.ts';

interface Options {
  readonly host?: string;
  readonly port?: string;
  readonly open?: boolean;
  readonly json?: boolean;
}

const webRoot = resolve(import.meta.dirname, '../../../dist/web');

/** `vigie start`: the server, until it is told to stop. */
export function addStart(program: Command, cli: Cli): void {
  const command = program
    .command('start')
    .description(cli.text({ en: 'serve the web app and the API', fr: 'servir l’application web et l’API' }))
    .option('--host <address>', cli.text({ en: 'address to listen on', fr: 'adresse d’écoute' }))
    .option('--port <number>', cli.text({ en: 'port to listen on', fr: 'port d’écoute' }))
    .option('--open', cli.text({ en: 'open it in the browser', fr: 'l’ouvrir dans le navigateur' }))
    .option('--json', cli.text({ en: 'say as JSON where it listens', fr: 'indiquer en JSON où il écoute' }))
    .action((options: Options) => runStart(cli, options));
  examples(command, cli, ['vigie start', 'vigie start --port 8080 --open', 'VIGIE_DATA=/srv/vigie vigie start']);
}

async function runStart(cli: Cli, options: Options): Promise<void> {
  const settings = await cli.settings();
  const host = options.host ?? settings.host;
  if (!isLoopback(host) && settings.publicUrl === null) throw new VigieError('server.host-refused', { host });
  // Both are checked before the stores open, which takes seconds: first what tells more.
  await refuseSecondStart(settings);
  const port = await findPort(host, readPort(options.port) ?? settings.port);
  const installation = await cli.installation();
  const [{ buildServer }, { accountsOf }, { startJobs }, { startWatch }, { outgoingOf }, { clearUploads }] =
    await Promise.all([
      import('#server/build-server.ts'),
      import('#app/accounts/accounts.ts'),
      import('#jobs/start-jobs.ts'),
      import('#jobs/watch/start-watch.ts'),
      import('#app/watch/outgoing.ts'),
      import('#app/imports/start-import.ts'),
    ]);
  await clearUploads(installation);
  const log = await logOf(settings);
  const accounts = accountsOf(installation, { ...settings, host, port }, (what, err) => log?.warn({ err }, what));
  const server = buildServer(installation, accounts, {
    webRoot: existsSync(webRoot) ? webRoot : null,
    log,
    host,
    publicUrl: settings.publicUrl,
    trustProxy: settings.trustProxy,
    rateLimit: settings.rateLimit,
  });
  const url = await server.listen({ host, port }).catch((error: unknown) => {
    throw listenError(error, host, port);
  });
  const jobLog = log ?? { error: () => {} };
  const jobs = await startJobs(installation, jobLog, { post: accounts });
  const watch = startWatch(installation, jobLog, outgoingOf(accounts));
  if (log) log.level = settings.log;
  cli.answerOthers();
  const ending = cli.io.endSignal();
  const { makeOwnerLink } = await import('#app/accounts/first-owner.ts');
  const ownerLink = await makeOwnerLink(accounts);
  await announce(cli, { url, ownerLink, settings }, options.json === true);
  if (options.open) openBrowser(url);
  if (!ending.aborted) await new Promise((stop) => ending.addEventListener('abort', stop, { once: true }));
  if (cli.io.tty.stdout) await cli.note(cli.text({ en: '\nStopping…', fr: '\nArrêt…' }));
  await Promise.all([server.close(), jobs.stop(), watch.stop()]);
}

async function refuseSecondStart({ dataFolder }: Settings): Promise<void> {
  const holder = await callHolder(dataFolder);
  holder?.destroy();
  if (holder) throw new VigieError('data.in-use', { folder: dataFolder });
}

function readPort(given: string | undefined): number | null {
  if (given === undefined) return null;
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new VigieError('cli.bad-value', { name: '--port', value: given, expected: '0–65535' });
}

async function logOf({ log }: Settings) {
  if (log === 'silent') return null;
  const { openLog } = await import('#app/logging/open-log.ts');
  // Raised once it listens: where it does is said by `announce`.
  return openLog('warn', secretSettings());
}

interface Started {
  readonly url: string;
  /** Makes the first account; null where there is one. */
  readonly ownerLink: string | null;
  readonly settings: Settings;
}

async function announce(cli: Cli, { url, ownerLink, settings }: Started, json: boolean): Promise<void> {
  const readyMs = Math.round(performance.now());
  const { dataFolder } = settings;
  if (json) return cli.printJson({ url, dataFolder, readyMs, ownerLink });
  await cli.print(
    cli.text({
      en: `Vigie ${version} is ready in ${readyMs} ms: ${url}\nData folder: ${dataFolder}. Ctrl-C stops it.`,
      fr: `Vigie ${version} est prête en ${readyMs} ms : ${url}\nDossier de données : ${dataFolder}. Ctrl-C l’arrête.`,
    }),
  );
  if (ownerLink !== null) {
    await cli.print(
      cli.text({
        en: `Make the first account, within the hour: ${ownerLink}`,
        fr: `Créez le premier compte, dans l’heure : ${ownerLink}`,
      }),
    );
  }
  if (!existsSync(webRoot)) {
    await cli.note(
      cli.text({
        en: 'The web app is not built: only the API answers. “npm start” builds it.',
        fr: 'L’application web n’est pas construite : seule l’API répond. « npm start » la construit.',
      }),
    );
  }
}
