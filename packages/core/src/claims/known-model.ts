import type { Knowledge, KnownModel, KnownModelFamily } from '../knowledge/knowledge.ts'
import { readDeclared } from '../licenses/declared.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { resolveId } from '../names/index.ts'
import { isRemembered, readAt } from '../names/models.ts'
import type { Cited, Term } from '../report/report.ts'
import type { TermId } from '../report/vocabulary.ts'
import type { ModelRights } from '../terms/index.ts'
import { answersOf } from '../uses/answers.ts'
import { NO_SIZES } from '../uses/effects.ts'
import type { Findings } from '../verdict/index.ts'
import type { Facts } from './facts.ts'

const SOURCES = [
  { by: 'openData', kind: 'training-data', id: 'datasets', called: 'training data' },
  { by: 'openCode', kind: 'training-code', id: 'training-code', called: 'training code' },
] as const

/** how a source that is a model's card is called */
const CARD = /\bmodel card$/

/**
 * What dated facts say of a model that was not looked at: the license of its weights by version, and whether its data
 * and code are open.
 */
export function factsOfKnown(
  family: KnownModelFamily,
  version: KnownModel,
  findings: Findings,
  knowledge: Knowledge,
): Facts {
  const resolved = version.license === null ? null : resolveId(version.license, null, knowledge)
  const fact: Cited = [
    {
      fact: resolved ? `${version.name}: ${resolved.name}` : `${version.name}: its license is not known`,
      ...readAt({ family, version }),
    },
  ]
  const remembered = isRemembered({ family, version })
  const reading = resolved && !remembered ? readDeclared(resolved, fact, knowledge) : null
  const says = resolved
    ? `${remembered ? 'As far as is remembered, with no source to open: the' : 'The'} weights of ${version.name} ` +
      `came under ${resolved.name}, whose class is ${resolved.class}`
    : `Under which license the weights of ${version.name} came is not known here`
  const because = [findings.add('known-license', says, fact, 'an audit of the release itself')]
  const told = remembered ? [] : SOURCES.filter(({ by }) => version[by] !== undefined)
  const closed = told.filter(({ by }) => version[by] === false)
  for (const { kind, called, by } of told) {
    const says = `The ${called} of ${version.name} is ${version[by] ? '' : 'not '}open`
    because.push(findings.add(kind, says, fact, 'an audit of the release itself'))
  }
  const top: TermId = closed.length > 0 ? 'open-weights-ai' : 'open-source-ai-with-open-data'
  const [floor, ceiling]: readonly [TermId, TermId] =
    reading?.openness === 'restricted'
      ? ['weights-available-ai', 'weights-available-ai']
      : reading?.openness === 'open'
        ? ['open-weights-ai', top]
        : reading?.openness === 'asks'
          ? ['weights-available-ai', top]
          : ['undetermined', top]
  const term: Term = {
    id: floor,
    label: knowledge.terms.get(floor)?.label ?? floor,
    aliases: [],
    facets: [],
    floor,
    ceiling,
    review: [],
    because,
    toMoveUp: [],
  }
  return {
    name: version.name,
    term,
    models: [{ name: version.name, places: [], term }],
    components: [],
    open: told.filter(({ by }) => version[by]).map(({ id }) => id),
    onCard: CARD.test(readAt({ family, version }).source),
    licenses: reading ? [{ ...reading.license, covers: ['weights'] }] : [],
    evaluations: [],
    uses: reading
      ? answersOf([{ rights: rightsBy(reading, version.name, fact), floor }], NO_SIZES, knowledge).uses
      : [],
  }
}

/** What binds a model that is under one license, as far as is known. */
const rightsBy = (reading: LicenseReading, name: string, cited: Cited): ModelRights => ({
  name,
  places: [],
  floor: [reading],
  ceiling: [reading],
  reach: 'stated',
  bound: [{ reading, base: null, cited }],
  cited,
})
