import type { CodeLanguage, CodeLanguages, READS } from '../../knowledge/code-languages.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Citation, Note } from '../../report.ts'
import { modulesOf } from './code/modules.ts'
import type { Worked } from './code/parse.ts'
import { codeReferences } from './code-references.ts'
import { commandReferences } from './commands.ts'
import { fencesOf, isInFence, isMarkdown, withoutFence } from './fences.ts'
import { isDocument, isTest } from './kinds.ts'
import { languageOf } from './languages.ts'
import { lexedReferences } from './lexed/references.ts'
import { modelfileReferences } from './modelfile.ts'
import { notebookCode } from './notebook.ts'
import type { Reference } from './reference.ts'
import { wordScan } from './scan.ts'
import { settingReferences } from './settings.ts'

/** A file of a code base whose text was read. */
export interface CodeFile {
  readonly path: string
  readonly content: string
}

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
  worked: Worked = () => performance.now(),
  fences = false,
): FoundReferences {
  const found = referencesOf(
    fences
      ? given.flatMap(file => [file, ...(isMarkdown(file.path) ? fencesOf(file, knowledge.codeLanguages) : [])])
      : given,
    knowledge,
    path => reads(withoutFence(path)),
    worked,
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
  worked: Worked,
): FoundReferences {
  const notes: Note[] = []
  const leave = (path: string, why: string) => notes.push({ says: `${path} was not read: ${why}`, path })
  const holds = wordScan(knowledge)
  const texts = new Map<string, string>()
  const notebooks = new Map<string, NonNullable<ReturnType<typeof notebookCode>>>()
  const parsed: string[] = []
  for (const { path, content } of files) {
    const kind = languageOf(path, knowledge.codeLanguages)?.read
    reads(path)
    if (kind === 'notebook' && (holds(content.replaceAll('\\"', '"')) || COMMANDS.test(content))) {
      const notebook = notebookCode(content)
      if (!notebook) notes.push({ says: `${path} is no notebook that can be read: its JSON is broken`, path })
      else {
        notebooks.set(path, notebook)
        texts.set(path, notebook.code)
        parsed.push(path)
      }
    } else if (kind === 'parsed') {
      texts.set(path, content)
      if (holds(content)) parsed.push(path)
    }
  }
  const told = { parses: reads, leaves: (path: string) => leave(path, 'it is too much to parse, or nests too deep') }
  const modules = modulesOf(texts, told, worked)
  const holding = new Set(parsed)
  const known = new Map<string, readonly string[]>()
  const linesOf = (path: string) => {
    const lines = known.get(path) ?? (texts.get(path) ?? '').split('\n')
    known.set(path, lines)
    return lines
  }
  const referencesIn = ({ path, content }: CodeFile): readonly Reference[] => {
    const kind = languageOf(path, knowledge.codeLanguages)?.read
    const notebook = notebooks.get(path)
    if (kind === 'parsed' || kind === 'notebook') {
      const module = holding.has(path) ? modules.get(path) : null
      reads(path)
      const found = module ? codeReferences(module, modules, linesOf, knowledge) : []
      const text = notebook?.code ?? content
      const all = withLexed(
        found,
        path,
        text,
        notebook ? pythonOf(knowledge) : languageOf(path, knowledge.codeLanguages),
        knowledge,
      )
      if (!notebook) return all
      const commands = commandReferences(path, notebook.commands.text, knowledge, notebook.commands.lines)
      const settings = settingReferences(path, notebook.settings.text, knowledge)
      return [
        ...all.map(one => onFileLines(one, path, notebook.lines)),
        ...commands,
        ...settings.map(one => onFileLines(one, path, notebook.settings.lines)),
      ]
    }
    reads(path)
    if (kind === 'lexed') return withLexed([], path, content, languageOf(path, knowledge.codeLanguages), knowledge)
    return kind === undefined ? [] : textReferences(kind, path, content, knowledge)
  }
  const references = files.flatMap(file => {
    try {
      return referencesIn(file)
    } catch (error) {
      // the stack has an end, and so has the length of a text
      if (!(error instanceof RangeError)) throw error
      leave(file.path, 'it nests too deep')
      return []
    }
  })
  const followed = new Set(
    references.flatMap(({ id, cited: [, ...behind] }) => behind.map(one => `${placeIn(one)} ${id}`)),
  )
  return { references: references.filter(({ id, cited: [first] }) => !followed.has(`${placeIn(first)} ${id}`)), notes }
}

/** a cell with a command, or one that writes a file */
const COMMANDS = /(?:"|\\n)\s{0,40}[!%]/

const pythonOf = ({ codeLanguages }: Knowledge) => codeLanguages.languages.find(({ id }) => id === 'python') ?? null

/** a text without any of these names no model in a way that is read */
const SPEAKS = /model|data_?set|tokenizer|checkpoint|pretrained|repo|from|ollama|hf|hugging|lms|tune|litgpt|vllm|llama/i

/** What was found by following variables, and what else its strings name where they stand. */
function withLexed(
  found: readonly Reference[],
  path: string,
  content: string,
  language: CodeLanguage | null,
  knowledge: Knowledge,
): Reference[] {
  if (!language?.strings) return [...found]
  // what is followed elsewhere is told there
  const told = new Set(found.flatMap(({ id, cited }) => cited.map(one => `${placeIn(one)} ${id}`)))
  const lexed = lexedReferences(path, content, language, knowledge)
  return [...found, ...lexed.filter(one => !told.has(keyOf(one)))]
}

function textReferences(
  kind: (typeof READS)[number],
  path: string,
  content: string,
  knowledge: Knowledge,
): readonly Reference[] {
  if (!SPEAKS.test(content)) return []
  if (kind === 'modelfile') return modelfileReferences(path, content, knowledge)
  const settings = settingReferences(path, content, knowledge)
  const commands = commandReferences(path, content, knowledge)
  // a command says what is done with what a line names
  const said = new Set(commands.map(keyOf))
  const all = [...commands, ...settings.filter(one => !said.has(keyOf(one)))]
  return all.toSorted((one, other) => lineOf(one) - lineOf(other))
}

const lineOf = ({ cited: [first] }: Reference) => ('line' in first ? (first.line ?? 0) : 0)

const keyOf = ({ id, cited: [first] }: Reference) => `${placeIn(first)} ${id}`

const placeIn = (cited: Citation) => ('line' in cited ? `${cited.path}:${cited.line}` : '')

/** Lines of a notebook's code as lines of its file. */
function onFileLines(reference: Reference, path: string, lines: readonly number[]): Reference {
  const [first, ...rest] = reference.cited.map(cited => {
    if (!('endLine' in cited) || cited.path !== path) return cited
    const line = lines[cited.line - 1] ?? cited.line
    return { ...cited, line, endLine: line }
  })
  return first ? { ...reference, cited: [first, ...rest] } : reference
}
