import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addCalendar } from './calendar.ts';
import { addDoctor } from './doctor.ts';
import { addKpis } from './kpis.ts';
import { addReplay } from './replay.ts';
import { addStart } from './start.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly ((program: Command, cli: Cli) => void)[] = [
  addStart,
  addKpis,
  addReplay,
  addCalendar,
  addDoctor,
];
