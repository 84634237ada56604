import { knownFailure } from '#app/known-failure.ts';
import { hideKnown, hideSecrets } from '#app/logging/hide-secrets.ts';
import {
  describeError,
  type ErrorEntry,
  fillTemplate,
  type Language,
  type LocalText,
  VigieError,
} from '#domain/error.ts';
import { errorCatalogue } from '#domain/error-catalogue.ts';
import { SettingsError, secretSettings } from '#settings';
import { exitCodes, unexpectedExitCode } from './exit-codes.ts';
import { type Io, write } from './io.ts';
import { UsageError } from './usage-error.ts';

const unexpected: LocalText = {
  en: 'Something unexpected went wrong; this is a fault of Vigie.',
  fr: 'Une erreur inattendue s’est produite ; c’est un défaut de Vigie.',
};
const badSettings: LocalText = {
  en: 'Settings that cannot be used:',
  fr: 'Réglages inutilisables :',
};
const seeDoctor: LocalText = {
  en: '“vigie doctor” lists every setting.',
  fr: '« vigie doctor » donne la liste des réglages.',
};
const didYouMean: LocalText = { en: 'Did you mean {name}?', fr: 'Vouliez-vous dire {name} ?' };

/** Tells a failure to the person at the terminal and gives its exit code: the one mapper of this edge. */
export async function reportError(io: Io, language: Language, thrown: unknown): Promise<number> {
  const error = knownFailure(thrown) ?? thrown;
  const text = linesOf(error, language).join('\n');
  await write(io.stderr, `${hideKnown(text, secretSettings())}\n`);
  if (error instanceof VigieError) return exitCodes[error.kind];
  return error instanceof SettingsError ? exitCodes.invalid : unexpectedExitCode;
}

/** What happened, then what to do and the code; a conflict with what somebody else does is one line for a log. */
function linesOf(error: unknown, language: Language): string[] {
  if (error instanceof VigieError && error.kind === 'conflict') return [errorLine(error, language)];
  if (error instanceof VigieError) {
    const entry: ErrorEntry = errorCatalogue[error.code];
    const similar = error instanceof UsageError && error.similar;
    const hint = similar ? [`  ${fillTemplate(didYouMean[language], { name: similar })}`] : [];
    const todo = fillTemplate(entry.todo[language], error.params);
    return [fillTemplate(entry.message[language], error.params), ...hint, `  ${todo} [${error.code}]`];
  }
  if (error instanceof SettingsError) {
    const problems = error.problems.map(({ name, reason }) => `  ${name}: ${reason}`);
    return [badSettings[language], ...problems, `  ${seeDoctor[language]} [settings.invalid]`];
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [unexpected[language], hideSecrets(detail)];
}

/** One line of text for a failure told among other lines. */
export function errorLine(error: VigieError, language: Language): string {
  return `${describeError(error.code, error.params, language)} [${error.code}]`;
}
