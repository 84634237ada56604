import { useTranslation } from 'react-i18next';
import { ApiError } from '#contract/client.ts';

interface Told {
  readonly what: string;
  readonly todo: string;
  readonly code: string | null;
  readonly details: readonly string[];
}

/** An error in the reader's words: what happened, why, the next step. */
export function useTold(error: unknown): Told {
  const { t } = useTranslation();
  if (!(error instanceof ApiError)) {
    return { what: t('common.crashed'), todo: t('common.crashedTodo'), code: null, details: [] };
  }
  const { code, detail, todo, errors, instance } = error.problem;
  const reference = instance === '' ? code : `${code} · ${instance}`;
  if (code === 'client.unreachable') {
    return { what: t('common.problemUnreachable'), todo: t('common.problemUnreachableTodo'), code: null, details: [] };
  }
  if (code === 'client.unexpected') {
    return { what: t('common.problemUnexpected'), todo: t('common.problemUnexpectedTodo'), code: detail, details: [] };
  }
  return { what: detail, todo, code: reference, details: errors.map(({ path, message }) => `${path}: ${message}`) };
}
