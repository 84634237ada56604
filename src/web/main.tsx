import './theme/global.css';
import '@mantine/core/styles.layer.css';
import '@fontsource-variable/inter';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { startLanguages } from './i18n/setup.ts';
import { router } from './router.tsx';
import { Themed } from './theme/themed.tsx';

await startLanguages();

const element = document.getElementById('root');
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <Themed>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Themed>
    </StrictMode>,
  );
}
