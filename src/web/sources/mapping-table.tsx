import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#contract/schemas/data-in/import.ts';
import type { Preview } from '../api/queries.ts';
import { useNames } from '../state/use-names.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import { fieldTarget, setMeaning, setStatus, statusColumn } from './mapping.ts';
import classes from './sources.module.css';

interface Props {
  readonly preview: Preview;
  readonly mapping: MappingView;
  readonly onChange: (mapping: MappingView) => void;
}

/** What a mapping target means, in the reader's words. */
function useTargetName(): (target: string) => string {
  const { t, i18n } = useTranslation();
  return (target) => {
    if (target.startsWith('fields.')) return t('target.field', { name: target.slice('fields.'.length) });
    const path = `target.${target}`;
    return i18n.exists(path) ? String(i18n.t(path as 'target.ticket')) : target;
  };
}

/** Each column of the file, some of its values, and what it means. */
export function MappingTable({ preview, mapping, onChange }: Props) {
  const { t } = useTranslation();
  const targetName = useTargetName();
  return (
    <ScrollRegion label={t('source.meaning')} className={classes.mapping}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('source.column')}</th>
            <th scope="col">{t('source.meaning')}</th>
            <th scope="col">{t('source.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ name, samples }) => {
            const own = fieldTarget(name);
            const current = mapping.columns[name] ?? '';
            const targets = [...new Set([...preview.targets, own, ...(current === '' ? [] : [current])])];
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={`${t('source.meaning')}: ${name}`}
                    value={current}
                    onChange={(event) => onChange(setMeaning(mapping, name, event.currentTarget.value || null))}
                    data={[
                      { value: '', label: t('source.ignore') },
                      ...targets.map((value) => ({ value, label: targetName(value) })),
                    ]}
                  />
                </td>
                <td className={classes.examples}>{samples.slice(0, 3).join(' · ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** What the source's own words for the status mean. */
export function StatusTable({ preview, mapping, onChange }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const column = statusColumn(mapping);
  const samples = preview.columns.find(({ name }) => name === column)?.samples ?? [];
  const words = [...new Set([...Object.keys(mapping.values?.status ?? {}), ...samples])].filter((word) => word !== '');
  if (column === null || words.length === 0) return null;
  return (
    <section className={classes.mapping}>
      <h3 className={classes.sampleTitle}>{t('source.statuses')}</h3>
      <p className={classes.text}>{t('source.statusesLead')}</p>
      <div className={classes.fields}>
        {words.map((word) => (
          <NativeSelect
            key={word}
            size="xs"
            label={word}
            value={mapping.values?.status?.[word] ?? ''}
            onChange={(event) => onChange(setStatus(mapping, word, event.currentTarget.value || null))}
            data={[
              { value: '', label: t('source.statusNothing') },
              ...preview.statuses.map((value) => ({ value, label: names('status', value) })),
            ]}
          />
        ))}
      </div>
    </section>
  );
}
