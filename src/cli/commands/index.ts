import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addAgent } from './agent.ts';
import { addAlerts } from './alerts.ts';
import { addBackup } from './backup.ts';
import { addBreaches } from './breaches.ts';
import { addCalendar } from './calendar.ts';
import { addChannels } from './channels.ts';
import { addCustomer } from './customer.ts';
import { addDashboard } from './dashboard.ts';
import { addDoctor } from './doctor.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addHooks } from './hooks.ts';
import { addImport } from './import.ts';
import { addKpis } from './kpis.ts';
import { addPolicies } from './policies.ts';
import { addPrivacy } from './privacy.ts';
import { addQuery } from './query.ts';
import { addRebuild } from './rebuild.ts';
import { addReplay } from './replay.ts';
import { addReport } from './report.ts';
import { addRestore } from './restore.ts';
import { addSample } from './sample.ts';
import { addSchedule } from './schedule.ts';
import { addStart } from './start.ts';
import { addToken } from './token.ts';
import { addUser } from './user.ts';
import { addWatch } from './watch.ts';
import { addWorkspace } from './workspace.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly ((program: Command, cli: Cli) => void)[] = [
  addStart,
  addSample,
  addImport,
  addReport,
  addDashboard,
  addCustomer,
  addAgent,
  addSchedule,
  addWatch,
  addChannels,
  addHooks,
  addBreaches,
  addAlerts,
  addQuery,
  addKpis,
  addExplain,
  addReplay,
  addCalendar,
  addPolicies,
  addExport,
  addPrivacy,
  addRebuild,
  addBackup,
  addRestore,
  addUser,
  addToken,
  addWorkspace,
  addDoctor,
];
