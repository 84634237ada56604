import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';
import { owner } from './server.ts';

/** The Chromium that comes inside an npm package: nothing is downloaded. */
export async function launchBrowser(): Promise<Browser> {
  // In one process the browser would end with the first context that is closed.
  const args = chromium.args.filter((arg) => arg !== '--single-process');
  return playwright.launch({ args, executablePath: await chromium.executablePath(), headless: true });
}

interface Person {
  readonly email: string;
  readonly password: string;
}

export interface View {
  /** Who looks: the owner; null for nobody. */
  readonly as?: Person | null;
  readonly language?: 'en' | 'fr';
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** A page in a browser of its own: language, theme and size as asked, no motion. */
export async function openPage(browser: Browser, origin: string, view: View = {}): Promise<Page> {
  const { language = 'en', scheme = 'light', width = 1440, height = 900, as = owner } = view;
  const options: BrowserContextOptions = {
    baseURL: origin,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Paris',
    viewport: { width, height },
  };
  const context = await browser.newContext(options);
  if (as !== null) await context.addCookies(await sessionOf(context, origin, as));
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const sessions = new Map<string, Cookies>();

/** A person of a server signs in once, as the page would, and goes on in every browser opened for them. */
async function sessionOf(context: BrowserContext, origin: string, data: Person): Promise<Cookies> {
  const key = `${origin} ${data.email}`;
  const known = sessions.get(key);
  if (known !== undefined) return known;
  const answer = await context.request.post('/api/v1/session', { data });
  if (!answer.ok()) throw new Error(`${data.email} could not sign in: ${await answer.text()}`);
  const cookies = await context.cookies();
  sessions.set(key, cookies);
  return cookies;
}

/** Waits until nothing is loading any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null);
}
