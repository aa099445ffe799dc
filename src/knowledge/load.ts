import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { assembleKnowledge } from './assemble.ts'
import type { CompiledKnowledge } from './compile.ts'
import type { Knowledge, SpdxLicense } from './knowledge.ts'

/** Reads the knowledge that the build compiled; throws when it has not been built. */
export async function loadKnowledge(): Promise<Knowledge> {
  const [compiled, spdx] = await Promise.all([
    read<CompiledKnowledge>('knowledge.json'),
    read<readonly SpdxLicense[]>('spdx.json'),
  ])
  return assembleKnowledge(compiled, spdx)
}

/** The index the build made of the grams of all these fingerprints, in this order; null where it is not there. */
export function readGrams(): Uint8Array | null {
  return readBuilt('grams.bin')
}

/** What the build found in the passages of the SPDX texts; null where it is not there. */
export function readFindings(): Uint8Array | null {
  return readBuilt('findings.bin')
}

/** The first 128 bits of the SHA-256 of a text, in hex digits. */
export const digestOf = (text: string): string => hash('sha256', text, 'hex').slice(0, 32)

function readBuilt(name: string): Uint8Array | null {
  try {
    return readFileSync(new URL(`../../dist/data/${name}`, import.meta.url))
  } catch {
    return null
  }
}

/** Reads the fingerprints of license texts: ours, and those the build made from the SPDX texts. */
export async function loadFingerprints(): Promise<readonly Uint8Array[]> {
  return Promise.all(
    ['knowledge/fingerprints.bin', 'dist/data/spdx.bin'].map(name =>
      readFile(new URL(`../../${name}`, import.meta.url)),
    ),
  )
}

async function read<T>(name: string): Promise<T> {
  const file = new URL(`../../dist/data/${name}`, import.meta.url)
  try {
    // the build validated it: this is the parser's edge
    return JSON.parse(await readFile(file, 'utf8')) as T
  } catch (cause) {
    throw new Error(`the knowledge is not built (dist/data/${name}): run npm run build`, { cause })
  }
}

/** The folder of this package, from its sources and from what is built of them. */
export const ROOT = new URL('../../', import.meta.url)

/** The version of this package. */
export const VERSION: string = version()

function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '0.0.0'
}
