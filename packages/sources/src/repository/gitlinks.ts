/** what stands before the hash of an entry, and which mode a link to a commit of another repository has */
const BEFORE_HASH = 40
const MODE_AT = 24
const GITLINK = 0o160000
const EXTENDED = 0x4000

/**
 * The paths of submodules in an index of git, of versions 2 to 4; none of one that is not read, so that nothing is
 * passed over for its sake.
 */
export function gitlinksIn(index: Uint8Array): readonly string[] {
  for (const hash of [20, 32]) {
    const found = entriesIn(index, hash)
    if (found !== null) return found
  }
  return []
}

/** Those of an index whose hashes have so many bytes; null where it is none. */
function entriesIn(index: Uint8Array, hash: number): readonly string[] | null {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength)
  const decoder = new TextDecoder()
  if (index.length < 12 || decoder.decode(index.subarray(0, 4)) !== 'DIRC') return null
  const version = view.getUint32(4)
  const count = view.getUint32(8)
  if (version < 2 || version > 4) return null
  const links: string[] = []
  let path = new Uint8Array()
  let at = 12
  for (let entry = 0; entry < count; entry++) {
    const flagsAt = at + BEFORE_HASH + hash
    if (flagsAt + 2 > index.length) return null
    let from = flagsAt + (view.getUint16(flagsAt) & EXTENDED ? 4 : 2)
    let kept = 0
    if (version === 4) {
      // how many bytes of the path before go, seven bits at a time, as offsets in a pack are written
      let cut = (index[from] ?? 0) & 0x7f
      while ((index[from++] ?? 0) & 0x80) cut = ((cut + 1) << 7) | ((index[from] ?? 0) & 0x7f)
      kept = path.length - cut
    }
    const end = index.indexOf(0, from)
    if (end < 0 || kept < 0) return null
    const own = index.subarray(from, end)
    path = Uint8Array.of(...path.subarray(0, kept), ...own)
    if (path.length === 0) return null
    if (view.getUint32(at + MODE_AT) === GITLINK) links.push(decoder.decode(path))
    // entries are padded with one to eight zeros, but in version 4
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7)
  }
  return links
}
