import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';

interface Props {
  readonly shown: number;
  readonly total: number;
}

/** On paper only: how many rows of a table there are, and how many of them stand on it. */
export function PrintedRows({ shown, total }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="on-paper figures">
      {shown === total
        ? t('common.printedAll', { count: total, n: format.count(total) })
        : t('common.printedSome', { shown: format.count(shown), total: format.count(total) })}
    </p>
  );
}
