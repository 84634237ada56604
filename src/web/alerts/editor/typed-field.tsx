import { TextInput } from '@mantine/core';
import type { AlertFormApi } from './use-alert-form.ts';

interface Props {
  readonly form: AlertFormApi;
  readonly name: 'windowHours' | 'line' | 'width' | 'leastN' | 'keepFiringMinutes';
  readonly label: string;
  readonly help?: string | undefined;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
}

/** A number or a duration of an alert, as people type it, with its help below. */
export function TypedField({ form, name, label, help, inputMode = 'numeric' }: Props) {
  return (
    <TextInput
      label={label}
      description={help}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode={inputMode}
      autoComplete="off"
      {...form.getInputProps(name)}
    />
  );
}
