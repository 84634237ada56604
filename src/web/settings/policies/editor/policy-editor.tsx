import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#contract/client.ts';
import type { Policy } from '#domain/sla/policy.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import { useMay } from '../../../api/session.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { ProblemNote } from '../../../form/problem-note.tsx';
import { SaveBar } from '../../../form/save-bar.tsx';
import { useLeaveWarning } from '../../../form/use-leave-warning.ts';
import type { ChannelView } from '../../queries.ts';
import settingsClasses from '../../settings.module.css';
import { WhatIfCard } from '../what-if/what-if-card.tsx';
import { BasicsCard } from './basics-card.tsx';
import { BeginCard } from './begin-card.tsx';
import { ConditionsCard } from './conditions-card.tsx';
import { type Begin, policyToSend } from './draft.ts';
import classes from './editor.module.css';
import { type Editor, EditorContext } from './editor-context.ts';
import { StepsCard } from './steps/steps-card.tsx';
import { TargetsCard } from './targets/targets-card.tsx';
import { useProblems } from './use-problems.ts';
import { useSavePolicy } from './use-save-policy.ts';

interface Props {
  readonly initial: Policy;
  /** The version that is edited; null: a new policy. */
  readonly version: number | null;
  /** Those that it may count in, and those of them that are not kept yet. */
  readonly calendars: readonly Calendar[];
  readonly added: readonly Calendar[];
  /** Null: the reader may not see them. */
  readonly channels: readonly ChannelView[] | null;
  /** It was saved as this version just now. */
  readonly justSaved: boolean;
  readonly onSaved: (version: number) => void;
  readonly onReload: () => void;
}

/** A policy as a form: edited, tried on past tickets, and then saved as its next version. */
export function PolicyEditor({ initial, version, calendars, added, channels, ...rest }: Props) {
  const { t } = useTranslation();
  const edits = useMay()('manage-rules');
  const { timeZone } = useWorkspace();
  const [policy, setPolicy] = useState(initial);
  const [begin, setBegin] = useState<Begin>({ kind: 'now' });
  const [tried, setTried] = useState(false);
  const known = useMemo(() => ({ calendars: calendars.map(({ id }) => id), channels }), [calendars, channels]);
  const problems = useProblems(policy, known);
  const { justSaved, onSaved, onReload } = rest;
  useLeaveWarning(edits && policy !== initial);
  const saving = useSavePolicy({ version, added, onSaved });
  const sent = policyToSend(policy, begin, Date.now(), timeZone);
  const wrong = problems.count + (sent === null ? 1 : 0);
  const editor: Editor = {
    policy,
    isNew: version === null,
    change: (changes) => setPolicy((before) => ({ ...before, ...changes })),
    problemAt: (path) => (tried || version !== null ? problems.at(path) : null),
    calendars,
    channels,
  };
  const changed = saving.error instanceof ApiError && saving.error.problem.status === 412;
  return (
    <EditorContext value={editor}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (wrong === 0 && sent !== null) saving.mutate(sent);
          else focusFirstWrong(event.currentTarget);
        }}
      >
        <fieldset className={classes.all} disabled={!edits}>
          <BasicsCard />
          <ConditionsCard />
          <TargetsCard />
          <StepsCard />
          <BeginCard begin={begin} onBegin={setBegin} wrong={tried && sent === null} />
        </fieldset>
        {edits && (
          <>
            <WhatIfCard policy={policy} added={added} ready={problems.count === 0} onTried={() => setTried(true)} />
            <div className={classes.foot}>
              {tried && wrong > 0 && (
                <p className={classes.wrong} role="alert">
                  {t('policy.wrong', { count: wrong })}
                </p>
              )}
              <ProblemNote
                error={saving.error}
                action={
                  changed && (
                    <>
                      <Button variant="default" size="compact-xs" onClick={onReload}>
                        {t('policy.changedMeanwhile')}
                      </Button>{' '}
                      <span className={settingsClasses.text}>{t('policy.changedLose')}</span>
                    </>
                  )
                }
              />
              <SaveBar
                label={t('policy.save')}
                pending={saving.isPending}
                saved={justSaved && policy === initial}
                savedText={t('policy.savedText', { version: version ?? 1 })}
              />
            </div>
          </>
        )}
      </form>
    </EditorContext>
  );
}

/** Once the fields say what is wrong with them. */
function focusFirstWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus({ preventScroll: true });
    // Not under the bar at the top.
    field?.scrollIntoView({ block: 'center' });
  });
}
