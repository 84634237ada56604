import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import formClasses from '../../form/form.module.css';
import { SecretField } from '../../form/secret-field.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import classes from '../settings.module.css';
import { exampleOf } from './token-example.ts';

interface Props {
  readonly made: AnswerOf<'create-token'>;
  readonly onDone: () => void;
}

/** A new token, shown this once, and a first call with it. The call takes it from the environment, not from the history. */
export function MadeToken({ made, onDone }: Props) {
  const { t } = useTranslation();
  const example = exampleOf(made.details.scope, location.origin);
  return (
    <div className={classes.sheet}>
      <section className={classes.once} role="status">
        <p className={classes.onceTitle}>{t('token.made', { name: made.details.name })}</p>
        <p className={classes.text}>{t('token.once')}</p>
        <SecretField label={t('token.token')} value={made.token} copy={t('common.copy')} />
      </section>
      <section>
        <p className={formClasses.legend}>{t('token.example')}</p>
        <ScrollRegion label={t('token.example')}>
          <pre className={formClasses.code}>{example}</pre>
        </ScrollRegion>
      </section>
      <div className={formClasses.foot}>
        <CopyButton text={() => example} label={t('token.copyExample')} />
        <Button size="xs" onClick={onDone}>
          {t('token.kept')}
        </Button>
      </div>
    </div>
  );
}
