import type { CodeLanguage, CodeLanguages, READS } from '@unwash/core/knowledge/code-languages'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Citation, Note } from '@unwash/core/report/report'
import { commandReferences, startedReferences } from './commands/references.ts'
import { pythonIn, type Variables, variablesIn, withoutShown } from './commands/words.ts'
import { lineOf } from './keys.ts'
import {
  type CodeFile,
  codeLanguageOf,
  fencesOf,
  isDocument,
  isInFence,
  isMarkdown,
  isTest,
  notebookIn,
  withoutFence,
} from './languages.ts'
import { treeOf } from './lexed/context.ts'
import { lex } from './lexed/lexer.ts'
import { givenIn, loadedReferences } from './lexed/loaded.ts'
import { type Loads, loadsIn } from './lexed/loads.ts'
import { lexedReferences } from './lexed/references.ts'
import type { Reference } from './reference.ts'
import { modelfileReferences, settingReferences } from './settings.ts'

/** The references of a code base, in the order of its files. */
export interface FoundReferences {
  readonly references: readonly Reference[]
  readonly notes: readonly Note[]
}

/**
 * Finds every place in a code base that names a model or a data set. Pure: nothing of the code is run. A file that is
 * more than can be read costs itself, with a note.
 * @param fences whether code in Markdown is read, too
 * @param reads told of each file when it is begun, so that whoever waits knows which one takes long
 */
export function findReferences(
  given: readonly CodeFile[],
  knowledge: Knowledge,
  reads: (path: string) => void = () => {},
  fences = false,
): FoundReferences {
  const found = referencesOf(
    fences
      ? given.flatMap(file => [file, ...(isMarkdown(file.path) ? fencesOf(file, knowledge.codeLanguages) : [])])
      : given,
    knowledge,
    path => reads(withoutFence(path)),
  )
  return {
    references: found.references.map(one => inRole(one, knowledge.codeLanguages)),
    notes: found.notes.map(({ says, path }) =>
      path === undefined ? { says } : { says: says.replaceAll(path, withoutFence(path)), path: withoutFence(path) },
    ),
  }
}

/** A reference with what its file says of it: code in a document is an example, and of a test a test. */
function inRole(reference: Reference, languages: CodeLanguages): Reference {
  const { role, cited } = reference
  const [at] = cited
  const path = 'path' in at ? at.path : ''
  const [first, ...rest] = cited.map(one => ('path' in one ? { ...one, path: withoutFence(one.path) } : one))
  const placed: Reference = first && isInFence(path) ? { ...reference, cited: [first, ...rest] } : reference
  if (role === 'comparison') return placed
  return {
    ...placed,
    role: isInFence(path) || isDocument(path) ? 'documentation' : isTest(path, languages) ? 'test' : role,
  }
}

function referencesOf(
  files: readonly CodeFile[],
  knowledge: Knowledge,
  reads: (path: string) => void,
): FoundReferences {
  const notes: Note[] = []
  const read = new Map<string, ReadFile>()
  const shared = variablesIn(
    files.filter(({ path }) => VALUES.test(path)).flatMap(({ content }) => content.split('\n')),
  )
  for (const { path, content } of files) {
    reads(path)
    try {
      const language = codeLanguageOf(path, knowledge.codeLanguages)
      const isCode = language?.read === 'followed' || language?.read === 'lexed'
      const notebook = language?.read === 'notebook' && SPEAKS.test(content) ? notebookIn(content) : null
      if (notebook) {
        const code = readCode(path, notebook.code, pythonOf(knowledge), knowledge)
        const commands = commandReferences(path, notebook.commands, knowledge, shared)
        const lexed = [...code.lexed, ...commands, ...settingReferences(path, notebook.settings, knowledge)]
        read.set(path, { ...code, lexed, onLines: notebook.lines })
      } else if (isCode) read.set(path, readCode(path, content, language, knowledge))
      else if (language?.read === 'notebook') {
        if (SPEAKS.test(content))
          notes.push({ says: `${path} is no notebook that can be read: its JSON is broken`, path })
      } else if (language?.read) {
        const lexed = textReferences(language.read, path, content, knowledge, shared)
        const inside = pythonIn(content)
        const code = inside === null ? null : readCode(path, inside, pythonOf(knowledge), knowledge)
        read.set(path, {
          lexed: [...lexed, ...(code?.lexed ?? [])],
          loads: code?.loads ?? null,
          lines: content.split('\n'),
        })
      }
    } catch (error) {
      // the stack has an end, and so has the length of a text
      if (!(error instanceof RangeError)) throw error
      notes.push({ says: `${path} was not read: it nests too deep`, path })
    }
  }
  const everywhere = givenIn([...read.values()].flatMap(({ loads }) => loads ?? []))
  const linesOf = (path: string) => read.get(path)?.lines ?? []
  const loaded = new Set<Reference>()
  const references = [...read].flatMap(([path, { lexed, loads, onLines }]) => {
    reads(path)
    const found = loads ? loadedReferences(loads, everywhere, linesOf, knowledge) : []
    // what is followed elsewhere is told there
    const told = new Set(found.flatMap(({ id, cited }) => cited.map(one => `${placeIn(one)} ${id}`)))
    const rest = lexed.filter(one => !told.has(referenceKey(one)))
    const placed = (one: Reference) => (onLines ? onFileLines(one, path, onLines) : one)
    const own = found.map(placed)
    for (const one of own) loaded.add(one)
    return [...own, ...rest.map(placed)]
  })
  const followed = new Set(
    references.flatMap(({ id, cited: [, ...behind] }) => behind.map(one => `${placeIn(one)} ${id}`)),
  )
  return {
    references: references.filter(one => loaded.has(one) || !followed.has(referenceKey(one))),
    notes,
  }
}

interface ReadFile {
  readonly lexed: readonly Reference[]
  readonly loads: Loads | null
  readonly lines: readonly string[]
  /** of a notebook: the line of the file behind each of its lines */
  readonly onLines?: readonly number[]
}

function readCode(path: string, content: string, language: CodeLanguage | null, knowledge: Knowledge): ReadFile {
  if (!language?.strings) return { lexed: [], loads: null, lines: [] }
  const tree = treeOf(lex(content, language), language, path)
  const isFollowed = language.read === 'followed'
  return {
    lexed: besides(
      startedReferences(path, content, tree, knowledge),
      lexedReferences(path, content, tree, knowledge, isFollowed),
    ),
    loads: isFollowed ? loadsIn(path, content, tree, knowledge) : null,
    lines: isFollowed ? content.split('\n') : [],
  }
}

function besides(first: readonly Reference[], rest: readonly Reference[]): readonly Reference[] {
  const told = new Set(first.map(referenceKey))
  return [...first, ...rest.filter(one => !told.has(referenceKey(one)))]
}

const pythonOf = ({ codeLanguages }: Knowledge) => codeLanguages.languages.find(({ id }) => id === 'python') ?? null

const SPEAKS = new RegExp(
  'model|data_?set|tokenizer|checkpoint|pretrained|repo|from|ollama|hf|hugging|' +
    String.raw`lms|tune|litgpt|vllm|lama|sglang|local-?ai|\bai/|nim/`,
  'i',
)

/** what tells a report of ours, a log of results, or a bill of materials: what these list is used by nothing */
const RECORD = new RegExp(
  String.raw`"unwash"\s*:\s*\{\s*"version"|"bomFormat"\s*:|"\$schema"\s*:\s*"[^"\n]{0,200}(?:sarif|` +
    String.raw`cyclonedx)|"spdxVersion"\s*:|spdx\.org/rdf/3`,
)
const LETTERS_LOOKED_AT = 20_000

/** files whose values hold in the others: of an environment, and of a chart */
const VALUES = /(?:^|\/)(?:\.env[\w.-]{0,40}|values[\w.-]{0,40}\.ya?ml)$/

function textReferences(
  kind: (typeof READS)[number],
  path: string,
  content: string,
  knowledge: Knowledge,
  shared: Variables,
): readonly Reference[] {
  if (RECORD.test(content.slice(0, LETTERS_LOOKED_AT))) return []
  if (kind !== 'commands' && !SPEAKS.test(content)) return []
  if (kind === 'modelfile') return modelfileReferences(path, content, knowledge)
  const text = withoutShown(content)
  const settings = settingReferences(path, text, knowledge, shared)
  const commands = commandReferences(path, text, knowledge, shared, { isScript: kind === 'commands' })
  // a command says what is done with what a line names
  return besides(commands, settings).toSorted((one, other) => lineOf(one) - lineOf(other))
}

const referenceKey = ({ id, cited: [first] }: Reference) => `${placeIn(first)} ${id}`

const placeIn = (cited: Citation) => ('line' in cited ? `${cited.path}:${cited.line}` : '')

function onFileLines(reference: Reference, path: string, lines: readonly number[]): Reference {
  const [first, ...rest] = reference.cited.map(cited => {
    if (!('endLine' in cited) || cited.path !== path) return cited
    const line = lines[cited.line - 1] ?? cited.line
    return { ...cited, line, endLine: line }
  })
  return first ? { ...reference, cited: [first, ...rest] } : reference
}
