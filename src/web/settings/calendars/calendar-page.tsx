import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '#domain/time/calendar.ts';
import { call } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { useZone } from '../../api/workspace.ts';
import { Confirm } from '../../form/confirm.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { CountingNote } from './counting-note.tsx';
import { CalendarEditor } from './editor/calendar-editor.tsx';
import { draftOf, emptyDraft } from './editor/draft.ts';
import { type CalendarDetail, calendarQuery } from './queries.ts';
import { useSayNow } from './use-say-now.ts';
import { useSayUses } from './use-say-uses.ts';
import { VersionsCard } from './versions-card.tsx';

/** One calendar, or a new one: written, tried, with its versions. */
export function CalendarPage() {
  const { id = 'new' } = useParams({ strict: false });
  return id === 'new' ? <NewCalendar /> : <KnownCalendar key={id} id={id} />;
}

function Back() {
  const { t } = useTranslation();
  return <Link to="/settings/calendars">← {t('calendar.back')}</Link>;
}

function NewCalendar() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const edits = useMay()('manage-rules');
  const zone = useZone();
  const [initial] = useState(() => emptyDraft(zone));
  const saved = async ({ id }: CalendarDetail) => {
    await navigate({ to: '/settings/calendars/$id', params: { id }, replace: true, ignoreBlocker: true });
    await queryClient.invalidateQueries();
  };
  return (
    <SettingsPage title={t('calendar.newTitle')} lead={<Back />}>
      {!edits && <p className={classes.text}>{t('calendar.readOnly')}</p>}
      <CalendarEditor
        initial={initial}
        version={null}
        edits={edits}
        justSaved={false}
        onSaved={(detail) => void saved(detail)}
        onReload={() => undefined}
      />
    </SettingsPage>
  );
}

function KnownCalendar({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const edits = useMay()('manage-rules');
  const answer = useQuery(calendarQuery(id));
  const { data } = answer;
  return (
    <SettingsPage
      title={data?.calendar.name ?? t('calendar.title')}
      lead={<Back />}
      actions={edits && data !== undefined && <RemoveButton detail={data} />}
    >
      {!edits && <p className={classes.text}>{t('calendar.readOnly')}</p>}
      <CountingNote />
      {answer.isError && data === undefined && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Skeleton height={400} radius="md" />}
      {data !== undefined && <Loaded detail={data} edits={edits} />}
    </SettingsPage>
  );
}

function Loaded({ detail, edits }: { readonly detail: CalendarDetail; readonly edits: boolean }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const sayNow = useSayNow();
  const sayUses = useSayUses();
  const [chosen, setChosen] = useState<number | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  // What is being written stays, also where somebody else saves meanwhile: the server then refuses and says so.
  const [begun, setBegun] = useState(detail);
  const { id, calendar, now, uses } = detail;
  const { version, versions } = begun;
  const inForce = versions.find(
    (each) => !each.corrected && each.calendar.effectiveFrom === begun.calendar.effectiveFrom,
  );
  const edited = versions.find((each) => each.version === chosen) ?? inForce;
  const reload = async () => setBegun(await queryClient.fetchQuery({ ...calendarQuery(id), staleTime: 0 }));
  const keep = async (next: CalendarDetail) => {
    setSaved(next.version);
    setChosen(next.version);
    setBegun(next);
    queryClient.setQueryData(calendarQuery(id).queryKey, next);
    await queryClient.invalidateQueries();
  };
  return (
    <>
      <Card>
        <p className={classes.text}>
          <strong>{sayNow(now, calendar.timeZone)}</strong> · {t('calendar.usedBy')} {sayUses(uses)}
        </p>
      </Card>
      {edited !== undefined && (
        <CalendarEditor
          // What was saved is what is edited next.
          key={`${version} ${edited.version}`}
          initial={draftOf(edited.calendar as Calendar)}
          version={version}
          edits={edits}
          justSaved={saved === version}
          onSaved={(next) => void keep(next)}
          onReload={() => void reload()}
        />
      )}
      <VersionsCard
        detail={detail}
        edited={edited?.version ?? null}
        edits={edits}
        onEdit={(each) => {
          setBegun(detail);
          setChosen(each);
        }}
      />
    </>
  );
}

function RemoveButton({ detail: { id, version, calendar, uses } }: { readonly detail: CalendarDetail }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (uses.business || uses.policies.length > 0) return null;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {t('calendar.remove')}
      </Button>
      {asking && (
        <Confirm
          title={t('calendar.removeTitle', { name: calendar.name })}
          lead={t('calendar.removeLead')}
          action={t('calendar.remove')}
          run={() => call('remove-calendar', { params: { id } }, { ifMatch: version })}
          onDone={() => {
            void navigate({ to: '/settings/calendars', ignoreBlocker: true }).then(() => {
              queryClient.removeQueries({ queryKey: calendarQuery(id).queryKey });
              return queryClient.invalidateQueries();
            });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
