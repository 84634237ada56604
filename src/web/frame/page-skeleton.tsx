import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.skeleton} role="status">
      <span className="visually-hidden">{t('common.loading')}</span>
      <Skeleton height={24} width={220} radius="sm" />
      <Skeleton height={120} radius="md" />
      <Skeleton height={280} radius="md" />
    </div>
  );
}
