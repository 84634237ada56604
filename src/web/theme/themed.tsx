import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePrinting } from '../state/use-printing.ts';
import { styleNonce } from './style-nonce.ts';
import { cssVariables, theme } from './theme.ts';

/** The look of everything inside: as the reader chose it, and light on paper. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const printing = usePrinting();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      {...(printing ? { forceColorScheme: 'light' as const } : {})}
    >
      {children}
    </MantineProvider>
  );
}
