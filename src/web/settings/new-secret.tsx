import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../form/confirm.tsx';
import { SecretField } from '../form/secret-field.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import classes from './settings.module.css';

interface Props {
  /** Whose secret it is. */
  readonly name: string;
  /** Makes the secret. */
  readonly run: () => Promise<string>;
  readonly onClose: () => void;
}

/** Asks, then shows a new secret, this once. The one before holds for a day, so that nothing is refused meanwhile. */
export function NewSecret({ name, run, onClose }: Props) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<string | null>(null);
  const made = useRef(false);
  if (secret === null) {
    return (
      <Confirm
        title={t('secret.title', { name })}
        lead={t('secret.lead')}
        action={t('secret.make')}
        run={async () => {
          const next = await run();
          made.current = true;
          setSecret(next);
        }}
        onDone={() => {}}
        // Once it is made, it is the sheet that closes.
        onClose={() => {
          if (!made.current) onClose();
        }}
      />
    );
  }
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(520px, 100vw)" title={t('secret.make')}>
      <div className={classes.sheet}>
        <section className={classes.once} role="status">
          <p className={classes.onceTitle}>{t('secret.made', { name })}</p>
          <p className={classes.text}>{t('secret.once')}</p>
          <SecretField label={t('secret.label')} value={secret} copy={t('common.copy')} />
        </section>
        <div>
          <Button size="xs" onClick={onClose}>
            {t('secret.kept')}
          </Button>
        </div>
      </div>
    </SideSheet>
  );
}
