import { VigieError } from '#domain/error.ts';

/** Says in our words why a file cannot be written. */
export function writeError(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const reasons = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENOSPC', 'EDQUOT'];
  if (code === undefined || !reasons.includes(code)) return error;
  return new VigieError('file.not-writable', { file, reason: code }, { cause: error });
}
