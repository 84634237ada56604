import { Outlet } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../frame/logo.tsx';
import { LanguageMenu, ThemeMenu } from '../frame/preference-menus.tsx';
import { useTellTitle } from '../state/page-title.ts';
import classes from './outside.module.css';

/** The frame of pages for whoever is not signed in: one thing to do, and the language and theme to do it in. */
export function Outside({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.outside}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <Logo />
          {t('common.product')}
        </span>
        <span className={classes.tools}>
          <LanguageMenu />
          <ThemeMenu />
        </span>
      </header>
      <main id="content" className={classes.middle}>
        <Suspense fallback={null}>{children ?? <Outlet />}</Suspense>
      </main>
      <footer className={classes.foot}>{t('account.promise')}</footer>
    </div>
  );
}

interface CardProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

export function OutsideCard({ title, lead, children }: CardProps) {
  useTellTitle(title);
  return (
    <div className={classes.card}>
      <h1 className={classes.title}>{title}</h1>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children !== undefined && <div className={classes.body}>{children}</div>}
    </div>
  );
}
