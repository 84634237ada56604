#!/usr/bin/env node
import { runMain } from './cli/run-main.ts';

await runMain(process.argv.slice(2));
