import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconDots } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { FavouriteButton } from '../dashboards/favourite-button.tsx';
import { Confirm } from '../form/confirm.tsx';
import { ProblemNote } from '../form/problem-note.tsx';
import { findIn } from '../frame/find-in.ts';
import catalogueClasses from '../reports/catalogue.module.css';
import { ProblemView } from '../ui/problem-view.tsx';
import { addressOfView } from './address-of-view.ts';
import { EditSheet } from './edit-sheet.tsx';
import { favouritesFirst, type SavedReport, savedReportsQuery } from './queries.ts';
import classes from './saved.module.css';

/** Saved reports that match a search, what is kept at hand first; nothing where nothing was saved. */
export function SavedSection({ search }: { readonly search: string }) {
  const { t } = useTranslation();
  const answer = useQuery(savedReportsQuery);
  if (answer.isError) return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  const found = favouritesFirst(findIn(answer.data ?? [], search, ({ title, description }) => [title, description]));
  if (found.length === 0) return null;
  return (
    <section className={catalogueClasses.theme}>
      <h2 className={catalogueClasses.name}>{t('saved.saved')}</h2>
      <ul className={catalogueClasses.list}>
        {found.map((saved) => (
          <li key={saved.id} className={classes.row}>
            <Opens saved={saved} />
            <FavouriteButton kind="report" item={saved} />
            <Tools saved={saved} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Opens({ saved }: { readonly saved: SavedReport }) {
  const { t } = useTranslation();
  const { to, params, search } = addressOfView(saved);
  const whose = saved.visibility === 'own' ? t('saved.shown.own') : (saved.owner?.name ?? t('saved.shown.workspace'));
  return (
    <Link to={to} params={params} search={() => ({ ...search, saved: saved.id })} className={catalogueClasses.report}>
      <IconBookmark size={20} stroke={1.4} aria-hidden className={catalogueClasses.icon} />
      <span className={catalogueClasses.question}>{saved.title}</span>
      <span className={catalogueClasses.title}>{saved.description === '' ? whose : saved.description}</span>
    </Link>
  );
}

function Tools({ saved }: { readonly saved: SavedReport }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const [editing, edit] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const renew = () => queryClient.invalidateQueries({ queryKey: savedReportsQuery.queryKey });
  const copying = useMutation({
    mutationFn: () => call('duplicate-saved-report', { params: { id: saved.id }, body: {} }),
    onSuccess: renew,
  });
  if (!may('save-reports')) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('saved.menuOf', { title: saved.title })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.mayChange && <Menu.Item onClick={edit.open}>{t('saved.edit')}</Menu.Item>}
          <Menu.Item onClick={() => copying.mutate()}>{t('saved.duplicate')}</Menu.Item>
          {saved.mayManage && <Menu.Item onClick={remove.open}>{t('saved.remove')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ProblemNote error={copying.error} />
      {editing && <EditSheet saved={saved} onDone={() => void renew()} onClose={edit.close} />}
      {removing && (
        <Confirm
          title={t('saved.removeTitle', { title: saved.title })}
          lead={t('saved.removeLead')}
          action={t('saved.remove')}
          run={() => call('remove-saved-report', { params: { id: saved.id } })}
          onDone={() => void renew()}
          onClose={remove.close}
        />
      )}
    </>
  );
}
