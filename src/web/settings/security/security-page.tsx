import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { Card } from '../../ui/card.tsx';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';
import { TwoFactor } from './two-factor.tsx';

export function SecurityPage() {
  const { t } = useTranslation();
  const { user, setup } = useSession();
  return (
    <SettingsPage title={t('settings.security')} lead={t('settings.securityLead')}>
      <Card title={t('form.password')}>
        {user.hasPassword ? (
          <PasswordForm />
        ) : (
          <p className={classes.text}>{t('security.noPassword', { name: setup.singleSignOn ?? '' })}</p>
        )}
      </Card>
      {user.hasPassword && <TwoFactor on={user.twoFactor} />}
      <Sessions />
    </SettingsPage>
  );
}
