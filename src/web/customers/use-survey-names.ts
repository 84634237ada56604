import { useTranslation } from 'react-i18next';

/** Kinds of surveys in the reader's words; others as the source calls them. */
export function useSurveyNames(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  return (kind) => (i18n.exists(`customer.kind.${kind}`) ? t(`customer.kind.${kind as 'csat'}`) : kind);
}
