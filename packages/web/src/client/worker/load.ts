import { assembleKnowledge, type CompiledKnowledge, type SpdxLicense } from '@unwash/core/knowledge/knowledge'
import { approvedIn } from '@unwash/core/licenses/account/approved'
import { buildIndex, decodeFingerprints } from '@unwash/core/licenses/identity/index'
import type { Known } from '@unwash/core/licenses/known'
import { secondOpinion } from '@unwash/core/licenses/second-reader/index'
import { tell } from './legal.ts'

/** What `knowledge.bin` holds. */
interface Compiled {
  readonly version: string
  readonly knowledge: CompiledKnowledge
  readonly spdx: readonly SpdxLicense[]
}

/** The text of a known license, for the diff and to be picked. */
interface KnownText {
  readonly id: string
  readonly name: string
  readonly text: string
}

/** All that a reading rests on, and the texts that lie beside it. */
export interface Loaded extends Known {
  readonly texts: ReadonlyMap<string, KnownText>
}

/**
 * Fetches what the reader knows: the same facts and fingerprints as the command line has. All of it is asked for at
 * once, before any text is read, so that nothing that is asked for later could tell of a text.
 */
export async function load(): Promise<Loaded> {
  const [compiled, patterns, ours, spdx, approved, learned, texts] = await Promise.all([
    json<Compiled>('knowledge'),
    bytes('patterns'),
    bytes('fingerprints'),
    bytes('spdx'),
    bytes('approved'),
    bytes('second-reader'),
    json<readonly KnownText[]>('texts'),
  ])
  const knowledge = assembleKnowledge(compiled.knowledge, compiled.spdx, () => patterns)
  tell(knowledge)
  return {
    version: compiled.version,
    knowledge,
    isApproved: approvedIn(approved),
    second: secondOpinion(learned),
    catalog: buildIndex([ours, spdx].flatMap(file => decodeFingerprints(file))),
    texts: new Map(texts.map(text => [text.id, text])),
  }
}

// the build wrote it: this is the parser's edge
const json = async <T>(name: string): Promise<T> => JSON.parse(new TextDecoder().decode(await bytes(name))) as T

/** "1f 8b" */
const GZIP = [0x1f, 0x8b]

/** A file beside the worker. It comes compressed from any server; one that also says so has it taken out on the way. */
async function bytes(name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`${name}.bin`, globalThis.location.href))
  if (!response.ok)
    throw new Error(`what the reader needs did not come (${name}: ${response.status}); load the page again`)
  const whole = new Uint8Array(await response.arrayBuffer())
  if (!GZIP.every((byte, at) => whole[at] === byte)) return whole
  const stream = new Blob([whole]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
