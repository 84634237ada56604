import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';

/** Zstandard, on a thread of the runtime. */
export const compress: (bytes: Uint8Array) => Promise<Buffer> = promisify(zstdCompress);

export const decompress: (bytes: Uint8Array) => Promise<Buffer> = promisify(zstdDecompress);
