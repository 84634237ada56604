import { Checkbox, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type NotificationKind,
  notificationKinds,
  notificationKindTexts,
} from '#domain/notification/notification-kinds.ts';
import { call } from '../../api/client.ts';
import { useZone } from '../../api/workspace.ts';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { ZoneSelect } from '../../form/zone-select.tsx';
import { useFormat } from '../../format/use-format.ts';
import { type Preferences, preferencesQuery } from '../../notifications/queries.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import classes from './notifications.module.css';

const usualNight = { from: '20:00', to: '08:00' };
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Ways by kind, and quiet hours. */
export function PreferencesForm({ preferences }: { readonly preferences: Preferences }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const zone = useZone();
  const { quiet, devices } = preferences;
  const wrong = (time: string, { keeps }: { keeps: boolean }) =>
    keeps && !isTime(time) ? t('notification.badTimes') : null;
  const { form, onSubmit, pending, done, error } = useApiForm({
    initialValues: {
      ways: preferences.ways,
      keeps: quiet !== null,
      from: quiet?.from ?? usualNight.from,
      to: quiet?.to ?? usualNight.to,
      timeZone: quiet?.timeZone ?? zone,
    },
    validate: { from: wrong, to: wrong },
    send: ({ ways, keeps, from, to, timeZone }) =>
      call('set-notification-preferences', {
        // Of devices that one does not have, nothing is chosen.
        body: { ways: devices ? ways : withoutPush(ways), quiet: keeps ? { from, to, timeZone } : null },
      }),
    onDone: (saved) => {
      queryClient.setQueryData(preferencesQuery.queryKey, saved);
      form.resetDirty();
    },
  });
  const { keeps } = form.values;
  return (
    <form className={formClasses.form} onSubmit={onSubmit} noValidate>
      {!preferences.mail && <p className={classes.lead}>{t('notification.noMail')}</p>}
      <Ways devices={devices} ways={form.values.ways} onChange={(ways) => form.setFieldValue('ways', ways)} />
      <fieldset className={classes.quiet}>
        <legend>{t('notification.quiet')}</legend>
        <p className={classes.lead}>{t('notification.quietLead')}</p>
        <Switch
          label={t('notification.quietOn')}
          checked={keeps}
          onChange={({ currentTarget }) => form.setFieldValue('keeps', currentTarget.checked)}
        />
        {keeps && (
          <div className={classes.times}>
            <TextInput label={t('notification.quietFrom')} {...form.getInputProps('from')} />
            <TextInput label={t('notification.quietTo')} {...form.getInputProps('to')} />
            <ZoneSelect
              label={t('notification.zone')}
              value={form.values.timeZone}
              onChange={(zone) => form.setFieldValue('timeZone', zone)}
            />
          </div>
        )}
      </fieldset>
      <ProblemNote error={error} />
      <SaveBar pending={pending} saved={done && !form.isDirty()} />
    </form>
  );
}

const withoutPush = (ways: Preferences['ways']) =>
  Object.fromEntries(notificationKinds.map((kind) => [kind, { inApp: ways[kind].inApp, mail: ways[kind].mail }]));

const wayTexts = { inApp: 'inApp', mail: 'mail', push: 'push.way' } as const;

interface WaysProps {
  /** Whether there are devices to tell. */
  readonly devices: boolean;
  readonly ways: Preferences['ways'];
  readonly onChange: (ways: Preferences['ways']) => void;
}

function Ways({ devices, ways, onChange }: WaysProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = (kind: NotificationKind, way: keyof typeof wayTexts) => (
    <Checkbox
      aria-label={t('notification.wayOf', {
        kind: format.text(notificationKindTexts[kind]),
        way: t(`notification.${wayTexts[way]}`),
      })}
      checked={ways[kind][way]}
      onChange={({ currentTarget }) => onChange({ ...ways, [kind]: { ...ways[kind], [way]: currentTarget.checked } })}
    />
  );
  return (
    <ScrollRegion label={t('notification.preferences')}>
      <table className={classes.ways}>
        <thead>
          <tr>
            <th scope="col">{t('notification.kind')}</th>
            <th scope="col">{t('notification.inApp')}</th>
            <th scope="col">{t('notification.mail')}</th>
            {devices && <th scope="col">{t('notification.push.way')}</th>}
          </tr>
        </thead>
        <tbody>
          {notificationKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{format.text(notificationKindTexts[kind])}</th>
              <td>{box(kind, 'inApp')}</td>
              <td>{box(kind, 'mail')}</td>
              {devices && <td>{box(kind, 'push')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
