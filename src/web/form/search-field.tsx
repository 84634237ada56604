import { TextInput, type TextInputProps } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

interface Props extends Omit<TextInputProps, 'type' | 'leftSection' | 'placeholder' | 'aria-label' | 'onChange'> {
  /** What it looks for. */
  readonly label: string;
  readonly onChange: (value: string) => void;
}

/** A field that narrows what stands below it. */
export function SearchField({ label, onChange, ...props }: Props) {
  return (
    <TextInput
      {...props}
      type="search"
      leftSection={<IconSearch size={14} aria-hidden />}
      placeholder={label}
      aria-label={label}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
