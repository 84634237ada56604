import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import formClasses from '../../form/form.module.css';
import { CopyButton } from '../../ui/copy-button.tsx';
import settingsClasses from '../settings.module.css';
import classes from './security.module.css';

interface Props {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Codes for when the device is lost, shown this once: to copy, to print, to keep apart. */
export function BackupCodes({ codes, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.steps} data-print>
      <p className={settingsClasses.text} role="status">
        <strong>{t('security.codesTitle')}</strong> {t('security.codesLead')}
      </p>
      <ul className={classes.codes} aria-label={t('security.codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={formClasses.foot} data-print="no">
        <CopyButton text={() => codes.join('\n')} label={t('security.copyCodes')} />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('security.print')}
        </Button>
        <Button size="xs" onClick={onDone}>
          {t('security.kept')}
        </Button>
      </div>
    </div>
  );
}
