import { invalid, issueIn } from '@unwash/core/error'
import { KIND } from '@unwash/core/release/kind'
import { EVIDENCE_BYTES } from '@unwash/core/release/limits'
import { type Parts, SavedEvidence, SCHEMA_VERSION } from '@unwash/core/release/saved'
import { parseJson } from '@unwash/core/text/json'
import { readText } from '../files/head.ts'
import { sizeInWords } from '../files/size.ts'
import { sha256 } from '../hash.ts'
import { isEvidence } from './begins.ts'
import { hashesOf } from './save.ts'

/** what every message asks for in the end */
const AGAIN = 'save it again from the release'

/** Throws an UnwashError that says why a file is not evidence, unless it begins as evidence does. */
export async function checkIsEvidence(path: string): Promise<void> {
  if (path !== '' && (await isEvidence(path))) return
  await readEvidence(path)
  throw invalid('evidence whose keys were put in another order in', path, AGAIN)
}

/** Reads an evidence file. Throws an UnwashError that says what of it does not hold, and where. */
export async function readEvidence(path: string): Promise<Parts> {
  const content = await readText(path, EVIDENCE_BYTES, {
    none: ['no evidence file', 'give one that --evidence saved'],
    large: ['too large for evidence:', `at most ${sizeInWords(EVIDENCE_BYTES)} are read`],
  })
  return evidenceIn(path, content)
}

/** Reads what an evidence file holds; `path` names it in errors. Throws an UnwashError as `readEvidence` does. */
export function evidenceIn(path: string, content: string): Parts {
  const data = parsed(path, content)
  checkVersion(path, content, data)
  const checked = SavedEvidence.safeParse(data)
  if (!checked.success) {
    const todo = `${issueIn(checked.error, 'it')}; ${AGAIN}`
    throw invalid('evidence that does not hold in', path, todo, checked.error)
  }
  const { kind: _, schemaVersion: __, sha256: hashes, ...parts } = checked.data
  checkHashes(path, content, parts, hashes)
  return parts
}

function parsed(path: string, content: string): unknown {
  try {
    return parseJson(content)
  } catch (cause) {
    const position = cause instanceof Error ? /at position (\d{1,10})/.exec(cause.message)?.[1] : undefined
    const line = lineOf(content, position === undefined ? content.trimEnd().length : Number(position))
    throw invalid('evidence that is cut off or no JSON in', `${path}:${line}`, AGAIN, cause)
  }
}

function checkVersion(path: string, content: string, data: unknown): void {
  const record = typeof data === 'object' && data !== null ? data : {}
  if (!('kind' in record) || record.kind !== KIND) {
    throw invalid('no evidence saved by unwash in', path, 'give a file that --evidence saved')
  }
  const version = 'schemaVersion' in record ? record.schemaVersion : undefined
  if (version === SCHEMA_VERSION) return
  const at = `${path}:${lineOf(content, content.indexOf('"schemaVersion"'))}`
  const by = savedBy(record)
  const todo = `this unwash reads version ${SCHEMA_VERSION}; judge it with the unwash that saved it${by}, or ${AGAIN}`
  throw invalid(`evidence of version ${JSON.stringify(version) ?? 'unknown'} in`, at, todo)
}

function savedBy(record: object): string {
  const release = 'release' in record && typeof record.release === 'object' ? record.release : null
  return release !== null && 'unwash' in release && typeof release.unwash === 'string' ? ` (${release.unwash})` : ''
}

/** the parts, and what each is called in a sentence */
const SAVED_PARTS = [
  ['release', 'what it says of the release'],
  ['files', 'its list of files'],
  ['headers', 'its headers of weights'],
  ['unread', 'its list of legal files that were not read'],
  ['notes', 'its notes'],
  ['signoffs', 'its list of sign-offs'],
  ['readings', 'its list of readings'],
  ['texts', 'its list of texts'],
  ['linked', 'what it says of other places'],
] as const satisfies readonly (readonly [keyof SavedEvidence['sha256'], string])[]

/** The hashes show an accident or an edit by hand; who doubts more reads the release again, at its revision. */
function checkHashes(path: string, content: string, parts: Parts, hashes: SavedEvidence['sha256']): void {
  const texts = content.lastIndexOf('"texts"')
  for (const text of parts.texts) {
    if (sha256(text.content) === text.sha256) continue
    const line = lineOf(content, content.indexOf(`"path": ${JSON.stringify(text.path)}`, texts))
    const todo = `${text.path} was changed after it was saved; ${AGAIN}`
    throw invalid('a text that is not what was read in', `${path}:${line}`, todo)
  }
  const now = hashesOf(parts)
  for (const [part, says] of SAVED_PARTS) {
    if (now[part] === hashes[part]) continue
    // the first is that of its hash
    const line = lineOf(content, content.indexOf(`"${part}"`, content.indexOf(`"${part}"`) + 1))
    throw invalid('evidence that was changed in', `${path}:${line}`, `${says} is not what was saved; ${AGAIN}`)
  }
}

const lineOf = (content: string, position: number) => content.slice(0, Math.max(0, position)).split('\n').length
