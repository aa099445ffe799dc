import * as z from 'zod'
import { dated, line } from './schemas/fields.ts'

/** The shape of `knowledge/code-languages.yml`: by what source files are known, and how their strings are written. */

const yes = z.literal(true).exactOptional()
const some = z.array(line).readonly().exactOptional()

const string = z.strictObject({
  opens: line,
  closes: line.exactOptional(),
  escape: line.exactOptional(),
  lines: yes.describe('it may hold line ends'),
  doubled: yes.describe('its end twice stands for itself'),
  holes: z.tuple([line, line]).readonly().exactOptional().describe('what stands between is told while it runs'),
  prefix: line.exactOptional().describe('what must stand right before it'),
  fence: line.exactOptional().describe('a mark that is repeated before its opening and behind its end'),
  until: line.exactOptional().describe("after its opening a mark of one's own ends here, and stands before its end"),
  words: yes.describe('each word in it is a string'),
})

const block = z.strictObject({ opens: z.string().min(1), closes: z.string().min(1) })

/** How a file of a language is read. */
export const READS = ['followed', 'lexed', 'settings', 'commands', 'modelfile', 'notebook'] as const

const language = z.strictObject({
  id: line,
  name: line.exactOptional().describe('as people write it, where that is not its id'),
  endings: z.array(line).readonly(),
  called: some.describe('other words for it behind the fences of Markdown'),
  names: some,
  begins: some.describe('names with more behind a dot or hyphen'),
  read: z.enum(READS).exactOptional().describe('missing where it is not read'),
  like: line.exactOptional(),
  line: some,
  block: z.array(block).readonly().exactOptional(),
  nested: yes.describe('comments hold comments'),
  strings: z.array(string).readonly().exactOptional(),
  joins: some.describe('signs that put strings together, where it is not a plus'),
  arrows: yes.describe('an arrow joins a key to its value; elsewhere it follows what is compared'),
  characters: z.boolean().exactOptional().describe('a single quote begins one character'),
})

/** By which names files and folders are those of tests. */
const tests = z.strictObject({
  folders: z.array(line).readonly(),
  begins: z.array(line).readonly().describe('of the name of a file'),
  ends: z.array(line).readonly().describe('of the name of a file, without its ending, or of a folder'),
})

/** The file of languages of code. */
export const codeLanguages = z.strictObject({
  ...dated,
  tests,
  folders: z.strictObject({
    foreign: z.array(line).readonly().describe('of tools and of the code of others'),
    translations: z.array(line).readonly(),
  }),
  records: z.array(line).readonly().describe('files of settings that tools write, by the beginnings of their names'),
  languages: z.array(language).min(1).readonly(),
})
export type CodeLanguages = z.infer<typeof codeLanguages>
/** One of them. */
export type CodeLanguage = z.infer<typeof language>
/** How one of them writes a string. */
export type CodeString = z.infer<typeof string>
