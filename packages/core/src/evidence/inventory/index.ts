import { linksInPlace } from '../../documents/places.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Release } from '../../release/release.ts'
import type { Citation, Cited } from '../../report/report.ts'
import { COMPONENTS, DATA_LADDER, type Presence } from '../../report/vocabulary.ts'
import { type DataOfStage, whyPartly } from '../data/index.ts'
import { dataPlace } from '../data/places.ts'
import { type ComponentFound, cite, type Evidence } from '../evidence.ts'
import { hearing } from '../signs.ts'
import { codeComponents } from './code.ts'
import { absent, type LookAtFiles, said } from './looking.ts'
import { documentComponents } from './papers.ts'

/** The rung of the stage that is opened furthest; `partly` says when that is not all. */
function trainingData({ release: { files }, data, metadata, looked }: Inventoried): ComponentFound {
  const furthest = DATA_LADDER.flatMap(rung => data.stages.filter(stage => stage.rung === rung))[0]
  if (!furthest) return { ...absent('datasets', { looked }), ladder: 'none' }
  const partly = whyPartly(data, metadata.bases.length > 0)
  const same = data.stages.filter(({ rung }) => rung === furthest.rung)
  const [first = furthest.cited[0], ...more] = same.flatMap(({ cited }) => cited)
  return {
    id: 'datasets',
    presence: presenceOf(furthest, files),
    ladder: furthest.rung,
    ...(partly ? { partly } : {}),
    cited: cite(first, ...more.slice(0, 5)),
  }
}

function presenceOf({ rung, sources }: DataOfStage, files: Release['files']): Presence {
  if (rung === 'released') {
    const here = sources.some(({ where }) => files.some(({ path }) => path === where))
    return here ? 'released' : 'linked'
  }
  if (rung === 'obtainable') return 'linked'
  return rung === 'listed' || rung === 'described' ? 'described' : 'absent'
}

/** The first set of data that is linked as a benchmark. */
function benchmarkIn({ documents }: LookAtFiles, knowledge: Knowledge): Citation | undefined {
  for (const document of documents)
    for (const { link, around } of linksInPlace(document))
      if (/benchmark|评测/i.test(around) && !/train|训练/i.test(around) && dataPlace(link, knowledge)?.owner)
        return { url: link.url, path: document.path, line: link.line }
  return undefined
}

/** Final and intermediate parameters. */
function weightsComponents({ release, weights }: Inventoried, look: LookAtFiles): ComponentFound[] {
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
  const named = weights.links.find(({ own, name }) => own && name !== null && INTERMEDIATE.test(name))
  return [
    { id: 'weights', presence: presence[weights.offer], cited: weights.cited },
    intermediate(release.files, look, named?.cited),
  ]
}

/** how a repository of intermediate weights is named: "heron-7b-intermediate" */
const INTERMEDIATE = /(?:^|[-_.])intermediate(?:[-_.]|$)/i

function intermediate(files: Release['files'], look: LookAtFiles, link: Cited | undefined): ComponentFound {
  const id = 'intermediate-weights'
  const file = files.find(file =>
    /(^|[/_-])(step|iter|global_step|checkpoint)[-_]?\d{3,}(\/|(?:[-_.].*)?\.(safetensors|bin|pt|pth|ckpt)$)/i.test(
      file.path,
    ),
  )
  if (file) return { id, presence: 'released', cited: cite({ path: file.path }) }
  return link ? { id, presence: 'linked', cited: link } : said(id, look)
}

/** What the inventory is taken of. */
type Inventoried = Pick<Evidence, 'release' | 'who' | 'looked' | 'documents' | 'card' | 'metadata' | 'weights' | 'data'>

/**
 * Takes the inventory of the 17 components, in the order of the Model Openness Framework. `library` names a public
 * library that runs the model.
 */
export function takeInventory(seen: Inventoried, library: Citation | null, knowledge: Knowledge): ComponentFound[] {
  const look: LookAtFiles = { documents: seen.documents, looked: seen.looked, hear: hearing(knowledge) }
  const found = [
    ...weightsComponents(seen, look),
    ...codeComponents(seen, library, look, knowledge),
    trainingData(seen),
    said('evaluation-data', look, benchmarkIn(look, knowledge)),
    ...documentComponents(seen, look, knowledge.hosts),
  ]
  const once = COMPONENTS.flatMap(id => found.filter(component => component.id === id).slice(0, 1))
  return asDeclared(once, seen.release)
}

/**
 * The inventory where a form stands in place of the release: what the form lists is `linked` or `described`, for
 * nothing it names was seen, and what it leaves out it says is not given. Without a form, what was found.
 */
function asDeclared(found: readonly ComponentFound[], { declared, place, files }: Release): ComponentFound[] {
  if (!declared) return [...found]
  const form = files[0]?.path ?? place
  return found.map(({ id, ladder }): ComponentFound => {
    const entry = declared.find(entry => entry.id === id)
    if (!entry)
      return { id, presence: 'absent', ...(ladder ? { ladder: 'none' } : {}), cited: cite({ looked: [form] }) }
    return {
      id,
      presence: entry.location === null ? 'described' : 'linked',
      ...(ladder ? { ladder: entry.location === null ? 'listed' : 'obtainable' } : {}),
      cited: entry.cited,
      declared: entry,
    }
  })
}
