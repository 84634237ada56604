import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { Card } from '../../ui/card.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import classes from '../settings.module.css';
import { AskPassword } from './ask-password.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { ConfirmDevice } from './confirm-device.tsx';

type Setup = AnswerOf<'start-two-factor'>;

type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'password' }
  | { readonly at: 'stopping' }
  | { readonly at: 'device'; readonly setup: Setup }
  | { readonly at: 'codes'; readonly setup: Setup };

const rest: Step = { at: 'rest' };

/** A second step at sign-in: password, then the device, then the backup codes, shown once. */
export function TwoFactor({ on }: { readonly on: boolean }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [step, setStep] = useState<Step>(rest);
  const lookAgain = () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  return (
    <Card
      title={t('security.twoFactor')}
      help={t('security.twoFactorLead')}
      aside={<Verdict kind={on ? 'met' : 'none'} label={t(on ? 'security.on' : 'security.off')} />}
    >
      {step.at === 'rest' && (
        <Button variant="default" size="xs" onClick={() => setStep({ at: on ? 'stopping' : 'password' })}>
          {t(on ? 'security.turnOff' : 'security.turnOn')}
        </Button>
      )}
      {step.at === 'password' && (
        <AskPassword
          action={t('security.next')}
          send={(password) => call('start-two-factor', { body: { password } })}
          onDone={(setup) => setStep({ at: 'device', setup })}
          onCancel={() => setStep(rest)}
        />
      )}
      {step.at === 'stopping' && (
        <>
          <p className={classes.text}>{t('security.stopLead')}</p>
          <AskPassword
            action={t('security.turnOff')}
            send={(password) => call('stop-two-factor', { body: { password } })}
            onDone={async () => {
              await lookAgain();
              setStep(rest);
            }}
            onCancel={() => setStep(rest)}
          />
        </>
      )}
      {step.at === 'device' && (
        <ConfirmDevice
          setup={step.setup}
          onDone={async () => {
            await lookAgain();
            setStep({ at: 'codes', setup: step.setup });
          }}
          onCancel={() => setStep(rest)}
        />
      )}
      {step.at === 'codes' && <BackupCodes codes={step.setup.backupCodes} onDone={() => setStep(rest)} />}
    </Card>
  );
}
