import { column, maybe, type RowOf, type Table } from './column.ts'

/**
 * What is kept of a survey: the same tables in a DuckDB file and in PostgreSQL. The names of tables and columns are
 * stable: a new one may be added, none changes its meaning. Another `SCHEMA` is for what an older unwash cannot read.
 */
export const SCHEMA = 1

const release = column('text', 'the release: `id` of `releases`')
const position = column('integer', 'the place in the report, from 0')
const path = maybe('text', 'the file that it is first cited from')
const line = maybe('integer', 'the line there, from 1')

/** The tables by their names. */
export const TABLES = {
  about: {
    says: 'One row: what wrote this store.',
    key: ['schema'],
    columns: {
      schema: column('integer', 'the version of these tables'),
      unwash: column('text', 'the version of unwash that made them'),
    },
  },
  runs: {
    says: 'A row for each survey: what was asked for, and with which knowledge it was judged.',
    key: ['id'],
    columns: {
      id: column('text', 'names the run; the same source with the same knowledge is the same run, and is resumed'),
      started_at: column('moment', 'when it was first started'),
      unwash: column('text', 'the version of unwash'),
      knowledge: column('text', 'the date of the newest fact that was known'),
      source: column('text', 'where its targets come from: a file of names, a folder, a Parquet file, a hub'),
    },
  },
  releases: {
    says: 'A row for each release that was read, in each run: its term, and what one sorts and filters by.',
    key: ['id'],
    columns: {
      id: column('text', 'made of run, target, revision and knowledge; the other tables point to it'),
      run: column('text', '`id` of `runs`'),
      target: column('text', 'what was given to be read'),
      name: column('text', 'publisher/name, or the name alone'),
      publisher: maybe('text', 'the account that publishes it'),
      publisher_kind: column(
        'text',
        'organization, person or unknown: what is known of the account; only organizations are ever named in a report',
      ),
      revision: maybe('text', 'the commit that was read'),
      source: column('text', 'folder, git, file, hub, mot, registry, modelscope or github'),
      read_as_of: column('day', 'the day as of which it was read'),
      kept_on: column('moment', 'when it was kept'),
      unwash: column('text', 'the version of unwash'),
      knowledge: column('text', 'the date of the newest fact that was known'),
      complete: column('boolean', 'whether the list of its files is everything there is'),
      term: column('text', 'the honest term: that of the least open of its models'),
      floor: column('text', 'the term that is proven'),
      ceiling: column('text', 'the term if every open question resolves well'),
      facets: column('texts', 'what restricts, in a few words each'),
      models: column('integer', 'models that it offers'),
      license_class: column('text', 'the class of the least open text that covers its weights; none, unknown'),
      weights_license: column('text', 'the license of the weights as concluded: an id, NONE or NOASSERTION'),
      declared_license: column('text', 'the license of the weights as the metadata declares it'),
      weights: column('text', 'whether the weights are released, linked, described, absent or unknown'),
      training_code: column('text', 'the same of the training code'),
      training_data: column('text', 'the same of the training data'),
      data_ladder: column('text', 'how far the training data is opened: released … none, or unknown'),
      claims: column('integer', 'claims of its publisher that were found'),
      contradicted: column('integer', 'of these, those that what was seen contradicts, or that go too far'),
      conflicts: column('integer', 'contradictions between licenses, or between it and its bases'),
      downloads: maybe('count', 'downloads, as the list of the survey has them'),
      likes: maybe('count', 'likes, as the list of the survey has them'),
      created_on: maybe('day', 'the day it was put there, as the list of the survey has it'),
    },
  },
  terms: {
    says: 'A row for each model that a release offers.',
    key: ['release', 'position'],
    columns: {
      release,
      position,
      model: column('text', 'the name of the model'),
      term: column('text', 'its honest term'),
      floor: column('text', 'the term that is proven'),
      ceiling: column('text', 'the term if every open question resolves well'),
      facets: column('texts', 'what restricts, in a few words each'),
      review: column('texts', 'requirements that only a person can judge'),
    },
  },
  components: {
    says: 'A row for each of the 17 components of a release.',
    key: ['release', 'component'],
    columns: {
      release,
      component: column('text', 'the component, by the Model Openness Framework'),
      presence: column('text', 'released, linked, described, absent or unknown'),
      ladder: maybe('text', 'of training data: how far it is opened'),
      declared: column('text', 'the license that the metadata says: an id, NONE or NOASSERTION'),
      detected: column('text', 'what the text says'),
      concluded: column('text', 'what is concluded'),
    },
  },
  licenses: {
    says: 'A row for each license text or statement that a release has.',
    key: ['release', 'position'],
    columns: {
      release,
      position,
      license: maybe('text', 'its id; empty where no known license is this'),
      name: maybe('text', 'its name'),
      class: column('text', 'its class, from open-source to non-commercial; none, unknown'),
      match: column('text', 'exact, residue, contained, related or none: how the text compares with a known one'),
      nearest: maybe('text', 'the known license it is nearest to'),
      path: maybe('text', 'the file of its text; empty where it is only declared'),
      covers: column('texts', 'components and groups of components that it covers'),
      on_weights: column('boolean', 'whether it covers the weights'),
    },
  },
  clauses: {
    says: 'A row for each clause of a license of a release.',
    key: ['release', 'license_position', 'position'],
    columns: {
      release,
      license_position: column('integer', '`position` of `licenses`'),
      position,
      license: maybe('text', 'the id of its license'),
      kind: column('text', 'the kind of clause'),
      mode: column('text', 'ban, duty, grant, definition or plea'),
      against: column('texts', 'freedoms that it limits: use, study, modify, share'),
      reaches: column('texts', 'what it reaches: copies, modified, adapter, outputs, trained-on-outputs'),
      parameters: column('json', 'its amounts and names'),
      on_weights: column('boolean', 'whether its license covers the weights'),
      path,
      line,
    },
  },
  claims: {
    says: 'A row for each claim of the publisher about the release.',
    key: ['release', 'position'],
    columns: {
      release,
      position,
      says: column('text', 'the words, as they are written'),
      kind: column('text', 'what they claim'),
      about: column('texts', 'what they are about'),
      language: column('text', 'the language they are in'),
      checked: column('text', 'supported, contradicted or undetermined'),
      strength: maybe('text', 'flat, scope (it goes too far) or vague'),
      path,
      line,
    },
  },
  conflicts: {
    says: 'A row for each contradiction: between statements, or between a release and its bases.',
    key: ['release', 'position'],
    columns: {
      release,
      position,
      kind: column('text', 'lineage-wider, lineage-missing-terms, self-contradiction or text-missing'),
      because: column('text', 'what was seen'),
      path,
      line,
    },
  },
  lineage: {
    says: 'A row for each model that a release starts from.',
    key: ['release', 'position'],
    columns: {
      release,
      position,
      model: column('text', 'the base'),
      relation: column(
        'text',
        'how it was made from the base: finetune, adapter, merge, quantized, distillation, teacher …, or unknown',
      ),
      license: column('text', 'the license of the base: an id, NONE or NOASSERTION'),
      stands: column('text', 'how the terms declared here stand to those of the base'),
    },
  },
  evaluations: {
    says: 'A row for each framework, and each reading of one that has several: what it comes to for a release.',
    key: ['release', 'framework', 'reading'],
    columns: {
      release,
      framework: column('text', 'the framework'),
      edition: column('text', 'its edition'),
      reading: column('text', 'the reading, of a framework that has several; else empty text'),
      conclusion: column('text', 'met, unmet, unknown, needs-human, not-applicable, or a class of its own'),
    },
  },
  answers: {
    says: 'A row for each requirement of each framework. The reasons and their places are in the report.',
    key: ['release', 'framework', 'reading', 'requirement'],
    columns: {
      release,
      framework: column('text', 'the framework'),
      reading: column('text', 'the reading, of a framework that has several; else empty text'),
      requirement: column('text', 'the requirement'),
      answer: column('text', 'met, unmet, unknown, needs-human or not-applicable'),
      level: maybe('text', "a step of the framework's own scale, where it has one"),
    },
  },
  failures: {
    says: 'A row for each target that could not be read, and why.',
    key: ['run', 'target'],
    columns: {
      run: column('text', '`id` of `runs`'),
      target: column('text', 'what was given to be read'),
      kind: column('text', 'unreadable, time, memory, bug, or lost: it ended every process that read it'),
      message: column('text', 'what went wrong, in a sentence'),
      failed_on: column('moment', 'when'),
    },
  },
  reports: {
    says: 'A row for each release: its whole report and the evidence it rests on, to show the source of any statement.',
    key: ['release'],
    columns: {
      release,
      report: column('bytes', 'the report as JSON, compressed with gzip'),
      evidence: maybe('bytes', 'what was gathered, as `--evidence` saves it, compressed with gzip'),
    },
  },
} as const satisfies Readonly<Record<string, Table>>

/** One of their names. */
export type TableName = keyof typeof TABLES
/** A row of a table. */
export type TableRow<Name extends TableName> = RowOf<(typeof TABLES)[Name]>

/** A release as the explore table shows it. */
export type ReleaseRow = TableRow<'releases'>

/** Tables with rows of one release: all that is replaced when it is kept again. */
export const OF_A_RELEASE = [
  'releases',
  'terms',
  'components',
  'licenses',
  'clauses',
  'claims',
  'conflicts',
  'lineage',
  'evaluations',
  'answers',
  'reports',
] as const satisfies readonly TableName[]
