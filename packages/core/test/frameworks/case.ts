import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { type Document, readDocument } from '../../src/documents/index.ts'
import { readData } from '../../src/evidence/data/index.ts'
import { cite, type Evidence, type Gate, type Metadata, type Offer } from '../../src/evidence/evidence.ts'
import { lookedThrough } from '../../src/evidence/inventory/looking.ts'
import { publisherOf } from '../../src/evidence/publisher/owners.ts'
import { otherRepository } from '../../src/evidence/weights/elsewhere.ts'
import { evaluate } from '../../src/frameworks/index.ts'
import type { KnownModel } from '../../src/knowledge/knowledge.ts'
import type { LicenseReading } from '../../src/licenses/reading.ts'
import { NO_ANSWERS } from '../../src/readings/answers.ts'
import type { Release } from '../../src/release/release.ts'
import type { Cited, Clause, Evaluation, LineageStep, Requirement } from '../../src/report/report.ts'
import {
  type Answer,
  COMPONENT_GROUPS,
  COMPONENTS,
  type ComponentId,
  type DataRung,
  type Freedom,
  type Grant,
  type LicenseClass,
  type Presence,
} from '../../src/report/vocabulary.ts'
import type { Case, ComponentRights, ModelRights } from '../../src/terms/rights.ts'

/** Invented cases: a publisher that is not, and what one would have seen of its model. */

const LICENSE: Cited = [{ path: 'LICENSE', line: 1, endLine: 1, quote: 'Permission is given' }]

interface Terms {
  readonly class?: LicenseClass
  readonly osiApproved?: boolean
  readonly conformant?: boolean
  readonly bars?: readonly Clause[]
  readonly asks?: readonly Clause[]
  readonly grants?: readonly Grant[]
  readonly openness: LicenseReading['openness']
}

function reading(name: string, terms: Terms): LicenseReading {
  const bars = terms.bars ?? []
  const asks = terms.asks ?? []
  return {
    license: {
      id: null,
      name,
      class: terms.class ?? 'open-source',
      text: { path: 'LICENSE' },
      covers: [],
      match: { kind: 'none', nearest: null, residue: [] },
      clauses: [...bars, ...asks],
      grants: [...(terms.grants ?? [])],
      selfLabels: [],
      cited: [...LICENSE],
    },
    osiApproved: terms.osiApproved ?? false,
    conformant: terms.conformant ?? false,
    bars,
    asks,
    openness: terms.openness,
  }
}

/** A clause of an invented text, at a line of its own. */
export function clause(kind: string, against: readonly Freedom[], line = 12): Clause {
  return {
    kind,
    mode: 'ban',
    parameters: {},
    against: [...against],
    reaches: ['copies'],
    cited: [{ path: 'LICENSE', line, endLine: line, quote: 'you may not' }],
  }
}

export const approved = reading('the Tern License', { openness: 'open', osiApproved: true })
export const conformant = reading('the Tern Open Terms', { openness: 'open', conformant: true, class: 'open-model' })
export const unread = reading('the Tern Terms (PDF)', { openness: 'unknown', class: 'unknown' })
export const unlisted = reading('the Tern House Terms', { openness: 'asks', class: 'open-model' })
export const restricted = (bars: readonly Clause[], grants: readonly Grant[] = []) =>
  reading('the Tern Community License', { openness: 'restricted', class: 'community-restricted', bars, grants })
export const asking = (asks: readonly Clause[]) =>
  reading('the Tern Banner License', { openness: 'asks', class: 'open-with-rider', asks })

/** What is seen of one component; `released` in the repository under the case's license where not said otherwise. */
export interface Seen {
  readonly presence?: Presence
  readonly ladder?: DataRung
  readonly readings?: readonly LicenseReading[]
  readonly concluded?: string
  readonly partly?: string
  readonly cited?: Cited
}

export interface Setup {
  readonly readme?: string
  readonly files?: readonly string[]
  readonly complete?: boolean
  readonly offer?: Offer
  readonly links?: Evidence['weights']['links']
  readonly part?: 'delta' | 'adapter'
  readonly gate?: Partial<Gate>
  /** ids under `datasets` in the card's metadata */
  readonly datasets?: readonly string[]
  readonly components?: Partial<Record<ComponentId, Seen>>
  readonly weights?: readonly LicenseReading[]
  readonly reach?: ModelRights['reach']
  readonly code?: readonly LicenseReading[]
  readonly library?: string | null
  readonly lineage?: readonly Pick<LineageStep, 'model' | 'relation'>[]
  /** facts about invented models, each matched by its name in lower case */
  readonly known?: readonly KnownModel[]
  /** whose they are; the publisher's own unless told */
  readonly knownOf?: readonly string[]
  readonly name?: string
  /** the task in the card's metadata */
  readonly task?: string
}

/** A whole release: everything is there and under an approved license, until the setup says otherwise. */
export function caseOf(setup: Setup = {}): { current: Case; model: ModelRights } {
  const content = setup.readme ?? '# Tern\n\nA model.\n'
  const text = { path: 'README.md', content, encoding: 'utf-8', truncated: false } as const
  const paths = setup.files ?? ['README.md', 'model.safetensors', 'train.py', 'configs/train.yaml']
  const release: Release = {
    name: setup.name ?? 'tern-7b',
    publisher: 'harbor-lab',
    named: true,
    source: 'folder',
    place: 'tern-7b',
    revision: null,
    complete: setup.complete ?? true,
    files: paths.map(path => ({ path, size: 1000, kind: 'file' })),
    texts: new Map([[text.path, text]]),
    headers: [],
    notes: [],
  }
  const document = readDocument(text)
  const components = COMPONENTS.map(id => rightsOf(id, setup))
  const model: ModelRights = {
    name: setup.name ?? 'tern-7b',
    places: ['.'],
    floor: setup.weights ?? [approved],
    ceiling: setup.weights ?? [approved],
    reach: setup.reach ?? 'stated',
    bound: [],
    cited: [{ path: 'README.md', line: 1, endLine: 1, quote: '# Tern' }],
  }
  const library = setup.library === undefined ? null : setup.library
  return {
    current: {
      evidence: evidenceOf(setup, release, document, components),
      statements: [],
      texts: [],
      knowledge: {
        ...knowledge,
        models: [
          {
            family: 'tern',
            publisher: 'Harbor Lab',
            organizations: setup.knownOf ?? ['harbor-lab'],
            versions: setup.known ?? [],
            source: 'an invented page',
            seenOn: '2026-11-24',
          },
        ],
      },
      readings: model.floor,
      components,
      models: [model],
      whole: model.floor,
      lineage: (setup.lineage ?? []).map(step => ({
        ...step,
        license: 'NOASSERTION',
        stands: 'unknown',
        travels: [],
        cited: [{ path: 'README.md', key: 'base_model', value: step.model }],
      })),
      unread: [],
      conflicts: [],
      conflictsOfWhole: [],
      library:
        library === null
          ? null
          : { name: 'a runner', license: library, cited: { path: 'README.md', key: 'library_name', value: 'runner' } },
    },
    model,
  }
}

function rightsOf(id: ComponentId, setup: Setup): ComponentRights {
  const seen = setup.components?.[id] ?? {}
  const presence = seen.presence ?? 'released'
  const absent = presence === 'absent' || presence === 'unknown'
  const cited: Cited =
    seen.cited ??
    (absent
      ? [{ looked: ['4 file names', 'README.md'] }]
      : [{ path: COMPONENT_GROUPS.documents.some(document => document === id) ? 'README.md' : `${id}/main.py` }])
  const readings = seen.readings ?? setup.code ?? [approved]
  return {
    found: {
      id,
      presence,
      ...(id === 'datasets' ? { ladder: seen.ladder ?? 'released' } : {}),
      ...(seen.partly ? { partly: seen.partly } : {}),
      cited,
    },
    licensing: {
      declared: 'NOASSERTION',
      detected: 'NOASSERTION',
      concluded: seen.concluded ?? (readings.length > 0 ? 'LicenseRef-tern' : 'NOASSERTION'),
    },
    readings,
    cited,
  }
}

function evidenceOf(
  setup: Setup,
  release: Release,
  document: Document,
  components: readonly ComponentRights[],
): Evidence {
  const offer = setup.offer ?? 'in-tree'
  const metadata: Metadata = {
    licenses: [],
    terms: [],
    bases: [],
    relation: null,
    datasets: (setup.datasets ?? []).map(value => ({
      value,
      cited: cite({ path: 'README.md', key: 'datasets', value }),
    })),
    tags: [],
    library: null,
    task: setup.task
      ? { value: setup.task, cited: cite({ path: 'README.md', key: 'pipeline_tag', value: setup.task }) }
      : null,
    gate: setup.gate
      ? {
          cited: cite({ path: 'README.md', key: 'extra_gated_prompt', value: 'agree' }),
          approval: null,
          fields: [],
          says: [],
          euDisallowed: false,
          prompt: null,
          ...setup.gate,
        }
      : null,
    form: null,
    kind: 'model',
  }
  const documents = [document]
  const who = publisherOf(release, documents, knowledge)
  return {
    release,
    who,
    looked: lookedThrough(release, documents),
    answers: NO_ANSWERS,
    documents,
    unread: [],
    isOnePage: false,
    cards: [],
    legal: [],
    blank: [],
    card: document,
    metadata,
    weights: {
      offer,
      files: [],
      links: setup.links ?? [],
      cited: cite({ path: offer === 'in-tree' ? 'model.safetensors' : 'README.md' }),
      said: {},
      part: setup.part ?? null,
    },
    data: readData({ release, documents, metadata, who }, knowledge),
    components: components.map(({ found }) => found),
    library: null,
    elsewhere: [],
    repository: otherRepository(documents, release, who, knowledge),
    notes: [],
  }
}

/** What a framework makes of an invented case; in the reading named, of one that has several. */
export function evaluated(framework: string, setup: Setup = {}, reading?: string): Evaluation {
  const { current, model } = caseOf(setup)
  const evaluation = evaluate(current, model).find(
    evaluation => evaluation.framework === framework && (reading === undefined || evaluation.reading === reading),
  )
  if (!evaluation) throw new Error(`${framework} was not evaluated`)
  return evaluation
}

const FRAMEWORK_OF = [
  ['G7', 'g7-2026'],
  ['EU-T', 'eu-training-summary'],
  ['EU', 'eu-ai-act'],
  ['PLD', 'eu-ai-act'],
  ['CRA', 'eu-ai-act'],
  ['TF', 'transparency'],
] as const

/** One requirement's answer of an invented case. */
export function answerTo(id: string, setup: Setup = {}): Requirement {
  const framework = FRAMEWORK_OF.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'osaid-1.0'
  const requirement = evaluated(framework, setup).requirements.find(requirement => requirement.id === id)
  if (!requirement) throw new Error(`${id} was not answered`)
  return requirement
}

/** Rows of a table of cases: what it is, which requirement, the answer expected, and the setup. */
export type Row = readonly [says: string, id: string, answer: Answer, setup: Setup]
