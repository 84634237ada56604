import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import formClasses from '../form/form.module.css';
import { useTold } from '../ui/use-told.ts';
import classes from './outside.module.css';
import { OutsideCard } from './outside.tsx';

interface Props {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly action?: ReactNode;
}

/** Why a page outside cannot be shown, with the next step. */
export function OutsideProblem({ title, error, onRetry, action }: Props) {
  const { t } = useTranslation();
  const { what, todo, code } = useTold(error);
  return (
    <OutsideCard title={title}>
      <p role="alert">
        {what} {todo}
      </p>
      <div className={formClasses.foot}>
        {onRetry !== undefined && (
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
        {action}
      </div>
      {code !== null && (
        <p className={classes.aside}>
          {t('common.problemReference')} <code>{code}</code>
        </p>
      )}
    </OutsideCard>
  );
}
