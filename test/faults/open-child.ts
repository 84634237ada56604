import { openInstallation, type Places } from '#app/open-installation.ts';

/** A process that opens an installation, whatever that takes, and closes it. */
const places = JSON.parse(process.argv[2] as string) as Places;
console.log('begun');
const installation = await openInstallation(places);
await installation.close();
console.log('done');
process.exit();
