import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { LastAnswer } from '../last-answer.tsx';
import type { History } from '../queries.ts';
import classes from './history.module.css';

/** The surveys they answered, of any period, with their comments where comments are kept. */
export function Answers({ answers }: { readonly answers: History['answers'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const { items, total } = answers;
  const withComment = items.some(({ comment }) => comment !== null);
  return (
    <Card
      flush
      title={t('customer.answers')}
      {...(total > items.length
        ? { help: t('customer.moreAnswers', { n: format.count(items.length), total: format.count(total) }) }
        : {})}
    >
      {items.length === 0 && <p className={classes.calm}>{t('customer.noAnswers')}</p>}
      {items.length > 0 && (
        <ScrollRegion label={t('customer.answers')}>
          <table className={tableClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('ticket.key')}</th>
                <th scope="col">{t('customer.survey')}</th>
                {withComment && <th scope="col">{t('customer.comment')}</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((answer) => (
                <tr key={`${answer.ticket} ${answer.kind} ${answer.answeredAt}`}>
                  <th scope="row" className={tableClasses.key}>
                    <Link to="/tickets/$key" params={{ key: answer.ticket }}>
                      {answer.ticket}
                    </Link>
                    <span className={tableClasses.sub}>{format.instant(answer.answeredAt, zone)}</span>
                  </th>
                  <td>
                    <LastAnswer answer={answer} />
                  </td>
                  {withComment && <td className={classes.comment}>{answer.comment ?? '–'}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Card>
  );
}
