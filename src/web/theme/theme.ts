import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { type Oklch, toHex } from '#presentation/colors/oklch.ts';
import { accentRamp, darkRamp, grayRamp, type Scheme, tokens } from '#presentation/colors/tokens.ts';

const ramp = (colors: readonly Oklch[]) => colors.map(toHex) as unknown as MantineColorsTuple;

const font = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  primaryColor: 'mer',
  primaryShade: { light: 7, dark: 3 },
  colors: { mer: ramp(accentRamp), gray: ramp(grayRamp), dark: ramp(darkRamp) },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: font,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontFamily: font, fontWeight: '650' },
  components: {
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false, fz: 'xs' } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, radius: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, radius: 'md' } },
    Modal: {
      defaultProps: { transitionProps: { duration: 120 }, radius: 'md' },
      styles: { title: { fontWeight: 650 } },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 150 } } },
    Button: {
      vars: (_: unknown, { variant }: { variant?: string }) =>
        variant === undefined || variant === 'filled'
          ? { root: { '--button-color': 'var(--v-on-accent)' } }
          : { root: {} },
    },
    InputWrapper: { styles: { label: { marginBottom: 3 } } },
    Checkbox: { defaultProps: { iconColor: 'var(--v-on-accent)' } },
  },
});

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function variablesOf(scheme: Scheme): Record<string, string> {
  const own = Object.entries(tokens[scheme]).map(([name, [lightness, chroma, hue]]) => [
    `--v-${kebab(name)}`,
    `oklch(${lightness} ${chroma} ${hue})`,
  ]);
  return {
    ...Object.fromEntries(own),
    '--mantine-color-body': 'var(--v-surface)',
    '--mantine-color-text': 'var(--v-text)',
    '--mantine-color-dimmed': 'var(--v-muted)',
    '--mantine-color-placeholder': 'var(--v-faint)',
    '--mantine-color-default': 'var(--v-surface)',
    '--mantine-color-default-hover': 'var(--v-hover)',
    '--mantine-color-default-border': 'var(--v-line)',
    '--mantine-color-default-color': 'var(--v-text)',
    '--mantine-color-anchor': 'var(--v-accent)',
    '--mantine-color-error': 'var(--v-breached)',
    '--mantine-primary-color-filled': 'var(--v-accent)',
    '--mantine-primary-color-filled-hover': 'var(--v-accent-hover)',
    '--mantine-primary-color-contrast': 'var(--v-on-accent)',
    '--mantine-primary-color-light': 'var(--v-accent-soft)',
    '--mantine-primary-color-light-color': 'var(--v-accent)',
    '--mantine-color-mer-filled': 'var(--v-accent)',
    '--mantine-color-mer-filled-hover': 'var(--v-accent-hover)',
    '--mantine-color-mer-light': 'var(--v-accent-soft)',
    '--mantine-color-mer-light-color': 'var(--v-accent)',
  };
}

/** Publishes the tokens as CSS variables (`--v-…`) and lays them under Mantine's own. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--v-shadow': '0 8px 28px oklch(0.2 0.02 70 / 0.16), 0 1px 3px oklch(0.2 0.02 70 / 0.1)' },
  light: variablesOf('light'),
  dark: variablesOf('dark'),
});
