import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../../form/choices.tsx';
import { Card } from '../../../ui/card.tsx';
import classes from '../../settings.module.css';
import type { Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly problem: string | null;
  readonly onChange: (draft: Draft) => void;
}

/** Whether a change corrects what was always meant, or begins on a date. */
export function AppliesCard({ draft, problem, onChange }: Props) {
  const { t } = useTranslation();
  const value = draft.laterDate === null ? 'correct' : 'later';
  return (
    <Card>
      <div className={classes.fields}>
        <Choices
          legend={t('calendar.applies')}
          value={value}
          onChange={(chosen) => onChange({ ...draft, laterDate: chosen === 'later' ? '' : null })}
          choices={[
            { value: 'correct', label: t('calendar.correct'), help: t('calendar.correctHelp') },
            { value: 'later', label: t('calendar.later'), help: t('calendar.laterHelp') },
          ]}
        />
        {draft.laterDate !== null && (
          <TextInput
            type="date"
            label={t('calendar.laterDate')}
            min="1990-01-01"
            max="2100-12-31"
            value={draft.laterDate}
            error={problem}
            onChange={(event) => onChange({ ...draft, laterDate: event.currentTarget.value })}
          />
        )}
      </div>
    </Card>
  );
}
