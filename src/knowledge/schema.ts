import * as z from 'zod'
import { ANSWERS, LICENSE_CLASSES, MODES, RELATIONS, TERMS } from '../vocabulary.ts'
import { claimLanguage } from './claim-language.ts'
import { clauseWordings, modality } from './clause-wordings.ts'
import { codeLanguages } from './code-languages.ts'
import { date, dated, id, line, lines } from './fields.ts'
import { glossary } from './glossary.ts'
import { harmlessWordings, noticeWords } from './harmless.ts'
import { hosts } from './hosts.ts'
import type {
  ConformantList,
  Framework,
  FreeSoftware,
  KnownLicense,
  KnownModelFamily,
  KnownTerm,
  LicenseDirectory,
  OpennessTypes,
  PublicLibraries,
} from './knowledge.ts'
import { knownAlternative, tasks } from './known-alternatives.ts'
import { knownClause } from './known-clauses.ts'
import { knownCorrections } from './known-corrections.ts'
import { knownDataset, tuningSets } from './known-datasets.ts'
import { knownUses } from './known-uses.ts'
import { legalFiles } from './legal-files.ts'
import { loaders } from './loaders.ts'
import { compute, generalPurpose, measured } from './measures.ts'
import { organizations } from './organizations.ts'

/** The shape of every file under `knowledge/`; what a file leaves out takes the default given here. */

/** short enough to identify a text without being a copy of it */
const phrase = line.refine(words => words.split(/\s+/).length <= 12, 'a phrase has at most 12 words')

const license = z.strictObject({
  id,
  name: line,
  publisher: line.nullable().default(null),
  spdx: lines,
  reference: z
    .string()
    .regex(/^LicenseRef-[A-Za-z0-9.-]+$/)
    .nullable()
    .default(null),
  huggingFace: lines,
  names: lines,
  aliases: lines,
  links: z
    .array(line.regex(/^(?!https?:|www\.)\S+$/, 'a link has no scheme, no www. and no spaces'))
    .readonly()
    .default([]),
  class: z.enum(LICENSE_CLASSES),
  osiApproved: z.boolean().default(false),
  fsfFree: z.boolean().default(false),
  family: z.boolean().default(false),
  read: z.enum(['full', 'partial', 'memory', 'known']),
  ...dated,
  fingerprints: lines,
  policies: lines,
  clauses: z
    .array(
      z.strictObject({
        kind: line,
        mode: z.enum(MODES),
        section: line,
        phrase,
        parameters: z.record(z.string(), z.unknown()).exactOptional(),
      }),
    )
    .readonly()
    .default([]),
  obligations: z
    .array(z.strictObject({ when: line, do: line, section: line }))
    .readonly()
    .default([]),
  changes: z
    .array(z.strictObject({ since: line, what: line }))
    .readonly()
    .default([]),
})

const family = z.strictObject({
  family: id,
  publisher: line,
  organizations: z.array(z.string().toLowerCase()).readonly().default([]),
  ...dated,
  versions: z
    .array(
      z.strictObject({
        name: line,
        matches: z
          .array(z.string().regex(/^[a-z0-9*.+/-]+$/, 'a match is lower case: letters, digits, . + - / and *'))
          .min(1)
          .readonly(),
        license: id.nullable(),
        versionless: z.boolean().exactOptional(),
        architecture: z.boolean().exactOptional(),
        base: z.strictObject({ model: line, relation: z.enum(RELATIONS) }).exactOptional(),
        openData: z.boolean().exactOptional(),
        openCode: z.boolean().exactOptional(),
        trainedOn: z.strictObject({ sets: z.array(id).min(1).readonly(), ...dated }).exactOptional(),
        source: line.exactOptional(),
        seenOn: date.exactOptional(),
      }),
    )
    .min(1)
    .readonly(),
})

const conformant = z.strictObject({
  ...dated,
  licenses: z
    .array(z.strictObject({ license: id, because: line }))
    .min(1)
    .readonly(),
})

const freeSoftware = z.strictObject({ ...dated, free: z.array(line).min(1).readonly() })

const directory = z.strictObject({ address: line })

const libraries = z.strictObject({
  ...dated,
  libraries: z
    .array(z.strictObject({ name: line, imports: z.array(line.toLowerCase()).min(1).readonly(), license: line }))
    .min(1)
    .readonly(),
})

const madeFor = z.strictObject({ approved: z.boolean(), licenses: z.array(line).min(1).readonly() })

const mof = z.strictObject({
  ...dated,
  toolOpen: z.array(line).min(1).readonly(),
  appropriate: z.strictObject({ code: madeFor, data: madeFor, document: madeFor }),
})

const term = z.strictObject({
  id: z.enum(TERMS),
  label: line,
  beside: line.exactOptional(),
  origin: z.enum(['g7', 'own']),
  aliases: lines,
  aliasesByClass: z
    .array(z.strictObject({ word: line, classes: z.array(z.enum(LICENSE_CLASSES)).min(1).readonly() }))
    .readonly()
    .default([]),
  meaning: line,
  when: z.array(line).min(1).readonly(),
  ...dated,
})

const terms = z
  .array(term)
  .readonly()
  .refine(
    list => list.length === TERMS.length && list.every((entry, at) => entry.id === TERMS[at]),
    'the terms are those of src/vocabulary.ts, in its order',
  )

const framework = z.strictObject({
  id,
  name: line,
  short: line.exactOptional(),
  edition: line,
  publisher: line,
  note: line.nullable().default(null),
  concludes: z.array(line).readonly().exactOptional(),
  ...dated,
  requirements: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[A-Z][A-Za-z0-9.-]*$/, 'a requirement id begins with a capital: letters, digits, dots, hyphens'),
        group: line,
        question: line,
        automation: z.enum(['auto', 'assist', 'human']),
        severity: z.enum(['required', 'required-by-faq', 'informative']),
        told: z.boolean().exactOptional(),
        evidence: lines,
        clauses: lines,
        answers: z.partialRecord(z.enum(ANSWERS), line),
        citation: line,
        source: line,
      }),
    )
    .min(1)
    .readonly()
    .refine(list => new Set(list.map(entry => entry.id)).size === list.length, 'a requirement id stands twice'),
})

/** A license file without what is looked up elsewhere: whether it is on the conformant list. */
export type LicenseFile = Omit<KnownLicense, 'conformant'>

/** Folders of `knowledge/`: many files of one kind, named by their id. A new kind is one entry here. */
export const FOLDERS = {
  licenses: { schema: license satisfies z.ZodType<LicenseFile>, key: 'id' },
  clauses: { schema: knownClause, key: 'id' },
  frameworks: { schema: framework satisfies z.ZodType<Framework>, key: 'id' },
  datasets: { schema: knownDataset, key: 'id' },
  models: { schema: family satisfies z.ZodType<KnownModelFamily>, key: 'family' },
  claims: { schema: claimLanguage, key: 'id' },
  harmless: { schema: harmlessWordings, key: 'id' },
  modality: { schema: modality, key: 'id' },
  wordings: { schema: clauseWordings, key: 'kind' },
  offers: { schema: clauseWordings, key: 'kind' },
  origins: { schema: clauseWordings, key: 'language' },
  statements: { schema: clauseWordings, key: 'kind' },
  alternatives: { schema: knownAlternative, key: 'id' },
  corrections: { schema: knownCorrections, key: 'release' },
} as const

/** Single files of `knowledge/`. */
export const FILES = {
  notices: noticeWords,
  conformant: conformant satisfies z.ZodType<ConformantList>,
  fsf: freeSoftware satisfies z.ZodType<FreeSoftware>,
  directories: z.array(directory).readonly() satisfies z.ZodType<readonly LicenseDirectory[]>,
  'legal-files': legalFiles,
  libraries: libraries satisfies z.ZodType<PublicLibraries>,
  hosts,
  loaders,
  'code-languages': codeLanguages,
  uses: knownUses,
  compute,
  'general-purpose': generalPurpose,
  measured,
  mof: mof satisfies z.ZodType<OpennessTypes>,
  'tuning-sets': tuningSets,
  tasks,
  organizations,
  terms: terms satisfies z.ZodType<readonly KnownTerm[]>,
  glossary,
} as const
