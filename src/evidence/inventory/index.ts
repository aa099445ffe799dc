import type { Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Citation } from '../../report/report.ts'
import { COMPONENTS, DATA_LADDER, type Presence } from '../../report/vocabulary.ts'
import type { Release } from '../../sources/release.ts'
import { type DataFound, type DataOfStage, whyPartly } from '../data/index.ts'
import { type ComponentFound, cite, type Evidence, type WeightsFound } from '../evidence.ts'
import { type Hear, hearing } from '../signs.ts'
import { codeComponents } from './code.ts'
import { absent, said } from './looking.ts'
import { documentComponents } from './papers.ts'

/** The rung of the stage that is opened furthest; `partly` says when that is not all. */
function trainingData(
  release: Release,
  documents: readonly Document[],
  data: DataFound,
  startsFromBase: boolean,
): ComponentFound {
  const furthest = DATA_LADDER.flatMap(rung => data.stages.filter(stage => stage.rung === rung))[0]
  if (!furthest) return { ...absent('datasets', release, documents), ladder: 'none' }
  const partly = whyPartly(data, startsFromBase)
  const same = data.stages.filter(({ rung }) => rung === furthest.rung)
  const [first = furthest.cited[0], ...more] = same.flatMap(({ cited }) => cited)
  return {
    id: 'datasets',
    presence: presenceOf(furthest, release),
    ladder: furthest.rung,
    ...(partly ? { partly } : {}),
    cited: cite(first, ...more.slice(0, 5)),
  }
}

function presenceOf({ rung, sources }: DataOfStage, release: Release): Presence {
  if (rung === 'released') {
    const here = sources.some(({ where }) => release.files.some(({ path }) => path === where))
    return here ? 'released' : 'linked'
  }
  if (rung === 'obtainable') return 'linked'
  return rung === 'listed' || rung === 'described' ? 'described' : 'absent'
}

/** Final and intermediate parameters. */
function weightsComponents(
  release: Release,
  documents: readonly Document[],
  weights: WeightsFound,
  hear: Hear,
): ComponentFound[] {
  const presence = {
    'in-tree': 'released',
    named: 'linked',
    linked: 'linked',
    card: 'linked',
    'on-request': 'described',
    api: 'absent',
    promised: 'absent',
    none: release.complete ? 'absent' : 'unknown',
  } as const
  return [
    { id: 'weights', presence: presence[weights.offer], cited: weights.cited },
    intermediate(release, documents, hear),
  ]
}

function intermediate(release: Release, documents: readonly Document[], hear: Hear): ComponentFound {
  const id = 'intermediate-weights'
  const file = release.files.find(file =>
    /(^|[/_-])(step|iter|global_step|checkpoint)[-_]?\d{3,}(\/|(?:[-_.].*)?\.(safetensors|bin|pt|pth|ckpt)$)/i.test(
      file.path,
    ),
  )
  if (file) return { id, presence: 'released', cited: cite({ path: file.path }) }
  return said(id, release, documents, hear)
}

/** What the inventory is taken of. */
type Inventoried = Pick<Evidence, 'release' | 'documents' | 'card' | 'metadata' | 'weights' | 'data'>

/**
 * Takes the inventory of the 17 components, in the order of the Model Openness Framework. `library` names a public
 * library that runs the model.
 */
export function takeInventory(
  { release, documents, card, metadata, weights, data }: Inventoried,
  library: Citation | null,
  knowledge: Knowledge,
): ComponentFound[] {
  const hear = hearing(knowledge)
  const found = [
    ...weightsComponents(release, documents, weights, hear),
    ...codeComponents(release, documents, library, metadata, knowledge),
    trainingData(release, documents, data, metadata.bases.length > 0),
    said('evaluation-data', release, documents, hear),
    ...documentComponents(release, documents, card, metadata, knowledge),
  ]
  return COMPONENTS.flatMap(id => found.filter(component => component.id === id).slice(0, 1))
}
