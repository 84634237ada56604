import { useTranslation } from 'react-i18next';
import formClasses from '../../form/form.module.css';
import { useFormat } from '../../format/use-format.ts';
import classes from './hooks.module.css';
import type { HookPreview } from './queries.ts';

/** The events that a mapping reads out of a body, each with what is wrong with it. */
export function FoundEvents({ preview: { events, total, mapping } }: { readonly preview: HookPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-label={t('hook.found')}>
      <p className={classes.note} role="status">
        {mapping.length > 0 ? mapping[0]?.message : t('hook.foundCount', { count: total, n: format.count(total) })}
      </p>
      {events.slice(0, 3).map(({ event, defects }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events are told apart by their place in the body
        <div key={index} className={classes.event}>
          <p className={classes.note} data-good={defects.length === 0}>
            {defects.length === 0 ? `✓ ${t('hook.good')}` : `✗ ${t('hook.wrong')}`}
          </p>
          {defects.length > 0 && (
            <ul>
              {defects.map(({ path, code, message }) => (
                <li key={`${path} ${code}`}>
                  <code>{path}</code> {message}
                </li>
              ))}
            </ul>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <pre className={formClasses.code} tabIndex={0}>
            {JSON.stringify(event, null, 2)}
          </pre>
        </div>
      ))}
    </section>
  );
}
