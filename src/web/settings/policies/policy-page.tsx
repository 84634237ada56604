import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy } from '#domain/sla/policy.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import { useMay } from '../../api/session.ts';
import { useUrl } from '../../state/url.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { channelsQuery } from '../queries.ts';
import settingsClasses from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { emptyPolicy, freeId } from './editor/draft.ts';
import { PolicyEditor } from './editor/policy-editor.tsx';
import { PolicyActions } from './policy-actions.tsx';
import { calendarsQuery, policiesQuery, policyQuery, presetsQuery } from './queries.ts';
import { VersionsCard } from './versions/versions-card.tsx';

/** One policy, or a new one: to read, to edit, to try, with its versions. */
export function PolicyPage() {
  const { id = 'new' } = useParams({ strict: false });
  return id === 'new' ? <NewPolicy /> : <KnownPolicy key={id} id={id} />;
}

/** What the fields of a policy choose from; null until it is there. */
function useChoices() {
  const sees = useMay()('manage-channels');
  const calendars = useQuery(calendarsQuery);
  const channels = useQuery({ ...channelsQuery, enabled: sees });
  const error = calendars.error ?? channels.error;
  if (calendars.data === undefined || (sees && channels.data === undefined)) return { error, choices: null };
  return { error, choices: { calendars: calendars.data, channels: channels.data?.items ?? null } };
}

function Back() {
  const { t } = useTranslation();
  return <Link to="/settings/policies">← {t('policy.back')}</Link>;
}

function KnownPolicy({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const edits = useMay()('manage-rules');
  const answer = useQuery(policyQuery(id));
  const { error, choices } = useChoices();
  const [saved, setSaved] = useState<number | null>(null);
  const { data } = answer;
  const failure = answer.error ?? error;
  return (
    <SettingsPage
      title={data?.policy.name ?? t('policy.title')}
      lead={<Back />}
      actions={edits && data !== undefined && <PolicyActions detail={data} />}
    >
      {!edits && <p className={settingsClasses.text}>{t('policy.readOnly')}</p>}
      {data?.policy.retired === true && (
        <p className={settingsClasses.text} role="note">
          {t('policy.endedNote')}
        </p>
      )}
      {failure !== null && data === undefined && <ProblemView error={failure} onRetry={() => void answer.refetch()} />}
      {failure === null && (data === undefined || choices === null) && <Skeleton height={400} radius="md" />}
      {data !== undefined && choices !== null && (
        <>
          <PolicyEditor
            // What was saved is what is edited next.
            key={data.version}
            initial={data.policy as Policy}
            version={data.version}
            added={[]}
            {...choices}
            justSaved={saved === data.version}
            onSaved={setSaved}
            onReload={() => void queryClient.invalidateQueries({ queryKey: policyQuery(id).queryKey })}
          />
          <VersionsCard detail={data} edits={edits} />
        </>
      )}
    </SettingsPage>
  );
}

function NewPolicy() {
  const { t } = useTranslation();
  const { search } = useUrl();
  const wanted = search.preset !== undefined;
  const presets = useQuery({ ...presetsQuery, enabled: wanted });
  const policies = useQuery(policiesQuery);
  const { error, choices } = useChoices();
  const failure = error ?? policies.error ?? presets.error;
  const preset = presets.data?.find(({ id }) => id === search.preset);
  const offered = preset?.policies.find(({ id }) => id === search.policy);
  const loading = choices === null || policies.data === undefined || (wanted && presets.data === undefined);
  const taken = policies.data?.items.map(({ id }) => id) ?? [];
  const initial = offered === undefined ? emptyPolicy : { ...(offered as Policy), id: freeId(offered.id, taken) };
  const added = addedBy(preset?.calendars ?? [], choices?.calendars ?? []);
  return (
    <SettingsPage title={t('policy.newTitle')} lead={<Back />}>
      {failure !== null && <ProblemView error={failure} />}
      {failure === null && loading && <Skeleton height={400} radius="md" />}
      {failure === null && !loading && choices !== null && (
        <PolicyEditor
          initial={initial}
          version={null}
          calendars={[...choices.calendars, ...added]}
          added={added}
          channels={choices.channels}
          justSaved={false}
          onSaved={() => undefined}
          onReload={() => undefined}
        />
      )}
    </SettingsPage>
  );
}

/** The calendars of a preset that are not there yet. */
function addedBy(offered: readonly Calendar[], known: readonly Calendar[]): readonly Calendar[] {
  return offered.filter(({ id }) => !known.some((calendar) => calendar.id === id));
}
