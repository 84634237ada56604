import type { App } from '#app/app.ts';
import type { Language, LocalText } from '#domain/error.ts';
import type { Settings } from '#settings';
import { type Io, write } from './io.ts';

/** What runs commands: this process with its own stores, or a running server on behalf of another terminal. */
export interface Host {
  settings(): Promise<Settings>;
  /**
   * The open app. If another process holds the data folder it throws `FolderHeld`, and the whole command runs over
   * there: a command calls it before it reads its input or writes anything.
   */
  app(io: Io): Promise<App>;
  /** From now on commands of other terminals run here, and are cut off when this one ends. */
  answerOthers?(): void;
}

/** What a command works with. */
export class Cli {
  readonly io: Io;
  readonly language: Language;
  readonly #host: Host;

  constructor(io: Io, language: Language, host: Host) {
    this.io = io;
    this.language = language;
    this.#host = host;
  }

  settings(): Promise<Settings> {
    return this.#host.settings();
  }

  app(): Promise<App> {
    return this.#host.app(this.io);
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
