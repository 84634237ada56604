import { type ChildProcess, spawn } from 'node:child_process';

/** Watch mode: the server restarts on a change, the web app is served by Vite, which asks the server for its data. */
const children: ChildProcess[] = [
  spawn(process.execPath, ['--watch', 'src/main.ts', 'start'], { stdio: 'inherit' }),
  spawn('vite', ['--clearScreen', 'false'], { stdio: 'inherit' }),
];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) child.on('exit', stop);
