/**
 * Reads the bytes of an answer, and stops once it has more than `most`; `cut` where there were more. `heard` is called
 * for each piece that comes.
 */
export async function bodyOf(
  { body }: Response,
  most: number,
  heard: () => void = () => {},
): Promise<{ readonly bytes: Buffer; readonly cut: boolean }> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || value === undefined) break
    heard()
    chunks.push(value)
    length += value.length
    if (length <= most) continue
    await reader?.cancel().catch(() => {})
    break
  }
  return { bytes: Buffer.concat(chunks).subarray(0, most), cut: length > most }
}
