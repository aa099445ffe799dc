import type { Document } from '../../documents/index.ts'
import type { Release } from '../../sources/release.ts'
import { DATA_LADDER, type Presence } from '../../vocabulary.ts'
import { type DataFound, type DataOfStage, whyPartly } from '../data/index.ts'
import { type ComponentFound, cite } from '../evidence.ts'
import { absent, said } from './looking.ts'

/** The training data on its ladder, and the data it is measured with. */
export function dataComponents(
  release: Release,
  documents: readonly Document[],
  data: DataFound,
  startsFromBase: boolean,
): ComponentFound[] {
  return [
    trainingData(release, documents, data, startsFromBase),
    said('evaluation-data', MEASURED_WITH, release, documents),
  ]
}

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

const MEASURED_WITH = /\b(evaluation|test|benchmark) (data|datasets?|sets?)\b|评测集|测试集/i
