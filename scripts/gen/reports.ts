import { reports } from '../../src/domain/report/catalogue/index.ts';
import type { Report, Theme } from '../../src/domain/report/report.ts';
import { code, codes, madeFrom, page, table } from './markdown.ts';

const themes: Readonly<Record<Theme, string>> = {
  satisfaction: 'Satisfaction',
  team: 'Team performance',
  replies: 'Replies',
  sla: 'Service levels',
  planning: 'Planning',
  business: 'Business',
};

function section(report: Report): string {
  const facts = [
    `- KPIs: ${codes(report.kpis)}`,
    `- Grouped by: ${codes(report.by)}; every: ${report.every ?? '–'}; picture: ${report.picture}`,
    ...(report.top ? [`- The first ${report.top} groups by the first KPI`] : []),
    ...(report.filter ? [`- Only: ${code(JSON.stringify(report.filter))}`] : []),
  ];
  return page(
    `### ${report.title.en} (${code(report.id)})`,
    `**${report.question.en}**`,
    `*${report.title.fr}. ${report.question.fr}*`,
    report.about.en,
    facts.join('\n'),
  ).trimEnd();
}

export function reportsPage(): string {
  const sections = (Object.keys(themes) as Theme[]).flatMap((theme) => {
    const own = reports.filter((report) => report.theme === theme);
    return own.length === 0 ? [] : [`## ${themes[theme]}`, ...own.map(section)];
  });
  return page(
    '# Reports',
    madeFrom('src/domain/report/catalogue/index.ts'),
    'A report is a preset over the KPI language: some KPIs, dimensions and a picture, opened by a question. `vigie report ID` ' +
      'prints it, `GET /api/v1/reports/{id}/data` answers it, and both take other dates, groups and filters.',
    table(
      ['id', 'theme', 'question'],
      reports.map((report) => [code(report.id), themes[report.theme], report.question.en]),
    ),
    ...sections,
  );
}
