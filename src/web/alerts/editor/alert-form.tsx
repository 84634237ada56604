import { Button, Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../form/problem-note.tsx';
import settingsClasses from '../../settings/settings.module.css';
import type { AlertList } from '../queries.ts';
import type { AlertValues } from './alert-values.ts';
import { BoundsFields } from './bounds-fields.tsx';
import { FigureFields } from './figure-fields.tsx';
import { TryAlert } from './try-alert.tsx';
import { useAlertForm } from './use-alert-form.ts';

interface Props {
  readonly id: string | null;
  readonly initialValues: AlertValues;
  readonly list: AlertList;
  readonly onDone: () => void;
}

export function AlertForm({ id, initialValues, list, onDone }: Props) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useAlertForm({ id, initialValues, onDone });
  const options = (named: AlertList['people']) => named.map(({ id: value, name }) => ({ value, label: name }));
  const { members, channels } = form.values;
  return (
    <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
      <TextInput
        label={t('alert.titleLabel')}
        autoComplete="off"
        data-autofocus
        required
        withAsterisk={false}
        {...form.getInputProps('title')}
      />
      <FigureFields form={form} />
      <BoundsFields form={form} />
      <MultiSelect
        label={t('alert.members')}
        description={t('alert.membersHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        searchable
        data={options(list.people)}
        {...form.getInputProps('members')}
        value={[...members]}
      />
      {list.channels.length > 0 && (
        <MultiSelect
          label={t('alert.channels')}
          searchable
          data={options(list.channels)}
          {...form.getInputProps('channels')}
          value={[...channels]}
        />
      )}
      <Checkbox label={t('alert.tellEnd')} {...form.getInputProps('tellEnd', { type: 'checkbox' })} />
      <TryAlert form={form} />
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t('alert.save')}
        </Button>
      </div>
    </form>
  );
}
