import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#contract/client.ts';
import { call } from '../../../api/client.ts';
import formClasses from '../../../form/form.module.css';
import { ProblemNote } from '../../../form/problem-note.tsx';
import { SaveBar } from '../../../form/save-bar.tsx';
import { useLeaveWarning } from '../../../form/use-leave-warning.ts';
import { useFormat } from '../../../format/use-format.ts';
import { idOfName } from '../../workspaces/workspace-id.ts';
import { HolidaysCard } from '../holidays/holidays-card.tsx';
import type { CalendarDetail } from '../queries.ts';
import { AppliesCard } from './applies-card.tsx';
import classes from './calendar-editor.module.css';
import type { Draft } from './draft.ts';
import { ExceptionsCard } from './exceptions-card.tsx';
import { checkDraft } from './find-problems.ts';
import { GeneralCard } from './general-card.tsx';
import { TryCard } from './try-card.tsx';
import { WeekCard } from './week-card.tsx';

interface Props {
  readonly initial: Draft;
  /** The version that is edited; null: a new calendar. */
  readonly version: number | null;
  readonly edits: boolean;
  readonly justSaved: boolean;
  readonly onSaved: (detail: CalendarDetail) => void;
  readonly onReload: () => void;
}

const idForm = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** A calendar as it is written, tried before it is saved. */
export function CalendarEditor({ initial, version, edits, justSaved, onSaved, onReload }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState(false);
  const [tried, setTried] = useState(false);
  useLeaveWarning(edits && touched);
  const id = draft.id === '' ? idOfName(draft.name) : draft.id;
  const checked = checkDraft(draft, id, language);
  const badId = !idForm.test(id);
  const saving = useMutation({
    mutationFn: () =>
      call(
        'save-calendar',
        { params: { id }, body: { calendar: checked.calendar as unknown as Record<string, unknown> } },
        version === null ? {} : { ifMatch: version },
      ),
    onSuccess: onSaved,
  });
  const change = (next: Draft) => {
    setDraft(next);
    setTouched(true);
    if (!saving.isPending) saving.reset();
  };
  const save = () => {
    setTried(true);
    if (checked.time !== null && !checked.nameMissing && !checked.dateMissing && !badId) saving.mutate();
  };
  const isOld = saving.error instanceof ApiError && saving.error.problem.code === 'calendar.changed';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset className={classes.editor} disabled={!edits}>
        <GeneralCard
          draft={draft}
          isNew={version === null}
          problems={{
            name: tried && checked.nameMissing ? t('form.nameMissing') : null,
            id: badId && (draft.id !== '' || (tried && !checked.nameMissing)) ? t('calendar.idBad') : null,
          }}
          onChange={change}
        />
        <WeekCard
          weekly={draft.weekly}
          checked={checked}
          edits={edits}
          onChange={(weekly) => change({ ...draft, weekly })}
        />
        <HolidaysCard holidays={draft.holidays} edits={edits} onChange={(holidays) => change({ ...draft, holidays })} />
        <ExceptionsCard
          exceptions={draft.exceptions}
          checked={checked}
          edits={edits}
          onChange={(exceptions) => change({ ...draft, exceptions })}
        />
      </fieldset>
      <div className={classes.editor}>
        <TryCard key={draft.timeZone} time={checked.time} zone={draft.timeZone} />
        {version !== null && edits && (
          <AppliesCard
            draft={draft}
            problem={tried && checked.dateMissing ? t('calendar.dateMissing') : null}
            onChange={change}
          />
        )}
        {edits && (
          <div className={`${formClasses.form} ${classes.foot}`}>
            {tried && (checked.time === null || checked.nameMissing || checked.dateMissing || badId) && (
              <p className={classes.problem} role="alert">
                {t('calendar.tryBroken')}
              </p>
            )}
            <ProblemNote
              error={saving.error}
              action={
                isOld && (
                  <Button variant="default" size="compact-xs" onClick={onReload}>
                    {t('calendar.reload')}
                  </Button>
                )
              }
            />
            <SaveBar label={t('calendar.save')} pending={saving.isPending} saved={justSaved && !touched} />
          </div>
        )}
      </div>
    </form>
  );
}
