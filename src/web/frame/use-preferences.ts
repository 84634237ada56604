import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { use, useEffect } from 'react';
import type { CallOf } from '#contract/client.ts';
import type { Language } from '#domain/error.ts';
import { call } from '../api/client.ts';
import { SessionContext, type SignedIn, sessionQuery } from '../api/session.ts';
import { changeLanguage, currentLanguage } from '../i18n/setup.ts';

export type Theme = 'light' | 'dark' | 'auto';

/** Language and theme: changed here at once, and kept with the account of whoever is signed in. */
export function usePreferences() {
  const signedIn = use(SessionContext) !== null;
  const queryClient = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keep = (body: CallOf<'update-me'>['body']) => {
    if (!signedIn) return;
    // Here the choice holds even where it could not be kept.
    void call('update-me', { body }).then(
      (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
      () => undefined,
    );
  };
  return {
    language: currentLanguage(),
    setLanguage: (language: Language) => {
      void changeLanguage(language);
      keep({ language });
    },
    theme: colorScheme,
    setTheme: (theme: Theme) => {
      setColorScheme(theme);
      keep({ theme });
    },
  };
}

/** What an account prefers holds wherever it signs in; what it leaves open stays as this browser has it. */
export function useAccountPreferences({ language, theme }: SignedIn['user']): void {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (language !== null && language !== currentLanguage()) void changeLanguage(language);
  }, [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the setter is another function at each rendering
  useEffect(() => {
    if (theme !== null) setColorScheme(theme);
  }, [theme]);
}
