import { computeWords } from '../evidence/compute/index.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { calledOf } from '../release/origin.ts'
import type { Model, Note, Requirement, Term } from '../report/report.ts'
import { BASES, type Basis, type LicenseClass, TERMS, type TermId } from '../report/vocabulary.ts'
import type { Case, ModelRights } from '../terms/index.ts'
import { facetsOf } from './facets.ts'
import type { Findings } from './findings.ts'
import { judgeLicenses } from './license-term.ts'
import { whatIsOffered } from './offer.ts'
import { earnedCeiling, judgeSource } from './source-term.ts'

/**
 * Figures of compute that cannot be what they are said to be: each a finding with its line, and a note, since they were
 * left out.
 */
export function findOddFigures(evidence: Evidence, knowledge: Knowledge, findings: Findings): readonly Note[] {
  return computeWords(evidence, knowledge).oddities.map(({ says, cited }) => {
    findings.add('figure-unit', says, [cited], 'the figure with the unit it is counted in')
    if (!('path' in cited)) return { says }
    return { says: 'line' in cited ? `line ${cited.line}: ${says}` : says, path: cited.path }
  })
}

export { collectFindings, type Findings } from './findings.ts'

/** The term of each model and of the release, decided by the rules in their order. */
interface Verdict {
  readonly term: Term
  readonly models: readonly Model[]
}

/**
 * Decides the honest term of every model; the release's own is the least open of them. `rowsOf` gives the rows of the
 * G7 terms for a model.
 */
export function decide(
  judged: Case,
  rowsOf: (model: ModelRights) => readonly Requirement[],
  findings: Findings,
): Verdict {
  const offered = whatIsOffered(judged.evidence)
  const offer = findings.add('offer', offered.says, [offered.cited], offered.wouldChange)
  if (offered.term) {
    const ceiling = offered.term === 'undetermined' ? earnedCeiling(judged) : offered.term
    const term = termOf(judged, {
      floor: offered.term,
      ceiling,
      because: [offer],
      review: [],
      toMoveUp: toOffer(offered.term),
      facets: [],
      classes: [],
    })
    return {
      term,
      models:
        offered.term === 'no-model'
          ? []
          : [{ name: calledOf(judged.evidence.release), places: [judged.evidence.release.place], term }],
    }
  }
  const models = judged.models.map(model => ({
    name: model.name,
    places: [...model.places],
    ...(model.alone ? { alone: true } : {}),
    term: decideModel(judged, model, rowsOf(model), offer, findings),
  }))
  const terms = models.map(model => model.term)
  return {
    term:
      leastOpen(terms) ??
      termOf(judged, {
        floor: 'undetermined',
        ceiling: 'undetermined',
        because: [offer],
        review: [],
        toMoveUp: [],
        facets: [],
        classes: [],
      }),
    models,
  }
}

const toOffer = (term: TermId) =>
  term === 'closed-ai' ? ['Release the weights'] : term === 'undetermined' ? ['Say where the weights are'] : []

function decideModel(
  judged: Case,
  model: ModelRights,
  rows: readonly Requirement[],
  offer: string,
  findings: Findings,
): Term {
  const license = judgeLicenses(model, rows, findings, judged.knowledge)
  const facets = facetsOf(judged, model)
  const classes = model.floor.map(reading => reading.license.class)
  const basis = BASES.find(one => one === model.reach)
  if (license.ceiling !== 'open-weights-ai')
    return termOf(judged, { ...license, basis, because: [...license.because, offer], facets, classes })
  const source = judgeSource(judged, rows, findings)
  const concluded = license.floor === 'open-weights-ai' ? source.floor : license.floor
  return termOf(judged, {
    id: concluded,
    // nothing is proven open by a text that does not say that it is for the weights
    floor: basis === 'presumed' && concluded !== 'weights-available-ai' ? 'undetermined' : concluded,
    basis,
    ceiling: source.ceiling,
    because: [...license.because, ...source.because, offer],
    review: [...license.review, ...source.review],
    signedOff: [...license.signedOff, ...source.signedOff],
    toMoveUp: license.toMoveUp.length > 0 ? license.toMoveUp : source.toMoveUp,
    facets,
    classes,
  })
}

interface Decided {
  /** what is concluded, where it is not what is proven */
  readonly id?: TermId
  readonly floor: TermId
  readonly ceiling: TermId
  readonly because: readonly string[]
  readonly review: readonly string[]
  readonly toMoveUp: readonly string[]
  readonly signedOff?: readonly string[]
  readonly basis?: Basis | undefined
  readonly facets: readonly string[]
  /** classes of the licenses that bind the weights */
  readonly classes: readonly LicenseClass[]
}

function termOf(judged: Case, decided: Decided): Term {
  const { id = decided.floor, basis } = decided
  const words = judged.knowledge.terms.get(id)
  return {
    id,
    label: words?.label ?? id,
    aliases: words
      ? [
          ...words.aliases,
          ...words.aliasesByClass
            .filter(alias => alias.classes.some(id => decided.classes.includes(id)))
            .map(alias => alias.word),
        ]
      : [],
    facets: [...decided.facets],
    floor: decided.floor,
    ceiling: decided.ceiling,
    review: [...new Set(decided.review)],
    because: [...new Set(decided.because)],
    toMoveUp: [...decided.toMoveUp],
    ...(basis ? { basis } : {}),
    ...(decided.signedOff?.length ? { signedOff: [...decided.signedOff] } : {}),
  }
}

/** The least open term; one that could not be determined does not hide a proven restriction of another model. */
function leastOpen(terms: readonly Term[]): Term | undefined {
  const proven = terms.filter(term => term.id !== 'undetermined')
  const rank = ({ id, floor }: Term) => TERMS.indexOf(id) * TERMS.length + TERMS.indexOf(floor)
  const least = [...proven].sort((one, other) => rank(other) - rank(one))[0]
  const open = !least || TERMS.indexOf(least.id) < TERMS.indexOf('weights-available-ai')
  return open ? (terms.find(term => term.id === 'undetermined') ?? least) : least
}
