/** Why a file could not be read or written, for a reader who knows no error codes. */
export function explainFileError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file or folder.';
  if (code === 'EEXIST') return 'it is there already; --force writes over it.';
  if (code === 'EISDIR') return 'it is a folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied.';
  return error instanceof Error ? error.message : String(error);
}
