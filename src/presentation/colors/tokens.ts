import type { Oklch } from './oklch.ts';

export type Scheme = 'light' | 'dark';

/**
 * Every colour of Vigie. Greys lean warm, the accent is “mer”, a deep teal-blue. Met, risk, breached, paused and none
 * stand for their meaning and for nothing else; each also has a shape or a word. `…Soft` is a ground for text, `…Fill` an area.
 */
export const tokens = {
  light: {
    page: [0.982, 0.003, 80],
    surface: [1, 0, 0],
    sunken: [0.962, 0.005, 80],
    hover: [0.95, 0.006, 80],
    line: [0.905, 0.007, 80],
    lineStrong: [0.8, 0.01, 75],
    control: [0.62, 0.012, 70],
    text: [0.25, 0.012, 60],
    muted: [0.475, 0.013, 65],
    faint: [0.53, 0.012, 65],
    accent: [0.45, 0.085, 222],
    accentHover: [0.39, 0.08, 222],
    accentSoft: [0.945, 0.022, 215],
    onAccent: [1, 0, 0],
    met: [0.47, 0.105, 155],
    metSoft: [0.945, 0.035, 155],
    metFill: [0.56, 0.125, 155],
    risk: [0.5, 0.11, 65],
    riskSoft: [0.95, 0.045, 80],
    riskFill: [0.64, 0.135, 68],
    breached: [0.51, 0.175, 27],
    breachedSoft: [0.95, 0.025, 25],
    breachedFill: [0.575, 0.185, 27],
    paused: [0.48, 0.055, 300],
    pausedSoft: [0.94, 0.018, 300],
    none: [0.53, 0.012, 65],
    noneSoft: [0.93, 0.006, 80],
  },
  dark: {
    page: [0.185, 0.005, 70],
    surface: [0.222, 0.006, 70],
    sunken: [0.2, 0.005, 70],
    hover: [0.265, 0.007, 70],
    line: [0.305, 0.008, 70],
    lineStrong: [0.42, 0.01, 70],
    control: [0.56, 0.012, 70],
    text: [0.935, 0.006, 80],
    muted: [0.735, 0.01, 75],
    faint: [0.68, 0.01, 75],
    accent: [0.79, 0.095, 212],
    accentHover: [0.85, 0.085, 212],
    accentSoft: [0.31, 0.04, 220],
    onAccent: [0.2, 0.03, 222],
    met: [0.78, 0.135, 155],
    metSoft: [0.3, 0.045, 155],
    metFill: [0.7, 0.13, 155],
    risk: [0.82, 0.125, 78],
    riskSoft: [0.315, 0.05, 75],
    riskFill: [0.78, 0.13, 75],
    breached: [0.745, 0.14, 25],
    breachedSoft: [0.305, 0.065, 25],
    breachedFill: [0.66, 0.16, 25],
    paused: [0.76, 0.06, 300],
    pausedSoft: [0.31, 0.035, 300],
    none: [0.68, 0.01, 75],
    noneSoft: [0.29, 0.007, 70],
  },
} as const satisfies Record<Scheme, Record<string, Oklch>>;

export type TokenName = keyof (typeof tokens)['light'];

/**
 * Eight colours for series. Neighbours differ in lightness as well as hue, so that they stay apart under deuteranopia
 * and in grey print.
 */
export const seriesColors = {
  light: [
    [0.5, 0.095, 225],
    [0.75, 0.135, 68],
    [0.43, 0.12, 330],
    [0.7, 0.1, 170],
    [0.6, 0.09, 48],
    [0.7, 0.1, 255],
    [0.47, 0.08, 128],
    [0.66, 0.03, 70],
  ],
  dark: [
    [0.72, 0.1, 218],
    [0.83, 0.12, 75],
    [0.62, 0.14, 330],
    [0.8, 0.1, 170],
    [0.7, 0.09, 48],
    [0.77, 0.09, 255],
    [0.65, 0.1, 128],
    [0.74, 0.02, 75],
  ],
} as const satisfies Record<Scheme, readonly Oklch[]>;

/** The accent from pale to deep, as Mantine wants its colours. */
export const accentRamp: readonly Oklch[] = [
  [0.97, 0.012, 215],
  [0.93, 0.028, 215],
  [0.87, 0.05, 215],
  [0.79, 0.075, 216],
  [0.7, 0.088, 218],
  [0.61, 0.092, 220],
  [0.53, 0.092, 221],
  [0.45, 0.085, 222],
  [0.39, 0.078, 222],
  [0.33, 0.066, 223],
];

export const grayRamp: readonly Oklch[] = [
  [0.985, 0.003, 80],
  [0.962, 0.005, 80],
  [0.93, 0.006, 80],
  [0.905, 0.007, 80],
  [0.8, 0.01, 75],
  [0.62, 0.012, 70],
  [0.475, 0.013, 65],
  [0.38, 0.012, 65],
  [0.3, 0.012, 60],
  [0.25, 0.012, 60],
];

export const darkRamp: readonly Oklch[] = [
  [0.935, 0.006, 80],
  [0.86, 0.007, 80],
  [0.735, 0.01, 75],
  [0.56, 0.012, 70],
  [0.305, 0.008, 70],
  [0.265, 0.007, 70],
  [0.222, 0.006, 70],
  [0.185, 0.005, 70],
  [0.165, 0.005, 70],
  [0.145, 0.005, 70],
];
