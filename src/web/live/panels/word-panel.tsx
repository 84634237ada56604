import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Panel } from '../panel.tsx';
import type { Wall } from '../use-wall.ts';
import classes from '../wall.module.css';
import { Figure } from './figure.tsx';

/** The share of promises kept today, with excused breaches and without them, and what broke. */
export function WordPanel({ today }: Pick<Wall, 'today'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { compliance, adjusted, breaches } = today;
  const share = (value: number | null) => (value === null ? '–' : format.share(value));
  return (
    <Panel title={t('wall.word')} area="word">
      <div className={classes.figures}>
        <Figure value={share(compliance)} label={t('wall.raw')} large />
        <Figure value={share(adjusted)} label={t('wall.adjusted')} large />
        <Figure
          value={format.count(breaches)}
          label={t('wall.brokenToday', { count: breaches })}
          tone={breaches > 0 ? 'breached' : 'plain'}
          large
        />
      </div>
    </Panel>
  );
}
