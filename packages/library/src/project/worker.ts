import { parentPort, workerData } from 'node:worker_threads'
import { toldOf, UnwashError } from '@unwash/core/error'
import { loadKnowledge } from '@unwash/knowledge/load'
import { isNotice, isOwnPage } from '@unwash/project/duties'
import { isWeights } from '@unwash/project/groups'
import { findReferences } from '@unwash/project/references/find'
import {
  codeLanguageOf,
  coverageOf,
  isBuilt,
  isForeign,
  isMarkdown,
  MARKDOWN,
} from '@unwash/project/references/languages'
import { readCodeBase } from '@unwash/sources/files/codebase'
import { type AskedCodeBase, BEGUN, type CodeBaseSaid, MAY, type ReadCode, WHICH } from './reading.ts'

/** milliseconds for a file of any size, and for each character: a hundred times what files that people write take */
const SOME = 1_000
const EACH = 0.01

const say = (said: CodeBaseSaid) => parentPort?.postMessage(said)

try {
  say({ is: 'read', ...(await readCode(workerData)) })
} catch (error) {
  if (!(error instanceof UnwashError)) throw error
  say({ is: 'refused', told: toldOf(error) })
}

async function readCode({ target, without, clock, fences }: AskedCodeBase): Promise<ReadCode> {
  const knowledge = await loadKnowledge()
  const code = await readCodeBase(target, {
    skips: path => isForeign(path, knowledge.codeLanguages),
    wants: (path, among) =>
      !isBuilt(path, among) &&
      (codeLanguageOf(path, knowledge.codeLanguages)?.read !== undefined ||
        isOwnPage(path) ||
        isNotice(path) ||
        (fences && isMarkdown(path))),
  })
  const tops = new Set(code.paths.map(path => path.split('/', 1)[0] ?? ''))
  const sources = code.paths.filter(path => !isBuilt(path, tops))
  const built = code.paths.length - sources.length
  const left = new Set(without)
  const texts = code.texts.filter(({ path }) => !left.has(path))
  say({ is: 'listed', paths: texts.map(({ path }) => path) })
  const places = new Map(texts.map(({ path, content }, at) => [path, { at, may: SOME + content.length * EACH }]))
  const ticking = new Int32Array(clock)
  const reads = (path: string) => {
    const place = places.get(path)
    Atomics.store(ticking, WHICH, place?.at ?? -1)
    Atomics.store(ticking, MAY, place?.may ?? SOME)
    Atomics.add(ticking, BEGUN, 1)
  }
  const found = findReferences(texts, knowledge, reads, fences)
  Atomics.store(ticking, BEGUN, 0)
  const { name, place, complete, paths } = code
  const passed = `${built} files of a build were passed over: what they are made of is read`
  const notes = built > 0 ? [...code.notes, { says: passed }] : code.notes
  const weights = paths.filter(path => isWeights(path, knowledge.loaders))
  const had = new Set(texts.map(({ path }) => path))
  const { coverage, unread } = coverageOf(sources, had, knowledge.codeLanguages)
  const documents = fences ? sources.filter(path => isMarkdown(path) && !had.has(path)) : []
  const missing = documents.map(path => ({ path, language: MARKDOWN, why: 'its text could not be read' }))
  const pages = code.texts.filter(({ path }) => isOwnPage(path) || isNotice(path))
  return {
    read: {
      name,
      place,
      complete,
      notes,
      files: paths.length,
      read: texts.length,
      pages,
      weights,
      coverage,
      unread: [...unread, ...missing],
    },
    found,
  }
}
