import { mkdirSync } from 'node:fs';
import { join as joinPath, resolve } from 'node:path';
import { launchBrowser, openPage, settle, type View } from '../test/e2e/support/browser.ts';
import { join } from '../test/e2e/support/join.ts';
import { routerPaths } from '../test/e2e/support/router-paths.ts';
import { loadSample, post, startVigie } from '../test/e2e/support/server.ts';

/**
 * Pictures of every page, in both languages and themes and on a telephone, into the folder named (default
 * `screenshots/`), and the one of the README into docs/images. Further arguments name the only pages wanted.
 */
const [into = 'screenshots', ...only] = process.argv.slice(2);
const folder = resolve(into);
const readme = resolve(import.meta.dirname, '../docs/images');

type Pages = Readonly<Record<string, string>>;

const pages: Pages = {
  overview: '/',
  reports: '/reports',
  dashboards: '/dashboards',
  'sla-by-agent': '/reports/sla-by-agent',
  compose: '/reports/compose?kpis=tickets-created,ratio(sla-breaches,tickets-created)&by=priority&picture=columns',
  'settings-schedules': '/settings/schedules',
  definitions: '/definitions',
  definition: '/definitions?kpi=first-reply-time',
  tickets: '/tickets',
  proof: '/tickets/INC0079035',
  sources: '/sources',
  'rejected-events': '/sources/rejected',
  'settings-profile': '/settings/profile',
  'settings-notifications': '/settings/notifications',
  'settings-policies': '/settings/policies',
  'settings-policy': '/settings/policies/major-incidents',
  'settings-hooks': '/settings/hooks',
  'settings-hook': '/settings/hooks/new',
  'settings-calendars': '/settings/calendars',
  'settings-calendar': '/settings/calendars/new',
  'settings-channels': '/settings/channels',
  'settings-security': '/settings/security',
  'settings-workspace': '/settings/workspace',
  'settings-members': '/settings/members',
  'settings-tokens': '/settings/tokens',
  'settings-links': '/settings/links',
  'settings-audit': '/settings/audit',
  'settings-data': '/settings/data',
  'settings-workspaces': '/settings/workspaces',
  'settings-backup': '/settings/backup',
};

/** Of a shop: the incidents have no customers, and no clock of theirs runs any more. */
const shopPages: Pages = {
  agents: '/agents',
  agent: '/agents/zoe.robert',
  customers: '/customers',
  customer: '/customers/C000001',
  live: '/live',
  'live-screen': '/live?tv=1',
  desk: '/desk',
  breaches: '/breaches',
  alerts: '/alerts',
  'first-reply': '/reports/first-reply?f.marketplace=ebay&period=latest-30-days',
  'no-such-page': '/no-such-page',
};

const visited = new Set<string>();

mkdirSync(folder, { recursive: true });
mkdirSync(readme, { recursive: true });
const browser = await launchBrowser();
try {
  await shootNew();
  await shootFilled();
  await shootShop();
} finally {
  await browser.close();
}

async function shootNew(): Promise<void> {
  const vigie = await startVigie({ withOwner: false });
  try {
    const link = vigie.ownerLink.slice(vigie.origin.length);
    await shootAll(vigie.origin, { 'owner-needed': '/', 'first-owner': link }, null);
  } finally {
    await vigie.close();
  }
}

async function shootFilled(): Promise<void> {
  const { origin, close } = await startVigie();
  try {
    await shootAll(origin, { 'first-run': '/' });
    await loadSample(origin, 'incidents');
    const links = await fill(origin);
    const unsubscribe = `/unsubscribe/${'x'.repeat(40)}`;
    await shootAll(origin, { ...pages, ...(await fillSaved(origin)) });
    await shootAll(
      origin,
      { 'sign-in': '/sign-in', 'forgot-password': '/forgot-password', unsubscribe, ...links },
      null,
    );
    const agent = { name: 'Nadia Haddad', email: 'nadia.haddad@example.org', role: 'agent', agents: ['Resolver 13'] };
    const as = await join(origin, agent);
    await shootAll(origin, { 'overview-of-agent': '/', refused: '/settings/members' }, as);
    const path = joinPath(readme, 'overview.png');
    if (wanted('overview')) await shoot(origin, '/', { language: 'en', scheme: 'light' }, { path });
  } finally {
    await close();
  }
}

async function shootShop(): Promise<void> {
  const { origin, close } = await startVigie();
  try {
    await loadSample(origin, 'marketplace', '?tickets=8000');
    await shootAll(origin, shopPages);
    tellMissing();
  } finally {
    await close();
  }
}

/** Says which pages of the router no picture shows. */
function tellMissing(): void {
  const shown = [...visited].map((path) => path.replace(/[?#].*$/, ''));
  const isShown = (route: string) => {
    const pattern = new RegExp(`^/?${route.replaceAll('.', String.raw`\.`).replaceAll(/\$\w*/g, '[^/]+')}$`);
    return shown.some((path) => pattern.test(path));
  };
  // The frame of the settings leads to the first of them.
  const missing = routerPaths.filter((route) => route !== '/settings' && !isShown(route));
  if (only.length > 0 || missing.length === 0) return;
  console.error(`No picture shows ${missing.join(', ')}.`);
  process.exitCode = 1;
}

/** People, tokens, links and a second workspace, so that no page is empty; gives the addresses that only links reach. */
async function fill(origin: string): Promise<Pages> {
  await join(origin, { name: 'Sofia Rossi', email: 'sofia.rossi@example.org', role: 'manager' });
  const teams = ['Group 70', 'Group 24'];
  await join(origin, { name: 'Tom Bernard', email: 'tom.bernard@example.org', role: 'lead', teams });
  const invited = await post<{ link: string }>(origin, '/invitations', {
    email: 'hugo.petit@example.org',
    role: 'agent',
    agents: ['Resolver 17'],
  });
  await post(origin, '/tokens', { name: 'Zendesk webhook', scope: 'ingest', expiresInDays: 10 });
  await post(origin, '/tokens', { name: 'Spreadsheet', scope: 'read', expiresInDays: null });
  await post(origin, '/workspaces', { id: 'boutique-lyon', name: 'Boutique Lyon', timeZone: 'Europe/Paris' });
  const shared = await post<{ url: string }>(origin, '/links', {
    report: 'sla-by-agent',
    title: 'SLA by agent, for the board',
    query: { from: '2016-03-01', to: '2017-03-01', by: 'agent,metric', every: 'none' },
  });
  const { id } = await post<{ id: string }>(origin, '/dashboards', {
    template: 'support-manager',
    title: 'For the board',
  });
  const board = { dashboard: id, title: 'Support, for the board', query: { period: 'all' } };
  const sharedBoard = await post<{ url: string }>(origin, '/links', board);
  const sharedWall = await post<{ url: string }>(origin, '/links', { wall: 'whole', title: 'Floor 2' });
  await post(origin, '/links', { report: 'csat', title: 'Satisfaction', password: 'quai des mouettes' });
  const pathOf = (link: string) => link.slice(origin.length);
  return {
    invitation: pathOf(invited.link),
    shared: pathOf(shared.url),
    'shared-dashboard': pathOf(sharedBoard.url),
    'shared-wall': pathOf(sharedWall.url),
    'reset-password': `/reset-password/${'x'.repeat(32)}`,
  };
}

/** A saved report and a dashboard: the addresses at which it is looked at. */
async function fillSaved(origin: string): Promise<Pages> {
  const query = { by: 'team', every: 'none' };
  await post(origin, '/saved-reports', {
    report: 'support-volume',
    title: 'Volume by team',
    query,
    visibility: 'workspace',
  });
  const visibility = 'workspace';
  const { id } = await post<{ id: string }>(origin, '/dashboards', { template: 'support-manager', visibility });
  return { dashboard: `/dashboards/${id}?period=all`, 'dashboard-tv': `/dashboards/${id}?period=all&tv=1` };
}

function wanted(name: string): boolean {
  return only.length === 0 || only.includes(name);
}

/** Of the owner unless of somebody else; null is nobody. */
async function shootAll(origin: string, some: Pages, as?: View['as']): Promise<void> {
  const view = as === undefined ? {} : { as };
  for (const [name, path] of Object.entries(some).filter(([each]) => wanted(each))) {
    for (const language of ['en', 'fr'] as const) {
      for (const scheme of ['light', 'dark'] as const) {
        const to = { path: joinPath(folder, `${name}-${language}-${scheme}.png`), fullPage: true };
        await shoot(origin, path, { ...view, language, scheme }, to);
      }
    }
    const narrow = { language: 'fr', scheme: 'light', width: 360, height: 780 } as const;
    const to = { path: joinPath(folder, `${name}-360.png`), fullPage: true };
    await shoot(origin, path, { ...view, ...narrow }, to);
  }
}

async function shoot(
  origin: string,
  path: string,
  view: View,
  to: { path: string; fullPage?: boolean },
): Promise<void> {
  const page = await openPage(browser, origin, view);
  visited.add(path);
  await page.goto(path);
  await settle(page);
  await page.screenshot(to);
  await page.context().close();
  console.log(to.path);
}
