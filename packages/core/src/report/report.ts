import * as z from 'zod'
import { Citation, Note, Unread } from './citation.ts'
import { CLAIM_PARTS, PART_STATES } from './claim-parts.ts'
import { License, Obligation, Requirement } from './license.ts'
import { Question, Reading } from './question.ts'
import { QUESTION_KINDS } from './question-kinds.ts'
import { DataOfStage } from './training-data.ts'
import { Allowed, Doubt, Use } from './use.ts'
import * as words from './vocabulary.ts'

export { Citation, type Cited, type MetadataCitation, Note, TextCitation, Unread } from './citation.ts'
export {
  Clause,
  FrameworkReading,
  License,
  Match,
  Obligation,
  Requirement,
  RequirementSignoff,
  Residue,
} from './license.ts'
export type { DataOfStage, DataSource } from './training-data.ts'
export { Allowed, Doubt, Use } from './use.ts'

/**
 * The Report: one serializable value that everything else is a function of. The published JSON Schema
 * (`unwash/report.schema.json`) is made from these declarations.
 */

const cited = z.array(Citation).min(1)

/** What `because` points to. The id is kind, path and a short hash: the same between runs. */
export const Finding = z.strictObject({
  id: z.string(),
  kind: z.string(),
  says: z.string(),
  cited,
  wouldChange: z.string().describe('what evidence would change it'),
})
export type Finding = z.infer<typeof Finding>

/** What a model is. */
export const Term = z.strictObject({
  id: z.enum(words.TERMS),
  label: z.string(),
  aliases: z.array(z.string()),
  facets: z.array(z.string()),
  floor: z.enum(words.TERMS).describe('the term that is proven; nothing that is presumed is'),
  ceiling: z.enum(words.TERMS),
  review: z.array(z.string()).describe('requirements only a person can judge'),
  because: z.array(z.string()).describe('finding ids'),
  toMoveUp: z.array(z.string()),
  basis: z.enum(words.BASES).optional().describe('how the terms come to reach the weights, where any do'),
  readBy: z
    .array(z.string())
    .optional()
    .describe('agents and models on whose readings the term rests; no person confirmed it, and the floor stays'),
  signedOff: z.array(z.string()).optional().describe('requirements without whose sign-off the floor would be lower'),
})
export type Term = z.infer<typeof Term>

/** What `unwash license` prints as JSON: the texts given, and what could not be read of them. */
export const LicensesReport = z.strictObject({
  schemaVersion: z.literal(1),
  licenses: z.array(License),
  findings: z.array(Finding),
})
export type LicensesReport = z.infer<typeof LicensesReport>

/** The license of a component. */
export const Licensing = z.strictObject({
  declared: z.string().describe('an id, NONE or NOASSERTION: what the metadata says'),
  detected: z.string().describe('what the text says'),
  concluded: z.string().describe('what we conclude'),
})
export type Licensing = z.infer<typeof Licensing>

/** A component. */
export const Component = z.strictObject({
  id: z.enum(words.COMPONENTS),
  presence: z.enum(words.PRESENCES),
  ladder: z.enum(words.DATA_LADDER).optional().describe('of training data: the stage that is opened furthest'),
  data: z.array(DataOfStage).optional().describe('of training data: by stage of training'),
  partly: z.string().optional().describe('what shows that only a part of it is given'),
  licensing: Licensing,
  cited,
})
export type Component = z.infer<typeof Component>

/** What a framework comes to. */
export const Evaluation = z.strictObject({
  framework: z.string(),
  edition: z.string(),
  reading: z.string().optional().describe('of a framework that is read in several ways, which'),
  conclusion: z.string(),
  percentages: z
    .record(z.string(), z.number())
    .optional()
    .describe("shares of a hundred as the framework itself defines them; never a score of unwash's own"),
  requirements: z.array(Requirement),
})
export type Evaluation = z.infer<typeof Evaluation>

/** A claim of the publisher. */
export const Claim = z.strictObject({
  says: z.string().describe('the words, as they are written'),
  kind: z.enum(words.CLAIM_KINDS).describe('what they claim'),
  about: z.array(z.enum(words.CLAIM_SUBJECTS)),
  language: z.string(),
  cited,
  check: z.enum(['supported', 'contradicted', 'undetermined']),
  because: z.array(z.string()),
  strength: z.enum(['flat', 'scope', 'vague']).nullable(),
  suggestion: z.string().nullable(),
  parts: z
    .array(
      z.strictObject({
        part: z.enum(CLAIM_PARTS),
        state: z.enum(PART_STATES),
        because: z.array(z.string()),
      }),
    )
    .optional()
    .describe('what would make it true, and how each of that stands; knowledge/claim-parts.yml says what that is'),
  holds: z.string().optional().describe('of one that goes too far (contradicted, strength scope): what does hold'),
  wouldChange: z.array(z.string()).optional().describe('of one that does not hold: what evidence would change that'),
  replies: z
    .array(z.strictObject({ says: z.string(), date: z.string(), outcome: z.string() }))
    .optional()
    .describe('what its publisher, or anybody else, replied to it'),
})
export type Claim = z.infer<typeof Claim>

/** A model that it starts from. */
export const LineageStep = z.strictObject({
  model: z.string(),
  relation: z.enum(words.RELATIONS),
  license: z.string().describe('an id, NONE or NOASSERTION'),
  own: z.boolean().optional().describe('whether it is a model of the same publisher'),
  of: z.array(z.string()).optional().describe('models of the release that start from it; left out where all do'),
  stands: z.enum(words.STANDINGS).describe('how the terms declared here stand to those of the base'),
  travels: z
    .array(z.strictObject({ clause: z.string(), answer: z.enum(words.ANSWERS), because: z.string(), cited }))
    .describe('duties of the base that go with its derivatives, and whether they are kept here'),
  cited,
})
export type LineageStep = z.infer<typeof LineageStep>

/** A contradiction. */
export const Conflict = z.strictObject({ kind: z.enum(words.CONFLICTS), because: z.string(), cited })
export type Conflict = z.infer<typeof Conflict>

/** What the publisher of a release can honestly say of it as it is. */
export const Wording = z.strictObject({
  terms: z.array(z.string()).describe('words that hold for the model: the honest term, and everyday words for it'),
  parts: z
    .array(z.strictObject({ about: z.enum(words.CLAIM_SUBJECTS), license: z.string() }))
    .describe('parts that may be called open source, or open data, with their licenses'),
  language: z.string().describe('of the sentence: that of the card, where it is one that claims are read in'),
  sentence: z.string().nullable().describe('a sentence that holds; null where too little is known for one'),
  card: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .describe("what a card's front matter should say of terms and origin, by its keys"),
})
export type Wording = z.infer<typeof Wording>

/** A model of the release. */
export const Model = z.strictObject({
  name: z.string(),
  places: z.array(z.string()),
  alone: z.boolean().optional().describe('an adapter without its base, of which it with its base is told too'),
  term: Term,
  licenses: z
    .array(z.number().int().min(0))
    .optional()
    .describe('which of the licenses bind its weights, by their places in the list; left out by versions before 0.3'),
})
export type Model = z.infer<typeof Model>

/** What is said of a release beside its terms: what a bill of materials asks for. */
export const About = z.strictObject({
  kind: z.enum(['model', 'dataset']).optional().describe('what a hub keeps it as'),
  task: z.string().optional(),
  library: z.string().optional().describe('the one that runs it'),
  architecture: z.string().optional(),
  published: z.string().optional().describe('the ISO day on which it was put where it is'),
  weights: z
    .array(z.strictObject({ path: z.string(), size: z.number().nullable(), sha256: z.string() }))
    .optional()
    .describe('files of weights whose SHA-256 their place tells'),
})
export type About = z.infer<typeof About>

/** What an audit comes to. */
export const Report = z.strictObject({
  schemaVersion: z.literal(1),
  unwash: z.strictObject({ version: z.string(), knowledge: z.string().describe('date of the newest fact') }),
  readAsOf: z.string(),
  release: z.strictObject({
    name: z.string(),
    publisher: z.string().nullable(),
    source: z.string(),
    revision: z.string().nullable(),
    places: z.array(z.string()),
    complete: z.boolean(),
  }),
  about: About.optional(),
  term: Term,
  models: z.array(Model),
  findings: z.array(Finding),
  components: z.array(Component),
  licenses: z.array(License),
  unread: z
    .array(Unread)
    .optional()
    .describe('legal files, cards and documents that were not wholly read, where there are any'),
  evaluations: z.array(Evaluation),
  claims: z.array(Claim),
  wording: Wording.optional(),
  lineage: z.array(LineageStep),
  conflicts: z.array(Conflict),
  obligations: z.array(Obligation),
  uses: z.array(Allowed).optional().describe('what may be done with the weights; empty where none are offered'),
  doubts: z.array(Doubt).optional().describe('what the answers name by id'),
  use: Use.optional(),
  questions: z
    .array(Question)
    .optional()
    .describe('what could not be decided, and somebody may answer; the most telling first'),
  readings: z
    .array(
      z.strictObject({
        ...Reading.shape,
        at: z.string(),
        kind: z.enum(QUESTION_KINDS).optional(),
        ask: z.string(),
        of: Citation,
      }),
    )
    .optional()
    .describe('answers that were given and count, each with its question and where the sentence stands'),
  alternatives: z.array(z.strictObject({ model: z.string(), term: z.enum(words.TERMS), why: z.string() })),
  corrections: z.array(
    z.strictObject({
      says: z.string(),
      date: z.string(),
      outcome: z.string(),
      about: z.array(z.string()).optional().describe('requirements, findings or words of claims'),
    }),
  ),
  notes: z.array(Note),
})
export type Report = z.infer<typeof Report>
