import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.ts';

type Visibility = 'own' | 'workspace' | 'editable';

interface Props {
  readonly value: Visibility;
  readonly onChange: (value: Visibility) => void;
  /** Whether all may be let to change it. */
  readonly editable?: boolean;
  readonly disabled?: boolean;
}

/** Who sees something saved; those who may not show it to others are told so. */
export function VisibilitySelect({ value, onChange, editable = false, disabled = false }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const publishes = may('publish-reports') || value !== 'own';
  const offered = (['own', 'workspace', ...(editable ? (['editable'] as const) : [])] as const).filter(
    (each) => publishes || each === 'own',
  );
  return (
    <NativeSelect
      label={t('saved.visibility')}
      {...(publishes ? {} : { description: t('saved.mayNotPublish') })}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value as Visibility)}
      data={offered.map((each) => ({ value: each, label: t(`saved.visibilities.${each}`) }))}
    />
  );
}
