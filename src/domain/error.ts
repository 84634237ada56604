import { type ErrorCode, errorCatalogue } from './error-catalogue.ts';

/** The kinds of expected failure. Each edge maps a kind once: HTTP status, CLI exit code, job retry. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'limited'
  | 'unavailable';

/** Languages in which every text for people exists. */
export type Language = 'en' | 'fr';

/** A text in each language; `{name}` stands for a parameter. */
export type LocalText = Readonly<Record<Language, string>>;

/** What the catalogue says of one code: its kind, what happened (and why), and what to do next. */
export interface ErrorEntry {
  readonly kind: ErrorKind;
  readonly message: LocalText;
  readonly todo: LocalText;
}

export type ErrorParams = Readonly<Record<string, string | number>>;

/** Fills `{name}` placeholders of a template; an unknown name stays as it is, so a gap is seen and not hidden. */
export function fillTemplate(template: string, params: ErrorParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/**
 * An expected failure. `code` is an entry of the one catalogue, `params` fill its texts; `message` is the English text
 * followed by what to do. `path` is the JSON path of the offending value where there is one.
 */
export class VigieError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly path: string | undefined;

  constructor(code: ErrorCode, params: ErrorParams = {}, options: { path?: string; cause?: unknown } = {}) {
    super(describeError(code, params, 'en'), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'VigieError';
    this.code = code;
    this.params = params;
    this.path = options.path;
  }

  get kind(): ErrorKind {
    return errorCatalogue[this.code].kind;
  }
}

/** The text of an error for people: what happened, then what to do. */
export function describeError(code: ErrorCode, params: ErrorParams, language: Language): string {
  const entry: ErrorEntry = errorCatalogue[code];
  return `${fillTemplate(entry.message[language], params)} ${fillTemplate(entry.todo[language], params)}`;
}
