import { Link } from '@tanstack/react-router';
import type { CustomerGroup } from '#domain/report/customer-figures.ts';
import { useUrl } from '../state/url.ts';

interface Props {
  readonly id: string;
  readonly name: string | null;
  readonly by: CustomerGroup;
}

/** Leads to the history of a customer or a company, over the period of this page. */
export function CustomerLink({ id, name, by }: Props) {
  const { search } = useUrl();
  const kept = {
    ...(search.period === undefined ? {} : { period: search.period }),
    ...(search.time === undefined ? {} : { time: search.time }),
    ...(by === 'company' ? { by } : {}),
  };
  return (
    <Link to="/customers/$id" params={{ id }} search={kept}>
      {name ?? id}
    </Link>
  );
}
