import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import formClasses from '../form/form.module.css';
import { ProblemNote } from '../form/problem-note.tsx';
import classes from './outside.module.css';

interface Props {
  readonly name: string;
  readonly returnTo: string;
  /** What the provider or the server said when the reader came back from there. */
  readonly failed: string | undefined;
}

/** Leads to the provider, which leads back here. */
export function SingleSignOn({ name, returnTo, failed }: Props) {
  const { t } = useTranslation();
  const start = useMutation({
    mutationFn: () => call('start-single-sign-on', { body: { returnTo } }),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <>
      {failed !== undefined && (
        <p className={formClasses.problem} role="alert">
          {t(failed === 'not_invited' ? 'account.notInvited' : 'account.providerFailed', { name })}
        </p>
      )}
      <Button variant="default" fullWidth loading={start.isPending || start.isSuccess} onClick={() => start.mutate()}>
        {t('account.signInWith', { name })}
      </Button>
      <ProblemNote error={start.error} />
      <div className={classes.or}>{t('account.or')}</div>
    </>
  );
}
