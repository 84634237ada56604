import { useTranslation } from 'react-i18next';
import classes from './agents.module.css';
import type { ScorecardLine } from './queries.ts';

type Verdict = NonNullable<ScorecardLine['previous']>['verdict'];

const signs: Readonly<Record<Verdict, string>> = {
  better: '▲',
  worse: '▼',
  unclear: '≈',
  'too-few': '·',
  neither: '·',
};

/** What a comparison says: by shape, word and colour. */
export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <span aria-hidden>{signs[verdict]}</span> {t(`agent.verdicts.${verdict}`)}
    </span>
  );
}
