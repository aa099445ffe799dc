import type { DataFound, DataSource } from '../evidence/data/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { TuningSet } from '../knowledge/schemas/datasets.ts'
import { isSourced } from '../knowledge/sourced.ts'
import { tuningSetById } from '../names/datasets.ts'
import { resolveId, resolveName } from '../names/index.ts'
import type { Citation, DataOfStage as DataShown, DataSource as SourceShown } from '../report/report.ts'
import { LICENSE_CLASSES, type LicenseClass } from '../report/vocabulary.ts'

/** A license of a data set, as somebody gives it. */
interface GivenLicense {
  /** an id, NONE, or a LicenseRef made of the words */
  readonly id: string
  readonly class: LicenseClass
}

/** What is said of the license of a set of training data, and what follows. */
interface SourceRights {
  /** what the host's metadata says */
  readonly declared: string
  /** what a person found for its parts; empty where nobody looked */
  readonly checked: readonly string[]
  /** the strictest of these */
  readonly concluded: string
  readonly class: LicenseClass
  readonly facts: readonly Citation[]
}

/** Which license a set of training data is under, by dated facts: where host and reader differ, the stricter counts. */
export function rightsOfSource({ known, hub }: DataSource, knowledge: Knowledge): SourceRights {
  const tuning = hub === null ? null : tuningSetById(knowledge, hub)
  const declared = tuning?.host ? given(tuning.host, knowledge) : null
  const sourced = known && isSourced(known.source) ? known : null
  const published = sourced && (sourced.license || !sourced.use) ? given(sourced.license ?? 'none', knowledge) : null
  const checked = (tuning?.checked ?? []).map(words => given(words, knowledge))
  const all = [declared, published, ...checked, ...limited(tuning?.use), ...limited(sourced?.use)].filter(
    one => one !== null,
  )
  const concluded = all.toSorted((one, other) => opennessRank(other) - opennessRank(one))[0]
  return {
    declared: (declared ?? published)?.id ?? 'NOASSERTION',
    checked: [...new Set(checked.map(({ id }) => id))],
    concluded: concluded?.id ?? 'NOASSERTION',
    class: concluded?.class ?? 'unknown',
    facts: [
      ...(known
        ? [
            {
              fact: `${known.name}: ${known.license ?? known.use ?? 'no license of its own'}`,
              source: known.source,
              seenOn: known.seenOn,
            },
          ]
        : []),
      ...(tuning
        ? [
            {
              fact: `${tuning.id}: ${tuning.checked.join(', ')}, where its host says ${tuning.host ?? 'nothing'}`,
              source: knowledge.tuningSets.source,
              seenOn: knowledge.tuningSets.seenOn,
            },
          ]
        : []),
    ],
  }
}

const opennessRank = ({ class: id }: GivenLicense) => (id === 'unknown' ? 0 : LICENSE_CLASSES.indexOf(id))

/** A use that a person found to be limited, where no license says so by its name. */
function limited(use?: TuningSet['use']): GivenLicense[] {
  return use === 'non-commercial' || use === 'academic-only'
    ? [{ id: `LicenseRef-${use}`, class: 'non-commercial' }]
    : []
}

function given(words: string, knowledge: Knowledge): GivenLicense {
  const found = resolveId(words, null, knowledge) ?? resolveName(words, knowledge)
  if (found) return { id: found.id, class: found.class }
  if (/^(?:unspecified|no license|none)$/i.test(words)) return { id: 'NONE', class: 'none' }
  const id = `LicenseRef-${words.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 60)}`
  if (/non.?commercial|academic|research/i.test(words)) return { id, class: 'non-commercial' }
  return {
    id,
    class: /\b(?:openai|anthropic|request|agreement|community)\b/i.test(words) ? 'community-restricted' : 'unknown',
  }
}

/** more sets than this are counted, not shown one by one */
const MOST_SHOWN = 60

/** The training data by stage, each set with where it is and under which license, as the report shows it. */
export function dataShown(found: DataFound, knowledge: Knowledge): DataShown[] {
  return found.stages.map(({ stage, rung, sources, cited }) => ({
    stage,
    ladder: rung,
    sources: sources.slice(0, MOST_SHOWN).map(source => sourceShown(source, knowledge)),
    more: Math.max(0, sources.length - MOST_SHOWN),
    cited: [...cited],
  }))
}

function sourceShown(source: DataSource, knowledge: Knowledge): SourceShown {
  const { declared, checked, concluded, facts } = rightsOfSource(source, knowledge)
  const where = source.where ?? source.known?.where
  return {
    name: source.name,
    ladder: source.rung,
    ...(where ? { where } : {}),
    declared,
    checked: [...checked],
    concluded,
    contents: source.known?.contents ?? 'unknown',
    obtainable: source.known?.obtainable ?? 'unknown',
    cited: [...source.cited, ...facts],
  }
}
