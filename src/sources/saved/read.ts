import { stat } from 'node:fs/promises'
import { UnwashError } from '../../error.ts'
import { parseJson } from '../../text/json.ts'
import { readHead } from '../files/head.ts'
import { sizeInWords } from '../files/size.ts'
import { EVIDENCE_BYTES } from '../limits.ts'
import { isEvidence } from './begins.ts'
import { Evidence, type Parts, SCHEMA_VERSION } from './format.ts'
import { hashesOf, sha256 } from './hash.ts'
import { KIND } from './kind.ts'

/** what every message asks for in the end */
const AGAIN = 'save it again from the release'

/** Throws an UnwashError that says why a file is not evidence, unless it begins as evidence does. */
export async function checkIsEvidence(path: string): Promise<void> {
  if (path !== '' && (await isEvidence(path))) return
  await readEvidence(path)
  throw new UnwashError('evidence whose keys were put in another order in', path, AGAIN, 'invalid')
}

/** Reads an evidence file. Throws an UnwashError that says what of it does not hold, and where. */
export async function readEvidence(path: string): Promise<Parts> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true)
    throw new UnwashError('no evidence file', path, 'give one that --evidence saved', 'not-found')
  if (found.size > EVIDENCE_BYTES) {
    throw new UnwashError(
      'too large for evidence:',
      path,
      `at most ${sizeInWords(EVIDENCE_BYTES)} are read`,
      'unreadable',
    )
  }
  const read = await readHead(path, EVIDENCE_BYTES).catch((cause: unknown) => {
    throw new UnwashError('no permission to read', path, 'make the file readable', 'unreadable', cause)
  })
  return evidenceIn(path, new TextDecoder().decode(read.bytes))
}

/** Reads what an evidence file holds; `path` names it in errors. Throws an UnwashError as `readEvidence` does. */
export function evidenceIn(path: string, content: string): Parts {
  const data = parsed(path, content)
  checkVersion(path, content, data)
  const checked = Evidence.safeParse(data)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    const at = issue?.path.join('.') ?? ''
    throw new UnwashError(
      'evidence that does not hold in',
      path,
      `${at}: ${issue?.message ?? 'unknown'}; ${AGAIN}`,
      'invalid',
      checked.error,
    )
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
    throw new UnwashError('evidence that is cut off or no JSON in', `${path}:${line}`, AGAIN, 'invalid', cause)
  }
}

function checkVersion(path: string, content: string, data: unknown): void {
  const record = typeof data === 'object' && data !== null ? data : {}
  if (!('kind' in record) || record.kind !== KIND) {
    throw new UnwashError('no evidence saved by unwash in', path, 'give a file that --evidence saved', 'invalid')
  }
  const version = 'schemaVersion' in record ? record.schemaVersion : undefined
  if (version === SCHEMA_VERSION) return
  const at = `${path}:${lineOf(content, content.indexOf('"schemaVersion"'))}`
  const by = savedBy(record)
  const todo = `this unwash reads version ${SCHEMA_VERSION}; judge it with the unwash that saved it${by}, or ${AGAIN}`
  throw new UnwashError(`evidence of version ${JSON.stringify(version) ?? 'unknown'} in`, at, todo, 'invalid')
}

function savedBy(record: object): string {
  const release = 'release' in record && typeof record.release === 'object' ? record.release : null
  return release !== null && 'unwash' in release && typeof release.unwash === 'string' ? ` (${release.unwash})` : ''
}

/** the parts, and what each is called in a sentence */
const PARTS = [
  ['release', 'what it says of the release'],
  ['files', 'its list of files'],
  ['headers', 'its headers of weights'],
  ['unread', 'its list of legal files that were not read'],
  ['notes', 'its notes'],
  ['signoffs', 'its list of sign-offs'],
  ['readings', 'its list of readings'],
  ['texts', 'its list of texts'],
  ['linked', 'what it says of other places'],
] as const satisfies readonly (readonly [keyof Evidence['sha256'], string])[]

/** The hashes show an accident or an edit by hand; who doubts more reads the release again, at its revision. */
function checkHashes(path: string, content: string, parts: Parts, hashes: Evidence['sha256']): void {
  const texts = content.lastIndexOf('"texts"')
  for (const text of parts.texts) {
    if (sha256(text.content) === text.sha256) continue
    const line = lineOf(content, content.indexOf(`"path": ${JSON.stringify(text.path)}`, texts))
    const todo = `${text.path} was changed after it was saved; ${AGAIN}`
    throw new UnwashError('a text that is not what was read in', `${path}:${line}`, todo, 'invalid')
  }
  const now = hashesOf(parts)
  for (const [part, says] of PARTS) {
    if (now[part] === hashes[part]) continue
    // the first is that of its hash
    const line = lineOf(content, content.indexOf(`"${part}"`, content.indexOf(`"${part}"`) + 1))
    throw new UnwashError(
      'evidence that was changed in',
      `${path}:${line}`,
      `${says} is not what was saved; ${AGAIN}`,
      'invalid',
    )
  }
}

const lineOf = (content: string, position: number) => content.slice(0, Math.max(0, position)).split('\n').length
