import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './states.module.css';
import { useTold } from './use-told.ts';

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
