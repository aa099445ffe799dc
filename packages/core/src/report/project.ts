import * as z from 'zod'
import { Citation, Claim, Note, Obligation, Use } from './report.ts'
import { ANSWERS, LICENSE_CLASSES, TERMS } from './vocabulary.ts'

/** What a project does with a model: calls it at a service, has it downloaded when it runs, or ships its weights. */
const HOW = ['service', 'download', 'shipped'] as const
/** One of these. */
export type How = (typeof HOW)[number]

/** What a name is there for: it is used, in a test alone, in an example, or something is compared with it. */
const ROLES = ['use', 'test', 'documentation', 'comparison'] as const
/** One of these. */
export type Role = (typeof ROLES)[number]

const cited = z.array(Citation).min(1)

/** What an audit may rest on. */
export const SOURCES = ['cache', 'hub', 'facts', 'none'] as const

/** What an audit of something that is used rests on. */
export type AuditedFrom = (typeof SOURCES)[number]

const PROJECT_CONFLICTS = ['restricted-in-open', 'same-license', 'own-license-unclear'] as const
const CHANGES = ['term', 'license', 'text', 'revision', 'added', 'gone'] as const

const Reference = z.strictObject({
  via: z.string().describe('the call, option, key or address that names it'),
  role: z.enum(ROLES).default('use').describe('used, in a test, in an example of a document, or only compared with'),
  fallback: z.boolean().describe('it holds only where nothing else is given'),
  revision: z.string().nullable(),
  cited,
})

/** A model or data set that a project uses. */
export const Used = z.strictObject({
  of: z.enum(['model', 'dataset']),
  id: z.string(),
  host: z.string().describe('where the name is looked up: hub, hosted, path, or a library'),
  how: z.enum(HOW).describe('called at a service, downloaded at run time, or its weights are shipped'),
  revisions: z.array(z.string()),
  audited: z.strictObject({
    from: z
      .enum(SOURCES)
      .describe('its files in the local cache or at the hub, facts of the bundled knowledge, or nothing'),
    revision: z.string().nullable(),
    term: z.enum(TERMS),
    ceiling: z.enum(TERMS),
    facets: z.array(z.string()),
    license: z.string().nullable(),
    class: z.enum(LICENSE_CLASSES),
    says: z.string(),
    toDo: z.string().nullable().describe('what would tell more'),
    use: Use.optional(),
    cited: z.array(Citation),
  }),
  obligations: z.array(Obligation),
  alternatives: z
    .array(z.strictObject({ model: z.string(), term: z.enum(TERMS), why: z.string() }))
    .optional()
    .describe('what could stand in, with what one gives up'),
  references: z.array(Reference).min(1),
})
/** Such a model or data set. */
export type Used = z.infer<typeof Used>

const Compared = z.strictObject({
  of: z.enum(['model', 'dataset']),
  id: z.string(),
  host: z.string(),
  references: z.array(Reference).min(1),
})

const Untold = z.strictObject({ of: z.enum(['model', 'dataset']), via: z.string(), says: z.string(), cited })

const KeptFacts = z.strictObject({
  id: z.string().describe('of what is used'),
  clause: z.string(),
  answer: z.enum(ANSWERS),
  because: z.string(),
  when: z.string().describe('when the duty binds'),
  cited,
})

const Conflict = z.strictObject({
  kind: z.enum(PROJECT_CONFLICTS),
  id: z.string().nullable(),
  because: z.string(),
  cited,
})

const Breach = z.strictObject({
  of: z.enum(['model', 'project']),
  id: z.string(),
  known: z.boolean().describe('it was so in the baseline, and fails nothing'),
  rule: z.string(),
  says: z.string(),
  instead: z.string().nullable(),
  cited: z.array(Citation),
})

const Change = z.strictObject({
  id: z.string(),
  kind: z.enum(CHANGES),
  before: z.string().nullable(),
  now: z.string().nullable(),
})

/** What `unwash project` says of a code base: one serializable value (`unwash/project.schema.json`). */
export const ProjectReport = z.strictObject({
  schemaVersion: z.literal(1),
  unwash: z.strictObject({ version: z.string(), knowledge: z.string() }),
  readAsOf: z.string(),
  project: z.strictObject({
    name: z.string(),
    place: z.string(),
    complete: z.boolean(),
    files: z.number().int().describe('files listed'),
    read: z.number().int().describe('texts read'),
    coverage: z
      .array(z.strictObject({ language: z.string(), files: z.number().int(), read: z.number().int() }))
      .describe('source files by language'),
    unread: z
      .array(z.strictObject({ path: z.string(), language: z.string(), why: z.string() }))
      .describe('source files whose text was not read; the reading is not complete while there are any'),
    licenses: z.array(
      z.strictObject({ id: z.string().nullable(), name: z.string(), class: z.enum(LICENSE_CLASSES), cited }),
    ),
  }),
  used: z.array(Used),
  compared: z
    .array(Compared)
    .default([])
    .describe('what something is compared with, and nothing is loaded by: it is put to no gate'),
  untold: z.array(Untold).describe('places that load something whose name cannot be told'),
  conflicts: z.array(Conflict),
  duties: z.array(KeptFacts).describe('duties of what is used that can be seen in files'),
  claims: z.array(Claim).describe("claims of the project's own documents on what it uses"),
  breaches: z.array(Breach).describe('rules of a policy that are not passed'),
  changes: z.array(Change).exactOptional().describe('against unwash.lock'),
  notes: z.array(Note),
})
/** Such a report. */
export type ProjectReport = z.infer<typeof ProjectReport>

/** What cannot be told, in one line: why, and what loads it. */
export const untoldInWords = ({ says, via }: Pick<ProjectReport['untold'][number], 'says' | 'via'>): string =>
  `cannot be told: ${says} (${via})`

/** What a project was before: only what is new since fails. */
export type Baseline = Pick<
  ProjectReport,
  'used' | 'claims' | 'project' | 'untold' | 'breaches' | 'conflicts' | 'duties'
>
