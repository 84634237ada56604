import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import type { Role } from '#domain/access/role.ts';
import { useRoleText } from '../../access/use-role-text.ts';
import { call } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Choices } from '../../form/choices.tsx';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { SideSheet } from '../../ui/side-sheet.tsx';
import { invitationsQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { assignableBy } from './assignable.ts';
import { InvitationLink } from './invitation-link.tsx';
import { SightPicker } from './sight-picker.tsx';

type Sent = AnswerOf<'invite-member'>;

/** Who is invited, as what, and what they will see; then the link, in case no mail goes out. */
export function InviteSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [sent, setSent] = useState<Sent | null>(null);
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(480px, 100vw)" title={t('member.inviteTitle')}>
      {sent === null ? (
        <InviteForm onSent={setSent} />
      ) : (
        <div className={classes.sheet}>
          <InvitationLink sent={sent} />
          <div>
            <Button variant="default" size="xs" onClick={() => setSent(null)}>
              {t('member.inviteAnother')}
            </Button>
          </div>
        </div>
      )}
    </SideSheet>
  );
}

function InviteForm({ onSent }: { readonly onSent: (sent: Sent) => void }) {
  const { t } = useTranslation();
  const roleText = useRoleText();
  const queryClient = useQueryClient();
  const { workspace, setup } = useSession();
  const roles = assignableBy(workspace?.role ?? null);
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: {
      email: '',
      role: 'agent' as Role,
      teams: [] as string[],
      agents: [] as string[],
      language: currentLanguage(),
    },
    validate: { email: (value) => (value.includes('@') ? null : t('form.emailMissing')) },
    send: ({ email, role, teams, agents, language }) =>
      call('invite-member', {
        body: {
          email: email.trim(),
          role,
          teams: role === 'lead' || role === 'agent' ? teams : [],
          agents: role === 'agent' ? agents : [],
          language,
        },
      }),
    onDone: (answer) => {
      void queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      onSent(answer);
    },
  });
  return (
    <form className={classes.sheet} onSubmit={onSubmit} noValidate>
      <TextInput
        type="email"
        label={t('form.email')}
        autoComplete="off"
        data-autofocus
        required
        withAsterisk={false}
        {...form.getInputProps('email')}
      />
      <Choices
        legend={t('access.role')}
        value={form.values.role}
        onChange={(role) => form.setFieldValue('role', role)}
        choices={roles.map((role) => ({ value: role, ...roleText(role) }))}
      />
      <SightPicker
        role={form.values.role}
        teams={form.values.teams}
        agents={form.values.agents}
        onTeams={(teams) => form.setFieldValue('teams', teams)}
        onAgents={(agents) => form.setFieldValue('agents', agents)}
      />
      {setup.mail && (
        <NativeSelect
          label={t('member.mailLanguage')}
          value={form.values.language}
          onChange={(event) => form.setFieldValue('language', event.currentTarget.value === 'fr' ? 'fr' : 'en')}
          data={[
            { value: 'en', label: t('common.english') },
            { value: 'fr', label: t('common.french') },
          ]}
        />
      )}
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t(setup.mail ? 'member.sendInvitation' : 'member.makeInvitation')}
        </Button>
      </div>
    </form>
  );
}
