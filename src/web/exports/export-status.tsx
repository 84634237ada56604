import { ActionIcon, Loader } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../form/problem-note.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './exports.module.css';
import type { Export } from './use-export.ts';

interface Props {
  readonly current: Export;
  readonly onCancel: () => void;
}

/** How an export goes, and the way to stop it. */
export function ExportStatus({ current, onCancel }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (current.state === 'failed') return <ProblemNote error={current.error} />;
  return (
    <div role="status" className={current.state === 'idle' ? undefined : classes.status}>
      {current.state === 'writing' && (
        <>
          <Loader size={14} aria-hidden />
          <span>{t('file.writing', { name: current.name })}</span>
          {current.bytes > 0 && (
            <span className="figures">{t('file.received', { bytes: format.bytes(current.bytes) })}</span>
          )}
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('file.cancel')} onClick={onCancel}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </>
      )}
      {current.state === 'done' && t('file.written', { name: current.name })}
      {current.state === 'cancelled' && t('file.cancelled')}
    </div>
  );
}
