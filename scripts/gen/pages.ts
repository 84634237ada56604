import { cliPage } from './cli.ts';
import { dimensionsPage } from './dimensions.ts';
import { errorsPage } from './errors.ts';
import { eventsPage } from './events.ts';
import { factTablesPage } from './fact-tables.ts';
import { httpApiPage, openApiDocument } from './http-api.ts';
import { kpisPage } from './kpis.ts';
import { permissionsPage } from './permissions.ts';
import { reportsPage } from './reports.ts';
import { settingsPage } from './settings.ts';

/** Every generated file, by its path from the root of the repository. */
export const generatedFiles: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/reference/kpis.md': kpisPage,
  'docs/reference/reports.md': reportsPage,
  'docs/reference/dimensions.md': dimensionsPage,
  'docs/reference/events.md': eventsPage,
  'docs/reference/fact-tables.md': factTablesPage,
  'docs/reference/errors.md': errorsPage,
  'docs/reference/settings.md': settingsPage,
  'docs/reference/permissions.md': permissionsPage,
  'docs/reference/http-api.md': httpApiPage,
  'docs/reference/cli.md': cliPage,
  'docs/reference/openapi.json': openApiDocument,
};
