import type { KnownDataset } from '../../knowledge/schemas/datasets.ts'
import { isSourced } from '../../knowledge/sourced.ts'
import type { Citation, Cited } from '../../report/report.ts'
import { DATA_LADDER, DATA_STAGES, type DataRung } from '../../report/vocabulary.ts'
import type { DataFound, DataOfStage, DataSource, DataStatement } from './statement.ts'

/** Given by its publisher, to be had somewhere, or a name alone. What is known to be gone cannot be had any more. */
export function rungOf(located: boolean, own: boolean, known: KnownDataset | null): DataRung {
  const told = known !== null && isSourced(known.source) ? known : null
  if (told?.obtainable === 'no') return 'listed'
  if (located && own) return 'released'
  // one that changes is not told by its name; the others are what they are
  return located || (told !== null && !told.living && told.where !== null) ? 'obtainable' : 'listed'
}

/** more citations than this do not make a rung clearer */
const MOST_CITED = 6

/**
 * How far the data of each stage is opened. Words without names are a description when they say what it is made of or
 * how it was made.
 */
export function dataByStage(statements: readonly DataStatement[], sources: readonly DataSource[]): DataOfStage[] {
  return DATA_STAGES.flatMap(stage => {
    const own = sources.filter(source => source.stage === stage)
    const told = statements.filter(statement => statement.stage === stage)
    const seen: (readonly [DataRung, Citation])[] = [
      ...own.map(({ rung, cited }) => [rung, cited[0]] as const),
      ...told.filter(({ describes }) => describes).map(({ citation }) => ['described', citation] as const),
      ...told.filter(says).map(({ citation }) => ['vague', citation] as const),
    ]
    const rung = DATA_LADDER.find(step => seen.some(([at]) => at === step))
    const [first, ...more] = seen.filter(([at]) => at === rung).map(([, citation]) => citation)
    if (!rung || !first) return []
    const cited: Cited = [first, ...more.slice(0, MOST_CITED - 1)]
    return [{ stage, rung, sources: own, cited }]
  })
}

/** It says that there was data, how much, or who wrote it. */
const says = ({ topics }: DataStatement) =>
  topics.has('provenance') || topics.has('scope') || topics.get('labeling') === 'specific'

const isGiven = (rung: DataRung) => rung === 'released' || rung === 'obtainable'

/**
 * What shows that only a part of the training data is given or can be had; null where nothing does. Of a model with a
 * base its own training counts.
 */
export function whyPartly(
  { stages, asides, statements }: Omit<DataFound, 'sources'>,
  startsFromBase: boolean,
): string | null {
  if (!stages.some(({ rung }) => isGiven(rung))) return null
  const sources = stages.flatMap(stage => stage.sources)
  const gone = sources.find(({ known }) => known?.obtainable === 'no')
  const asked = sources.find(({ known }) => known?.obtainable === 'on-request')
  const named = sources.filter(({ rung, known }) => !isGiven(rung) && known !== null)
  const whole = sources.filter(({ rung }) => isGiven(rung))
  if (asides.some(({ kind, located }) => kind !== 'none' && !located))
    return 'the documents speak of data that is not given'
  if (statements.some(({ unlike }) => unlike))
    return 'of a list of its data some entries say where it can be had and others not'
  if (gone) return `${gone.name} can no longer be had`
  if (asked) return `${asked.name} is given on request only`
  if (sources.some(({ part }) => part)) return 'what is given is called a part or a sample'
  const [first] = named
  if (first && (!first.known?.living || named.length >= whole.length))
    return `${first.name} is named without where it can be had`
  const given = stages.filter(({ rung }) => isGiven(rung)).map(({ stage }) => stage)
  const pretraining = stages.find(({ stage }) => stage === 'pre-training')
  return pretraining && !isGiven(pretraining.rung) && !given.includes('training') && !startsFromBase
    ? 'of the data for pre-training nothing can be had'
    : null
}
