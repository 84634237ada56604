import type { Accounts } from '#app/accounts/accounts.ts';
import type { App } from '#app/app.ts';
import type { Installation } from '#app/installation.ts';
import type { Language, LocalText } from '#domain/error.ts';
import type { Settings } from '#settings';
import { type Io, write } from './io.ts';

/** What runs commands: this process with its own stores, or a running server on behalf of another terminal. */
export interface Host {
  settings(): Promise<Settings>;
  /**
   * The open installation. If another process holds the data folder it throws `FolderHeld`, and the whole command runs over
   * there: a command calls it before it reads its input or writes anything.
   */
  installation(io: Io): Promise<Installation>;
  /** From now on commands of other terminals run here, and are cut off when this one ends. */
  answerOthers?(): void;
}

/** What a command works with. */
export class Cli {
  readonly io: Io;
  readonly language: Language;
  readonly #workspace: string | null;
  readonly #host: Host;

  /** `workspace` is that of the option `--workspace`; null: the first. */
  constructor(io: Io, language: Language, workspace: string | null, host: Host) {
    this.io = io;
    this.language = language;
    this.#workspace = workspace;
    this.#host = host;
  }

  settings(): Promise<Settings> {
    return this.#host.settings();
  }

  installation(): Promise<Installation> {
    return this.#host.installation(this.io);
  }

  /** Accounts of the installation. Loaded here, since most commands need none. */
  async accounts(): Promise<Accounts> {
    const [{ accountsOf }, installation, settings] = await Promise.all([
      import('#app/accounts/accounts.ts'),
      this.installation(),
      this.settings(),
    ]);
    return accountsOf(installation, settings);
  }

  /** The workspace that the command is about. */
  async app(): Promise<App> {
    const installation = await this.installation();
    return installation.workspace(this.#workspace ?? 'default');
  }

  answerOthers(): void {
    this.#host.answerOthers?.();
  }

  text(text: LocalText): string {
    return text[this.language];
  }

  /** A line of the answer. */
  print(line: string): Promise<void> {
    return write(this.io.stdout, `${line}\n`);
  }

  /** One JSON value a line. */
  printJson(value: unknown): Promise<void> {
    return this.print(JSON.stringify(value));
  }

  /** A line beside the answer: a notice, a warning. */
  note(line: string): Promise<void> {
    return write(this.io.stderr, `${line}\n`);
  }
}
