import { setTimeout as sleep } from 'node:timers/promises';
import { callHolder } from '#app/folder-lock.ts';
import type { Installation } from '#app/installation.ts';
import type { OpeningStep } from '#app/open-installation.ts';
import { VigieError } from '#domain/error.ts';
import { readSettings, type Settings } from '#settings';
import type { Host } from '../cli.ts';
import { type Io, write } from '../io.ts';
import { runVigie } from '../run-vigie.ts';
import { answerCalls, type Calls } from './answer-calls.ts';
import { callOn } from './call-holder.ts';
import { FolderHeld } from './folder-held.ts';
import { openingError } from './opening-error.ts';
import { showOpening } from './show-opening.ts';

/** How long a holder may take to start or to end before a command gives up. */
const PATIENCE_MS = 20_000;

/**
 * After how long a command answers those of other terminals. A shorter one is soon over, and they open the stores
 * themselves; its own terminal should not wait for theirs.
 */
const ANSWER_AFTER_MS = 3_000;

/** How long a server that is told to stop lets commands of other terminals finish. */
const SERVER_PATIENCE_MS = 3_000;
const MAX_TIMER_MS = 2 ** 31 - 1;

/** This process, with stores of its own as long as nobody else holds the data folder. */
export class LocalHost implements Host {
  #settings: Settings | null = null;
  #installation: Installation | null = null;
  #calls: Calls | null = null;
  #answering: NodeJS.Timeout | undefined;
  #patienceMs = MAX_TIMER_MS;

  async settings(): Promise<Settings> {
    this.#settings ??= readSettings();
    return this.#settings;
  }

  async installation(io: Io): Promise<Installation> {
    if (this.#installation) return this.#installation;
    const settings = await this.settings();
    await throwIfHeld(settings.dataFolder);
    // Opening the stores is what takes time to load: commands that need none never come here.
    const { openInstallation } = await import('#app/open-installation.ts');
    const opening = showOpening(io);
    let reached: OpeningStep | null = null;
    try {
      this.#installation = await openInstallation(settings, (step) => {
        reached = step;
        opening.step(step);
      });
    } catch (error) {
      if (error instanceof VigieError && error.code === 'data.in-use') await throwIfHeld(settings.dataFolder);
      throw openingError(error, settings, reached);
    } finally {
      opening.end();
    }
    this.#answering = setTimeout(() => this.#answer(), ANSWER_AFTER_MS).unref();
    return this.#installation;
  }

  answerOthers(): void {
    this.#patienceMs = SERVER_PATIENCE_MS;
    this.#answer();
  }

  /** Finishes what other terminals asked for, then closes the stores. */
  async close(): Promise<void> {
    clearTimeout(this.#answering);
    await this.#calls?.close(this.#patienceMs);
    await this.#installation?.close();
    this.#installation = null;
  }

  #answer(): void {
    clearTimeout(this.#answering);
    if (this.#installation && this.#settings) this.#calls ??= answerCalls(this.#installation, this.#settings, runVigie);
  }
}

async function throwIfHeld(dataFolder: string): Promise<void> {
  const holder = await callHolder(dataFolder);
  if (holder) throw new FolderHeld(holder);
}

/** Runs a command line here, or in the process that holds the data folder. */
export async function runHere(argv: readonly string[], io: Io, host: LocalHost): Promise<number> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  let waiting = false;
  for (;;) {
    try {
      return await runVigie(argv, io, host);
    } catch (error) {
      if (!(error instanceof FolderHeld)) throw error;
      const code = await callOn(error.holder, argv, io);
      if (code !== null) return code;
    }
    if (performance.now() > giveUpAt) {
      throw new VigieError('data.in-use', { folder: (await host.settings()).dataFolder });
    }
    if (!waiting && io.tty.stderr) await write(io.stderr, io.language === 'fr' ? 'Un instant…\n' : 'One moment…\n');
    waiting = true;
    await sleep(200);
  }
}
