import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.ts';
import { useFormat } from '../../format/use-format.ts';
import { deadLettersQuery } from './queries.ts';

/** Leads to the rejected events, and says how many there are. Nothing where there are none. */
export function RejectedLink() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay()('mend-events');
  const answer = useInfiniteQuery({ ...deadLettersQuery(null, 1), enabled: may });
  const count = (answer.data?.pages[0]?.codes ?? []).reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return null;
  return <Link to="/sources/rejected">{t('deadLetter.link', { count, n: format.count(count) })} →</Link>;
}
