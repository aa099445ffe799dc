/** Bytes for a person: `2.0 GB`, `1 MB`, `300 bytes`. */
export function sizeInWords(bytes: number): string {
  for (const [unit, size] of [
    ['GB', 1024 ** 3],
    ['MB', 1024 ** 2],
    ['KB', 1024],
  ] as const) {
    if (bytes >= size) return `${(bytes / size).toFixed(1).replace(/\.0$/, '')} ${unit}`
  }
  return `${bytes} bytes`
}
