import { NativeSelect, TextInput, useMantineColorScheme } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { statusQuery } from '../../api/queries.ts';
import { type SignedIn, sessionQuery, useMay, useSession } from '../../api/session.ts';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { ZoneSelect } from '../../form/zone-select.tsx';
import { changeLanguage } from '../../i18n/setup.ts';
import { Card } from '../../ui/card.tsx';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';

/** One's own name, language, zone and theme; they follow the account to every device. */
export function ProfilePage() {
  const { t } = useTranslation();
  const { user } = useSession();
  return (
    <SettingsPage title={t('settings.profile')} lead={t('settings.profileLead')}>
      <Card>
        <ProfileForm user={user} />
      </Card>
    </SettingsPage>
  );
}

type Language = SignedIn['user']['language'];
type Theme = SignedIn['user']['theme'];

function ProfileForm({ user }: { readonly user: SignedIn['user'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const zone = useQuery({ ...statusQuery, enabled: may('read-reports') }).data?.timeZone;
  const { form, onSubmit, pending, done, error } = useApiForm({
    initialValues: {
      name: user.name,
      language: user.language ?? '',
      timeZone: user.timeZone ?? '',
      theme: user.theme ?? '',
    },
    validate: { name: (value) => (value.trim() === '' ? t('form.nameMissing') : null) },
    send: ({ name, language, timeZone, theme }) =>
      call('update-me', {
        body: {
          name,
          language: (language || null) as Language,
          timeZone: timeZone || null,
          theme: (theme || null) as Theme,
        },
      }),
    onDone: async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session);
      form.resetDirty();
      if (session.user?.language != null) await changeLanguage(session.user.language);
      if (session.user?.theme != null) setColorScheme(session.user.theme);
    },
  });
  return (
    <form className={`${formClasses.form} ${classes.fields}`} onSubmit={onSubmit} noValidate>
      <TextInput
        label={t('form.name')}
        autoComplete="name"
        required
        withAsterisk={false}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('form.email')}
        description={t('settings.emailFixed')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={user.email}
        readOnly
      />
      <NativeSelect
        label={t('common.language')}
        {...form.getInputProps('language')}
        data={[
          { value: '', label: t('settings.asBrowser') },
          { value: 'en', label: t('common.english') },
          { value: 'fr', label: t('common.french') },
        ]}
      />
      <ZoneSelect
        label={t('settings.zone')}
        description={t('settings.zoneHelp')}
        none={zone === undefined ? t('settings.zoneOfWorkspace') : t('settings.zoneOfWorkspaceIs', { zone })}
        value={form.values.timeZone}
        onChange={(value) => form.setFieldValue('timeZone', value)}
      />
      <NativeSelect
        label={t('common.theme')}
        {...form.getInputProps('theme')}
        data={[
          { value: '', label: t('settings.asHere') },
          { value: 'light', label: t('common.themeLight') },
          { value: 'dark', label: t('common.themeDark') },
          { value: 'auto', label: t('common.themeAuto') },
        ]}
      />
      <ProblemNote error={error} />
      <SaveBar pending={pending} saved={done && !form.isDirty()} />
    </form>
  );
}
