import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { policyKinds } from '#domain/sla/policy.ts';
import { Choices } from '../../../form/choices.tsx';
import { Card } from '../../../ui/card.tsx';
import settingsClasses from '../../settings.module.css';
import { idOfName } from '../../workspaces/workspace-id.ts';
import { CalendarSelect } from './calendar-select.tsx';
import { useEditor } from './editor-context.ts';

/** Its name, its kind and the calendar its time counts in. */
export function BasicsCard() {
  const { t } = useTranslation();
  const { policy, isNew, change, problemAt } = useEditor();
  const { id, name, kind, calendar } = policy;
  return (
    <Card title={t('policy.what')}>
      <div className={settingsClasses.fields}>
        <TextInput
          label={t('policy.name')}
          autoComplete="off"
          value={name}
          error={problemAt('$.name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {isNew ? (
          <>
            <TextInput
              label={t('policy.id')}
              description={t('policy.idHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autoComplete="off"
              placeholder={idOfName(name)}
              value={id}
              error={problemAt('$.id')}
              onChange={(event) => change({ id: event.currentTarget.value })}
            />
            <Choices
              legend={t('policy.kind')}
              value={kind}
              onChange={(value) => change({ kind: value })}
              choices={policyKinds.map((value) => ({
                value,
                label: t(`policy.kinds.${value}`),
                help: t(`policy.kindHelp.${value}`),
              }))}
            />
          </>
        ) : (
          <NativeSelect
            label={t('policy.kind')}
            description={t('policy.kindFixed')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            disabled
            value={kind}
            data={policyKinds.map((value) => ({ value, label: t(`policy.kinds.${value}`) }))}
          />
        )}
        <CalendarSelect
          label={t('policy.calendar')}
          description={t('policy.calendarHelp')}
          value={calendar}
          error={problemAt('$.calendar')}
          onChange={(value) => change({ calendar: value })}
        />
      </div>
    </Card>
  );
}
