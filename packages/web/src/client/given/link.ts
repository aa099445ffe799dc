import type { As, SentText } from '../messages.ts'

/** characters of an address that is still passed on whole */
const LONGEST_ADDRESS = 32_000
/** characters of a text that an address may hold: more is no license */
const TEXT = 1024 * 1024

/** A text as the end of an address: a browser sends no server what stands behind the #. Null where it is too long. */
export async function linkTo({ path, content }: SentText, as: As): Promise<string | null> {
  const text = typeof content === 'string' ? content : await content.text()
  const packed = new Blob([JSON.stringify([as, path, text])]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  if (bytes.length > (LONGEST_ADDRESS * 3) / 4) return null
  const letters = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
  return `#text=${letters}`
}

/** The text that the end of an address holds; null where it holds none. Throws where that is cut or changed. */
export async function textIn(hash: string): Promise<{ readonly as: As; readonly sent: SentText } | null> {
  if (!hash.startsWith('#text=')) return null
  const letters = atob(hash.slice('#text='.length).replaceAll('-', '+').replaceAll('_', '/'))
  const packed = new Blob([Uint8Array.from(letters, letter => letter.charCodeAt(0))])
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let read = await reader.read(); !read.done && text.length <= TEXT; read = await reader.read())
    text += decoder.decode(read.value, { stream: true })
  const [as, path, content]: unknown[] = JSON.parse(text)
  return { as: as === 'claims' ? 'claims' : 'license', sent: { path: String(path), content: String(content) } }
}
