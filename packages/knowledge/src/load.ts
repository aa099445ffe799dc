import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Hosts } from '@unwash/core/knowledge/hosts'
import {
  assembleKnowledge,
  type CompiledKnowledge,
  type Knowledge,
  type SpdxLicense,
} from '@unwash/core/knowledge/knowledge'
import type { LegalFiles } from '@unwash/core/knowledge/legal-files'
import { assembleParts, type KnowledgePart } from '@unwash/core/knowledge/parts'
import { lazy } from '@unwash/core/once'

/** Reads the knowledge that the build compiled; throws when it has not been built. */
export async function loadKnowledge(): Promise<Knowledge> {
  return assembleKnowledge(
    read<CompiledKnowledge>('knowledge.json'),
    read<readonly SpdxLicense[]>('spdx.json'),
    readPatterns,
  )
}

/** The same where little but licenses is asked of it: the rest is read if it is. */
export async function loadLicenseKnowledge(): Promise<Knowledge> {
  const part = read<KnowledgePart>('knowledge.licenses.json')
  return assembleParts([part], read<readonly SpdxLicense[]>('spdx.json'), readPatterns, () => read('knowledge.json'))
}

/** The patterns of all wordings. */
function readPatterns(): Uint8Array {
  const bytes = readBuilt('patterns.bin')
  if (bytes === null) throw new Error('the patterns of wordings are not there: run npm run build')
  return bytes
}

/** read once: sources ask it before anything else of the knowledge is wanted */
const forSources = lazy(() => read<Pick<CompiledKnowledge, 'legalFiles' | 'hosts'>>('knowledge.sources.json'))

/** What paths say of legal files. */
export const loadLegalFiles = (): LegalFiles => forSources().legalFiles

/** Where models and code are kept. */
export const loadHosts = (): Hosts => forSources().hosts

/** A file that the build made; null where it is not there. What the pages have too is packed once, as they fetch it. */
export function readBuilt(name: string): Uint8Array | null {
  try {
    return readFileSync(built(name))
  } catch {
    return readPacked(name)
  }
}

/** What the build found in the passages of the SPDX texts; null where it is not there. */
export function readFindings(): Uint8Array | null {
  return readBuilt('findings.bin')
}

/** The first 128 bits of the SHA-256 of a text, in hex digits: nobody can write a text that has those of another. */
export const digestOf = (text: string): string => hash('sha256', text, 'hex').slice(0, 32)

function readPacked(name: string): Uint8Array | null {
  try {
    return gunzipSync(readFileSync(new URL(`dist/assets/${name}`, ROOT)))
  } catch {
    return null
  }
}

/** Reads the fingerprints of license texts: ours, and those the build made from the SPDX texts. */
export async function loadFingerprints(): Promise<readonly Uint8Array[]> {
  return [readFingerprints(), readBuilt('spdx.bin')].map(bytes => {
    if (bytes === null) throw new Error('the fingerprints of license texts are not there: run npm run build')
    return bytes
  })
}

function readFingerprints(): Uint8Array | null {
  try {
    return readFileSync(new URL('knowledge/fingerprints.bin', ROOT))
  } catch {
    return readPacked('fingerprints.bin')
  }
}

const built = (name: string): URL => new URL(`dist/data/${name}`, ROOT)

/** At once: a program starts with it, and a file of a megabyte takes twice as long piece by piece. */
function read<T>(name: string): T {
  try {
    // the build validated it: this is the parser's edge
    return JSON.parse(readFileSync(built(name), 'utf8')) as T
  } catch (cause) {
    throw new Error(`the knowledge is not built (dist/data/${name}): run npm run build`, { cause })
  }
}

/**
 * The folder of this package, from its sources and from what is built of them. Of a program that it is bundled into,
 * the package that is installed beside it: what is known are files.
 */
export const ROOT: URL = root()

function root(): URL {
  // two folders up from what is bundled, three from the package of this file
  for (const up of ['../../', '../../../']) {
    const folder = new URL(up, import.meta.url)
    if (['dist/data/', 'knowledge/licenses/'].some(name => existsSync(new URL(name, folder)))) return folder
  }
  try {
    return new URL('./', pathToFileURL(createRequire(import.meta.url).resolve('unwash/package.json')))
  } catch {
    return new URL('../../', import.meta.url)
  }
}

/** what the bundler puts in its place */
declare const UNWASH_VERSION: string | undefined

/** The version of this package. */
export const VERSION: string = typeof UNWASH_VERSION === 'string' ? UNWASH_VERSION : version()

function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '0.0.0'
}
