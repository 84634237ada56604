import { useTranslation } from 'react-i18next';
import { createNames, type NameValue } from '#presentation/words/create-names.ts';

/** Names of dimension values in the reader's language. */
export function useNames(): NameValue {
  return createNames(useTranslation().i18n);
}
