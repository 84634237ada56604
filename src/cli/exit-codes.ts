import type { ErrorKind, LocalText } from '#domain/error.ts';

/** The exit code of each kind of expected failure; 0 is success and 1 what nobody expected. */
export const exitCodes: Readonly<Record<ErrorKind, number>> = {
  invalid: 2,
  'not-found': 3,
  conflict: 4,
  unauthenticated: 5,
  forbidden: 5,
  'too-large': 6,
  limited: 7,
  unavailable: 7,
};

export const unexpectedExitCode = 1;

export const exitCodesHelp: LocalText = {
  en: `Exit codes:
  0  done                        4  conflict (folder or port in use)
  1  unexpected failure          5  not allowed
  2  bad input or usage          6  too large
  3  not found                   7  a store or service is unavailable`,
  fr: `Codes de sortie :
  0  fait                        4  conflit (dossier ou port occupé)
  1  erreur inattendue           5  interdit
  2  saisie incorrecte           6  trop volumineux
  3  introuvable                 7  base ou service indisponible`,
};
