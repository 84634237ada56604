import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Panel } from '../panel.tsx';
import type { Wall } from '../use-wall.ts';
import classes from '../wall.module.css';

const RADIUS = 42;
const AROUND = 2 * Math.PI * RADIUS;

function toneOf(share: number): 'met' | 'risk' | 'breached' {
  if (share > 1) return 'breached';
  return share >= 0.85 ? 'risk' : 'met';
}

/** How much of what agents can take at once is taken, as a ring with its words. */
export function ResourcesPanel({ resources }: Pick<Wall, 'resources'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { used, places, share, online, busy, away } = resources;
  return (
    <Panel title={t('wall.resources')} area="resources">
      <div className={classes.ringed}>
        <svg viewBox="0 0 100 100" className={classes.ring} aria-hidden>
          <circle cx="50" cy="50" r={RADIUS} className={classes.ringGround} />
          {share !== null && (
            <circle
              cx="50"
              cy="50"
              r={RADIUS}
              className={classes.ringUsed}
              data-tone={toneOf(share)}
              strokeDasharray={`${Math.min(share, 1) * AROUND} ${AROUND}`}
              transform="rotate(-90 50 50)"
            />
          )}
          <text x="50" y="51" textAnchor="middle" dominantBaseline="middle" className={classes.ringText}>
            {share === null ? '–' : format.share(share, 0)}
          </text>
        </svg>
        <p className={classes.ringWords}>
          {share !== null && <span className="visually-hidden">{format.share(share, 0)} </span>}
          {share === null
            ? t('wall.noPlaces')
            : t('wall.ofPlaces', { count: places, used: format.count(used), places: format.count(places) })}
        </p>
      </div>
      <ul className={classes.legend}>
        {(['online', 'busy', 'away'] as const).map((status) => (
          <li key={status}>
            {t(`wall.${status}`)} <strong className="figures">{format.count({ online, busy, away }[status])}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
