import { workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

const engine = await PGlite.create(workerData as string);
await engine.close();
