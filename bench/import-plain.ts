import { openAnalytics } from '#analytics/client.ts';

/** The yardstick of the import: chDB loads the file into a plain table and does nothing else. */
const [file, data] = process.argv.slice(2) as [string, string];
const analytics = await openAnalytics({ path: data });
const columns = 'specversion String, id String, source String, type String, time String, subject String, data String';
const started = performance.now();
await analytics.command(
  `CREATE TABLE plain (id String, source String, type LowCardinality(String), time DateTime64(3, 'UTC'), subject String, data String)
   ENGINE = MergeTree ORDER BY tuple()`,
);
await analytics.command(
  `INSERT INTO plain SELECT id, source, type, parseDateTime64BestEffort(time, 3), subject, data
   FROM file('${file}', 'JSONEachRow', '${columns}')`,
);
const seconds = (performance.now() - started) / 1000;
const [row] = await analytics.query<{ rows: number }>('SELECT count() AS rows FROM plain', { workspace: '' });
await analytics.close();
console.log(JSON.stringify({ seconds, rows: row?.rows ?? 0, maxRssBytes: process.resourceUsage().maxRSS * 1024 }));
