import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import formClasses from '../../../form/form.module.css';
import { ZoneSelect } from '../../../form/zone-select.tsx';
import { Card } from '../../../ui/card.tsx';
import classes from '../../settings.module.css';
import { idOfName } from '../../workspaces/workspace-id.ts';
import type { Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly isNew: boolean;
  readonly problems: { readonly name: string | null; readonly id: string | null };
  readonly onChange: (draft: Draft) => void;
}

/** What a calendar is called and where its hours are local. */
export function GeneralCard({ draft, isNew, problems, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Card title={t('calendar.general')}>
      <div className={`${formClasses.form} ${classes.fields}`}>
        <TextInput
          label={t('form.name')}
          autoComplete="off"
          required
          withAsterisk={false}
          maxLength={100}
          value={draft.name}
          error={problems.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        {isNew && (
          <TextInput
            label={t('calendar.id')}
            description={t('calendar.idHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            spellCheck={false}
            placeholder={idOfName(draft.name)}
            value={draft.id}
            error={problems.id}
            onChange={(event) => onChange({ ...draft, id: event.currentTarget.value })}
          />
        )}
        <ZoneSelect
          label={t('calendar.zone')}
          description={t('calendar.zoneHelp')}
          value={draft.timeZone}
          onChange={(timeZone) => onChange({ ...draft, timeZone })}
        />
      </div>
    </Card>
  );
}
