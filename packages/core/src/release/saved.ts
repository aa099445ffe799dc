import * as z from 'zod'
import { Reading } from '../report/question.ts'
import { Citation, TextCitation } from '../report/report.ts'
import { COMPONENTS, UNREAD } from '../report/vocabulary.ts'
import { KIND } from './kind.ts'
import {
  ENTRIES,
  HEADERS,
  LINKED,
  METADATA_KEYS,
  METADATA_VALUE,
  NOTES,
  READINGS,
  SIGNOFFS,
  TEXT_BYTES,
  TEXTS,
  UNREAD_NAMED,
} from './limits.ts'

/** Another number where an older unwash could not read the file, or would read it wrongly. */
export const SCHEMA_VERSION = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 has 64 hexadecimal digits')
const path = z.string().min(1)

/** A file as its place lists it. */
export const File = z.strictObject({
  /** relative to the release, `/` between folders */
  path,
  size: z.number().nonnegative().nullable().describe('bytes; null where it could not be known'),
  kind: z.enum(['file', 'pointer', 'link', 'submodule']),
  sha256: sha256.exactOptional().describe('of the whole file, as its place tells it'),
})

const Text = z.strictObject({
  path,
  sha256: sha256.describe('of the content as UTF-8'),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'latin1']).describe('of the file it was read from'),
  truncated: z.boolean().describe('only the beginning was read'),
  content: z.string().max(TEXT_BYTES),
})

const Header = z.strictObject({
  path,
  format: z.enum(['safetensors', 'gguf']),
  metadata: z.array(z.tuple([z.string(), z.string().max(METADATA_VALUE)])).max(METADATA_KEYS),
  tensors: z.number().nonnegative(),
  parameters: z.number().nonnegative().nullable(),
})

/** A legal file, card or document that was not wholly read. */
export const Unread = z.strictObject({
  path: path.describe('a folder, where it ends in /'),
  why: z.enum(UNREAD),
  /** goes on after the path: "is a PDF, which is not read" */
  says: z.string(),
})

const Note = z.strictObject({ says: z.string(), path: path.optional() })

/** more than a form has components, each said several times */
const DECLARED = 1_000

/** What a form says of a component. */
export const Declared = z.strictObject({
  id: z.enum(COMPONENTS),
  /** the license as the form spells it; null where it says there is none */
  license: z.string().nullable(),
  /** the license is that of the whole distribution, and was not said of this component or its type */
  inherited: z.boolean(),
  /** where the form says the component is */
  location: z.string().nullable(),
  cited: z.tuple([Citation], Citation),
})

/** A person's answer to a requirement. */
export const Signoff = z.strictObject({
  requirement: z.string(),
  answer: z.enum(['met', 'unmet']),
  who: z.string(),
  on: z.iso.date(),
  why: z.string(),
  release: z.string().exactOptional().describe('what the person looked at, where said'),
  revision: z.string().exactOptional(),
  model: z.string().exactOptional(),
  cited: TextCitation,
})

export { Reading }

/** What a hub's API says of a repository. */
export const Hub = z.strictObject({
  api: z.string().describe('the address at the API'),
  kind: z.enum(['model', 'dataset']),
  /** access has to be asked for: given at once, or by a person */
  gated: z.enum(['auto', 'manual']).nullable(),
  card: z.record(z.string(), z.unknown()).describe("the card's front matter, as the hub read it"),
  tags: z.array(z.string()),
  task: z.string().nullable(),
  library: z.string().nullable(),
  /** how it was made from its bases */
  relation: z.string().nullable(),
  bases: z.array(
    z.strictObject({
      model: z.string(),
      /** the address at the API, to cite */
      api: z.string(),
      /** the day it was looked up; null where it was not, or could not be found */
      seenOn: z.iso.date().nullable(),
      /** as its card has them; null where it names none */
      license: z.string().nullable(),
      licenseName: z.string().nullable(),
    }),
  ),
  published: z.iso.date().exactOptional().describe('the day on which it was put there'),
})

const SavedAbout = z.strictObject({
  name: z.string(),
  publisher: z.string().nullable(),
  guessed: z.literal(true).exactOptional().describe('name and publisher are only those of the folder or file it was'),
  named: z.literal(true).exactOptional().describe('whoever asked said that it is so called'),
  source: z.enum(['folder', 'git', 'file', 'hub', 'mot', 'registry', 'modelscope', 'github']),
  place: z.string(),
  revision: z.string().nullable(),
  complete: z.boolean().describe('whether the files are all there is'),
  declared: z.array(Declared).max(DECLARED).exactOptional().describe('what a form declares in place of files'),
  hub: Hub.exactOptional().describe('what the hub says of it, of a repository at a hub'),
  readOn: z.iso.date(),
  unwash: z.string().describe('the version that saved it'),
  knowledge: z.string().describe('date of the newest fact known to it'),
})

/** One place as it was read. */
export const OnePlace = z.strictObject({
  release: SavedAbout,
  files: z.array(File).max(ENTRIES),
  headers: z.array(Header).max(HEADERS),
  unread: z
    .array(Unread)
    .max(UNREAD_NAMED)
    .exactOptional()
    .describe('legal files, cards and documents that were not wholly read'),
  notes: z.array(Note).max(NOTES),
  texts: z.array(Text).max(TEXTS),
})

/** A place that the release names as a part of itself, as it was read. */
export const LinkedParts = z.strictObject({
  of: z.enum(['code', 'data']),
  target: z.string(),
  cited: z.tuple([Citation], Citation),
  ...OnePlace.shape,
})

/** What of the release was gathered, in parts that each have a hash of their own. */
export const Parts = z.strictObject({
  ...OnePlace.shape,
  signoffs: z.array(Signoff).max(SIGNOFFS),
  readings: z.array(Reading).max(READINGS).exactOptional().describe('answers to questions about it'),
  linked: z.array(LinkedParts).max(LINKED).exactOptional().describe('places it names as parts of itself, read too'),
})
/** Such parts. */
export type Parts = z.infer<typeof Parts>

/** An evidence file: a release as it was read, so that it can be judged again without touching the release. */
export const SavedEvidence = z.strictObject({
  kind: z.literal(KIND),
  schemaVersion: z.literal(SCHEMA_VERSION),
  sha256: z
    .strictObject({
      release: sha256,
      files: sha256,
      headers: sha256,
      unread: sha256.exactOptional(),
      notes: sha256,
      texts: sha256,
      signoffs: sha256,
      readings: sha256.exactOptional(),
      linked: sha256.exactOptional(),
    })
    .describe('of each part as JSON without spaces, in the order of keys given here'),
  ...Parts.shape,
})
/** What such a file holds. */
export type SavedEvidence = z.infer<typeof SavedEvidence>

/** The JSON Schema of an evidence file, draft 2020-12: what `unwash/evidence.schema.json` holds. */
export function evidenceSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(SavedEvidence, { target: 'draft-2020-12' })
  return {
    $schema,
    $id: 'urn:unwash:evidence:1',
    title: 'unwash evidence',
    description:
      'An AI model release as it was read: its listing, the texts and headers that were read, and the state it ' +
      'was in. Judging it again touches no release. The hashes show accidents and edits; they prove no origin.',
    ...schema,
  }
}
