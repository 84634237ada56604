import type { Subject } from '#domain/discussion/subject.ts';
import type { Language } from '#domain/error.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { getReport } from '#domain/report/get-report.ts';
import { findDashboard } from '#records/saved/dashboards.ts';
import { findSavedReport } from '#records/saved/saved-reports.ts';
import type { App } from '../app.ts';
import { labelPeople } from '../tickets/label-people.ts';

/** Where something is discussed: what it is called, and the path of the web app that shows it as it was set. */
export async function placeOf(app: App, { kind, id }: Subject, query: Address, language: Language) {
  const search = (address: Address) => {
    const text = new URLSearchParams(address).toString();
    return text === '' ? '' : `?${text}`;
  };
  switch (kind) {
    case 'report':
      return { title: getReport(id).title[language], path: `/reports/${id}${search(query)}` };
    case 'saved-report': {
      const saved = await findSavedReport(app.records, app.workspace, id);
      const address = { ...saved?.query, ...query, saved: id };
      return { title: saved?.title ?? '', path: `/reports/${saved?.report ?? 'compose'}${search(address)}` };
    }
    case 'dashboard': {
      const dashboard = await findDashboard(app.records, app.workspace, id);
      return { title: dashboard?.title ?? '', path: `/dashboards/${id}${search(query)}` };
    }
    case 'agent': {
      const labels = await labelPeople(app, { agent: [id] });
      return { title: labels.agent?.[id] ?? id, path: `/agents/${encodeURIComponent(id)}${search(query)}` };
    }
  }
}
