import { writeBeside } from '#app/backup/write-beside.ts';
import { VigieError } from '#domain/error.ts';

/** A process that writes a file of 8 MB and says how that ended. */
async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < 32; piece++) yield Buffer.alloc(262_144, piece);
}
try {
  await writeBeside(process.argv[2] as string, pieces());
  console.log('written');
} catch (error) {
  console.log(error instanceof VigieError ? error.code : String(error));
}
