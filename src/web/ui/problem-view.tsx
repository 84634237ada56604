import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#contract/client.ts';
import classes from './states.module.css';

interface Told {
  readonly what: string;
  readonly todo: string;
  readonly code: string | null;
  readonly details: readonly string[];
}

/** An error in the reader's words: what happened, why, the next step. */
function useTold(error: unknown): Told {
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

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly action?: ReactNode;
}

export function ProblemView({ error, onRetry, action }: Props) {
  const { t } = useTranslation();
  const { what, todo, code, details } = useTold(error);
  return (
    <div className={classes.state} role="alert">
      <span className={classes.problemIcon}>
        <IconAlertTriangle size={20} aria-hidden />
      </span>
      <p className={classes.title}>{what}</p>
      <p className={classes.lead}>{todo}</p>
      {details.length > 0 && (
        <ul className={classes.details}>
          {details.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className={classes.actions}>
        {onRetry !== undefined && (
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
        {action}
      </div>
      {code !== null && (
        <p className={classes.code}>
          {t('common.problemReference')} <code>{code}</code>
        </p>
      )}
    </div>
  );
}
