import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditor } from './editor-context.ts';

interface Props {
  readonly label: string;
  readonly description?: string;
  /** Empty stands for `none`. */
  readonly value: string;
  /** What no calendar of its own means; without it there must be one. */
  readonly none?: string;
  readonly error: string | null;
  readonly onChange: (id: string) => void;
}

/** One of the calendars, or the one that never closes. */
export function CalendarSelect({ label, description, value, none, error, onChange }: Props) {
  const { t } = useTranslation();
  const { calendars } = useEditor();
  const known = [...new Map(calendars.map(({ id, name }) => [id, name]))].map(([id, name]) => ({
    value: id,
    label: name,
  }));
  const gone = value !== '' && value !== 'always' && !known.some((one) => one.value === value);
  return (
    <NativeSelect
      size={description === undefined ? 'xs' : 'sm'}
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        { value: 'always', label: t('policy.always') },
        ...known,
        ...(gone ? [{ value, label: value }] : []),
      ]}
    />
  );
}
