import { type FormRulesRecord, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { fieldErrorsOf } from './field-errors.ts';

interface Options<Values extends Record<string, unknown>, Answer> {
  readonly initialValues: Values;
  readonly validate?: FormRulesRecord<Values>;
  readonly send: (values: Values) => Promise<Answer>;
  readonly onDone: (answer: Answer, values: Values) => void | Promise<void>;
}

/**
 * A form that is sent to the API. The first field in error gets the focus; what the server says of a field stands at that
 * field, and the rest is `error`.
 */
export function useApiForm<Values extends Record<string, unknown>, Answer>(options: Options<Values, Answer>) {
  const { initialValues, validate = {}, send, onDone } = options;
  const form = useForm<Values>({ mode: 'controlled', initialValues, validate, validateInputOnBlur: false });
  const focusFirst = (errors: Record<string, unknown>) => {
    const [name] = Object.keys(errors);
    if (name !== undefined) form.getInputNode(name)?.focus();
  };
  const sending = useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      const errors = fieldErrorsOf(error, Object.keys(initialValues));
      form.setErrors(errors);
      focusFirst(errors);
    },
  });
  const onSubmit = form.onSubmit((values) => sending.mutate(values), focusFirst);
  return {
    form,
    onSubmit,
    pending: sending.isPending,
    done: sending.isSuccess,
    error: Object.keys(form.errors).length > 0 ? null : sending.error,
    reset: sending.reset,
  };
}
