import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rejectedQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { ProblemView } from '../ui/problem-view.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './sources.module.css';

/** Lines of a file that were not taken: where and why. */
export function Rejected({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = useQuery(rejectedQuery(id));
  if (answer.isError) return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return null;
  return (
    <section className={classes.rejected}>
      <h3 className={classes.sampleTitle}>{t('source.rejectedTitle')}</h3>
      <p className={classes.text}>{t('source.rejectedLead')}</p>
      <ScrollRegion label={t('source.rejectedTitle')}>
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col" className={tableClasses.number}>
                {t('source.line')}
              </th>
              <th scope="col">{t('source.rejectedColumn')}</th>
              <th scope="col">{t('source.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.data.items.map(({ line, column, code, message }) => (
              <tr key={`${line} ${column} ${code}`}>
                <td className={tableClasses.number}>{format.count(line)}</td>
                <td>{column ?? '–'}</td>
                <td className={classes.wrap}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
