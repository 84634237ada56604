import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SearchProblem } from '#presentation/question/check-search.ts';
import type { Search } from '#presentation/question/filters.ts';
import { useUrl } from '../state/url.ts';
import classes from './report.module.css';

interface Props {
  readonly problems: readonly SearchProblem[];
  /** What is left of the address without them. */
  readonly search: Search;
}

/** What of the address was not understood, so that nobody takes the page for an answer to it. */
export function UrlProblems({ problems, search }: Props) {
  const { t } = useTranslation();
  const { replaceAll } = useUrl();
  if (problems.length === 0) return null;
  return (
    <div className={classes.problems} role="status">
      <p>{t('report.ignored')}</p>
      <ul>
        {problems.map(({ key, value, why }) => (
          <li key={`${key} ${value}`}>{t(`report.ignoredWhy.${why}`, { key, value })}</li>
        ))}
      </ul>
      <Button variant="default" size="compact-xs" onClick={() => replaceAll(search)}>
        {t('report.ignoredClean')}
      </Button>
    </div>
  );
}
