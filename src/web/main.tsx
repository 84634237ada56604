import '@mantine/core/styles.css';
import '@fontsource-variable/inter';
import './theme/global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from '#contract/client.ts';
import { startLanguages } from './i18n/setup.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme/theme.ts';

/** A refusal will not change by asking again; a server that is starting up will. */
const mayPass = (error: Error) =>
  !(error instanceof ApiError) || error.problem.status === 0 || error.problem.status >= 500;

const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: (count, error) => count < 2 && mayPass(error), refetchOnWindowFocus: false } },
});

await startLanguages();

const element = document.getElementById('root');
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
