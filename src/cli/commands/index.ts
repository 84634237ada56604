import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addCalendar } from './calendar.ts';
import { addKpis } from './kpis.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly ((program: Command, cli: Cli) => void)[] = [addKpis, addCalendar];
