/** A part of a whole in per cent with one decimal, or a dash where there is nothing to be part of. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
}

/** Milliseconds with about three significant digits. */
export function formatMs(ms: number): string {
  if (ms >= 100) return ms.toFixed(0);
  if (ms >= 10) return ms.toFixed(1);
  return ms.toFixed(ms >= 1 ? 2 : 3);
}

/** Bytes as whole megabytes (10⁶). */
export function formatMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
