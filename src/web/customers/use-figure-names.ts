import { useTranslation } from 'react-i18next';
import { parseRef } from '#presentation/figures/figures.ts';

/** Figures as they are called among customers, in a word or two. */
export function useFigureNames(): (ref: string) => string {
  const { t } = useTranslation();
  return (ref) => t(`customer.column.${parseRef(ref).kpi as 'csat'}`);
}
