import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy } from '#domain/sla/policy.ts';
import { call } from '../../api/client.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { movedOrder } from './newest-of.ts';
import classes from './policies.module.css';
import { PolicyRow } from './policy-row.tsx';
import { type PolicyList as Listed, policiesQuery } from './queries.ts';

interface Props {
  readonly list: Listed;
  /** Those of one kind. */
  readonly policies: readonly Policy[];
  readonly edits: boolean;
}

/** The policies of one kind in order of precedence, put in another by dragging or by the arrows of each. */
export function PolicyList({ list, policies, edits }: Props) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [told, setTold] = useState('');
  const ordering = useOrdering(list);
  const names = policies.map(({ id }) => id);
  const move = (from: number, to: number) => {
    const policy = policies[from];
    if (policy === undefined || to < 0 || to >= policies.length || from === to || ordering.isPending) return;
    const all = [...new Set(list.items.map(({ id }) => id))];
    ordering.mutate(movedOrder(all, names, from, to));
    setTold(t('policy.moved', { name: policy.name, place: to + 1, total: policies.length }));
  };
  if (policies.length === 0) return <p className={classes.nothing}>{t('policy.emptyKind')}</p>;
  return (
    <>
      <ol className={classes.list}>
        {policies.map((policy, place) => (
          <PolicyRow
            key={policy.id}
            policy={policy}
            inForce={list.inForce[policy.id] !== undefined}
            place={place}
            last={place === policies.length - 1}
            over={over === place && dragged !== place}
            onMove={edits && policies.length > 1 ? (to) => move(place, to) : null}
            drag={{
              onDragStart: () => setDragged(place),
              onDragOver: (event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(place);
              },
              onDrop: (event) => {
                event.preventDefault();
                if (dragged !== null) move(dragged, place);
                setDragged(null);
                setOver(null);
              },
              onDragEnd: () => {
                setDragged(null);
                setOver(null);
              },
            }}
          />
        ))}
      </ol>
      <p className={classes.told} role="status">
        {ordering.isSuccess && `${told}. ${t('policy.orderKept')}`}
      </p>
      {ordering.error !== null && (
        <div className={classes.inset}>
          <ProblemNote error={ordering.error} />
        </div>
      )}
    </>
  );
}

function useOrdering({ version }: Listed) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => call('order-policies', { body: { ids: [...ids] } }, { ifMatch: version }),
    onSuccess: (list) => {
      queryClient.setQueryData(policiesQuery.queryKey, list);
      void queryClient.invalidateQueries({ queryKey: ['figures'] });
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: policiesQuery.queryKey }),
  });
}
