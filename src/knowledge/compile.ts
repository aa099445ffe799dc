import type * as z from 'zod'
import type { ClaimLanguage } from './claim-language.ts'
import type { CodeLanguages } from './code-languages.ts'
import type { GlossaryWord } from './glossary.ts'
import type { HarmlessWordings, NoticeWords } from './harmless.ts'
import type { Hosts } from './hosts.ts'
import type {
  ComputeFacts,
  ConformantList,
  Framework,
  FreeSoftware,
  GeneralPurposeRules,
  KnownClause,
  KnownLicense,
  KnownModelFamily,
  KnownTerm,
  LicenseDirectory,
  Measured,
  OpennessTypes,
  PublicLibraries,
} from './knowledge.ts'
import type { KnownAlternative, Task } from './known-alternatives.ts'
import { correctionsFile, type KnownCorrections } from './known-corrections.ts'
import type { KnownDataset, TuningSets } from './known-datasets.ts'
import type { KnownUses } from './known-uses.ts'
import type { LegalFiles } from './legal-files.ts'
import type { Loaders } from './loaders.ts'
import type { KnownOrganization } from './organizations.ts'
import { KnowledgeError, parseKnowledge } from './parse.ts'
import { checkReferences } from './references.ts'
import { FILES, FOLDERS, type LicenseFile } from './schema.ts'
import type { ClauseWordings, Modality } from './wording.ts'
import { checkWordings } from './written.ts'

/** Everything under `knowledge/` as one value, ready to be written as JSON. */
export interface CompiledKnowledge {
  readonly version: string
  readonly licenses: readonly KnownLicense[]
  readonly clauses: readonly KnownClause[]
  readonly frameworks: readonly Framework[]
  readonly models: readonly KnownModelFamily[]
  readonly conformant: ConformantList
  readonly fsf: FreeSoftware
  readonly directories: readonly LicenseDirectory[]
  readonly legalFiles: LegalFiles
  readonly terms: readonly KnownTerm[]
  readonly glossary: readonly GlossaryWord[]
  readonly libraries: PublicLibraries
  readonly hosts: Hosts
  readonly loaders: Loaders
  readonly codeLanguages: CodeLanguages
  readonly uses: KnownUses
  readonly compute: ComputeFacts
  readonly generalPurpose: GeneralPurposeRules
  readonly measured: Measured
  readonly mof: OpennessTypes
  readonly datasets: readonly KnownDataset[]
  readonly tuningSets: TuningSets
  readonly claims: readonly ClaimLanguage[]
  readonly harmless: readonly HarmlessWordings[]
  readonly modalities: readonly Modality[]
  readonly wordings: readonly ClauseWordings[]
  readonly offers: readonly ClauseWordings[]
  readonly origins: readonly ClauseWordings[]
  readonly statements: readonly ClauseWordings[]
  readonly notices: NoticeWords
  readonly tasks: readonly Task[]
  readonly alternatives: readonly KnownAlternative[]
  readonly corrections: readonly KnownCorrections[]
  readonly organizations: readonly KnownOrganization[]
}

/** One file under `knowledge/`, its path relative to it. */
export interface KnowledgeFile {
  readonly path: string
  readonly content: string
}

/** Reads and checks all knowledge files together. Throws a KnowledgeError at the first that does not hold. */
export function compileKnowledge(files: readonly KnowledgeFile[]): CompiledKnowledge {
  const named = (name: string) => {
    const file = files.find(({ path }) => path === `${name}.yml`)
    if (!file) throw new KnowledgeError(`${name}.yml`, 'is missing')
    return file
  }
  const folder = <T>(name: string, schema: z.ZodType<T>, key: (value: T) => string): T[] => {
    const values: T[] = []
    for (const file of files.filter(({ path }) => path.startsWith(`${name}/`))) {
      const value = parseKnowledge(file.path, file.content, schema)
      const expected = `${name}/${key(value)}.yml`
      if (file.path !== expected) throw new KnowledgeError(file.path, `is named otherwise than its id: ${expected}`)
      values.push(value)
    }
    return values
  }

  const single = <T>(name: string, schema: z.ZodType<T>): T => {
    const { path, content } = named(name)
    return parseKnowledge(path, content, schema)
  }
  const conformant = single('conformant', FILES.conformant)
  const fsf = single('fsf', FILES.fsf)
  const directories = single('directories', FILES.directories)
  const legalFiles = single('legal-files', FILES['legal-files'])
  const libraries = single('libraries', FILES.libraries)
  const hosts = single('hosts', FILES.hosts)
  const loaders = single('loaders', FILES.loaders)
  const codeLanguages = single('code-languages', FILES['code-languages'])
  const uses = single('uses', FILES.uses)
  const compute = single('compute', FILES.compute)
  const generalPurpose = single('general-purpose', FILES['general-purpose'])
  const measured = single('measured', FILES.measured)
  const mof = single('mof', FILES.mof)
  const tuningSets = single('tuning-sets', FILES['tuning-sets'])
  const ofOrganizations = single('organizations', FILES.organizations)
  const terms = single('terms', FILES.terms)
  const glossary = single('glossary', FILES.glossary)
  const licenses = folder<LicenseFile>('licenses', FOLDERS.licenses.schema, value => value.id)
  const clauses = folder<KnownClause>('clauses', FOLDERS.clauses.schema, value => value.id)
  const frameworks = folder<Framework>('frameworks', FOLDERS.frameworks.schema, value => value.id)
  const datasets = folder<KnownDataset>('datasets', FOLDERS.datasets.schema, value => value.id)
  const models = folder<KnownModelFamily>('models', FOLDERS.models.schema, value => value.family)
  const claims = folder<ClaimLanguage>('claims', FOLDERS.claims.schema, value => value.id)
  const harmless = folder<HarmlessWordings>('harmless', FOLDERS.harmless.schema, value => value.id)
  const modalities = folder<Modality>('modality', FOLDERS.modality.schema, value => value.id)
  const worded = (name: 'wordings' | 'offers' | 'statements') =>
    folder<ClauseWordings>(name, FOLDERS[name].schema, ({ kind, language }) => `${kind}/${language}`)
  const wordings = worded('wordings')
  const offers = worded('offers')
  const origins = folder<ClauseWordings>('origins', FOLDERS.origins.schema, ({ language }) => language)
  const statements = worded('statements')
  const notices = single('notices', FILES.notices)
  const { tasks, ...ofTasks } = single('tasks', FILES.tasks)
  const alternatives = folder<KnownAlternative>('alternatives', FOLDERS.alternatives.schema, value => value.id)
  const corrections = folder<KnownCorrections>('corrections', FOLDERS.corrections.schema, correctionsFile)
  checkWordings({ wordings, offers, origins, statements }, modalities, harmless)
  const open = new Set(conformant.licenses.map(entry => entry.license))
  const dates = [
    uses.seenOn,
    conformant.seenOn,
    fsf.seenOn,
    libraries.seenOn,
    legalFiles.seenOn,
    hosts.seenOn,
    loaders.seenOn,
    codeLanguages.seenOn,
    compute.seenOn,
    generalPurpose.seenOn,
    mof.seenOn,
    tuningSets.seenOn,
    ofTasks.seenOn,
    ofOrganizations.seenOn,
    ...alternatives.map(({ seenOn }) => seenOn),
    ...corrections.flatMap(({ entries }) => entries.map(({ date }) => date)),
    ...datasets.map(({ seenOn }) => seenOn),
    ...terms.map(term => term.seenOn),
    ...licenses.map(license => license.seenOn),
    ...clauses.map(clause => clause.seenOn),
    ...frameworks.map(framework => framework.seenOn),
    ...claims.map(language => language.seenOn),
    ...harmless.map(language => language.seenOn),
    notices.seenOn,
    ...modalities.map(language => language.seenOn),
    ...[...wordings, ...offers, ...origins, ...statements].map(file => file.seenOn),
    ...models.flatMap(model => [model.seenOn, ...model.versions.map(version => version.seenOn ?? '')]),
  ]
  const compiled = {
    version: dates.toSorted().at(-1) ?? '',
    licenses: licenses.map(license => ({
      ...license,
      conformant: open.has(license.id),
      fsfFree: license.fsfFree || license.spdx.some(id => fsf.free.includes(id)),
    })),
    clauses,
    frameworks,
    models,
    conformant,
    fsf,
    directories,
    legalFiles,
    terms,
    glossary,
    libraries,
    hosts,
    loaders,
    codeLanguages,
    uses,
    compute,
    generalPurpose,
    measured,
    mof,
    datasets,
    tuningSets,
    claims,
    harmless,
    modalities,
    wordings: wordings.map(withoutSentences),
    offers: offers.map(withoutSentences),
    origins: origins.map(withoutSentences),
    statements: statements.map(withoutSentences),
    notices,
    tasks,
    alternatives,
    corrections,
    organizations: ofOrganizations.organizations,
  }
  checkReferences(compiled)
  return compiled
}

/** sentences are for tests */
const withoutSentences = (file: ClauseWordings): ClauseWordings => ({
  ...file,
  left: [],
  wordings: file.wordings.map(wording => ({ ...wording, found: [] })),
})
