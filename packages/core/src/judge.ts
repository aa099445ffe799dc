import { suggestAlternatives } from './alternatives/index.ts'
import { releaseClaims, wordingOf } from './claims/index.ts'
import { aboutRelease } from './evidence/about.ts'
import { gather } from './evidence/index.ts'
import { headingOf } from './evidence/publisher/identity.ts'
import { evaluate } from './frameworks/index.ts'
import type { Known } from './licenses/known.ts'
import { obligationsOf } from './licenses/obligations.ts'
import { findBases } from './lineage/bases.ts'
import type { JudgedRelease } from './questions/index.ts'
import { type Settled, settle } from './questions/settle.ts'
import { answeredClaims, correctionsOf, withCorrections } from './readings/corrections.ts'
import { signoffNotes } from './readings/signed.ts'
import { calledOf } from './release/origin.ts'
import type { LinkedPlace, Release } from './release/release.ts'
import { englishFirst } from './report/cited-first.ts'
import type { Report } from './report/report.ts'
import { dataShown } from './terms/data.ts'
import { withElsewhere } from './terms/elsewhere.ts'
import { concludeLicensing, licenseKey, type ModelRights } from './terms/index.ts'
import { answersOf, rightsOf } from './uses/answers.ts'
import { assessUses, type Bound } from './uses/assess.ts'
import { NO_SIZES } from './uses/effects.ts'
import type { StatedUse } from './uses/stated.ts'
import { laterTerms, withFacts } from './uses/terms.ts'
import { collectFindings, decide, findOddFigures } from './verdict/index.ts'

/**
 * Judges a release that has been read, with what others read of it: all of the pipeline that runs in a browser too.
 * The same release, knowledge and day give the same report; the day is the one it was read on, else today.
 */
export const judge = (given: Release, known: Known, on?: string, use?: StatedUse | null): Report =>
  settled(given, known, on, use).report

/** The same, with the questions that are open and what came of the readings. */
export const settled = (
  given: Release,
  known: Known,
  on = given.readOn ?? today(),
  use: StatedUse | null = null,
  framework: string | null = null,
): Settled =>
  settle(
    withCorrections(given, known.knowledge.corrections),
    known,
    (release, knowing) => judgeAlone(release, knowing, on, use),
    framework,
  )

/** Judges by itself what was read: all of the pipeline but what others are asked. */
function judgeAlone(given: Release, known: Known, on: string, use: StatedUse | null): JudgedRelease {
  const { knowledge } = known
  const findings = collectFindings()
  const evidence = gather(given, knowledge, known.answers)
  const { release } = evidence
  const heading = headingOf(given, evidence)
  const about = aboutRelease(evidence)
  const bases = findBases(evidence, knowledge)
  const { judged: own, notes } = concludeLicensing(evidence, bases, known)
  const elsewhere = (release.linked ?? []).map(place => {
    const there = gather(place.release, knowledge)
    return { ...place, judged: concludeLicensing(there, findBases(there, knowledge), known).judged }
  })
  const judged = withElsewhere(own, elsewhere)
  const data = dataShown(evidence.data, knowledge)
  const later = laterTerms(judged.readings, on, knowledge)
  const rows = (model: ModelRights) => evaluate(judged, model, TERMS_FRAMEWORK)[0]?.requirements ?? []
  const verdict = decide(judged, rows, findings)
  const figures = findOddFigures(evidence, knowledge, findings)
  // the frameworks are shown for the model whose term is the release's
  const shown = judged.models.find((_, index) => verdict.models[index]?.term.id === verdict.term.id) ?? judged.models[0]
  // what people signed off may be of any of the models
  const signed = release.signoffs ? judged.models : []
  const evaluations = new Map([...(shown ? [shown] : []), ...signed].map(model => [model, evaluate(judged, model)]))
  // of weights that are not offered nothing can be done
  const offered = judged.models.flatMap((rights, at) => {
    const model = verdict.models[at]
    return model && model.term.id !== 'closed-ai' ? [{ rights, floor: model.term.floor }] : []
  })
  const answers = answersOf(offered, use ?? NO_SIZES, knowledge)
  const bindingOf = (rights: ModelRights) => rightsOf(rights, knowledge).known.map(({ license }) => license)
  // no stated size changes how a claim is judged
  const { uses } = use ? answersOf(offered, NO_SIZES, knowledge) : answers
  const binding = offered.flatMap(({ rights }) => bindingOf(rights).flatMap(({ clauses }) => clauses))
  const keys = judged.readings.map(({ license }) => licenseKey(license))
  const boundBy = (rights: ModelRights) => {
    const own = new Set(bindingOf(rights).map(licenseKey))
    return keys.flatMap((key, at) => (own.has(key) ? [at] : []))
  }
  const boundOf = (rights: ModelRights): Bound => ({
    name: rights.name,
    licenses: bindingOf(rights),
    rows: answers.uses.filter(({ model }) => model === rights.name),
  })
  const othersThan = (one: ModelRights) => offered.flatMap(({ rights }) => (rights === one ? [] : [rights]))
  const facts = {
    name: calledOf(release),
    term: verdict.term,
    models: verdict.models.map((model, at) => {
      const rights = judged.models[at]
      return { ...model, ...(rights ? { licenses: boundBy(rights) } : {}) }
    }),
    components: judged.components.map(({ found, licensing, cited }) => ({
      id: found.id,
      presence: found.presence,
      ...(found.ladder ? { ladder: found.ladder } : {}),
      ...(found.id === 'datasets' ? { data } : {}),
      ...(found.partly ? { partly: found.partly } : {}),
      licensing,
      cited: [...cited],
    })),
    licenses: judged.readings.map(reading => withFacts(reading, knowledge)),
    evaluations: (shown && evaluations.get(shown)) ?? [],
    uses,
  }
  const alternatives = suggestAlternatives(evidence, facts, knowledge, use, shown ? bindingOf(shown) : [])
  const said = releaseClaims(evidence, facts, findings, knowledge)
  const wording = wordingOf(evidence.documents, { ...facts, name: heading.name }, judged.lineage, knowledge)
  const corrections = correctionsOf(release, knowledge.corrections)
  const report: Report = {
    schemaVersion: 1,
    unwash: { version: known.version, knowledge: knowledge.version },
    readAsOf: on,
    release: {
      ...heading,
      source: release.source,
      revision: release.revision,
      places: [release.place, ...(release.linked ?? []).map(linked => linked.release.place)],
      complete: release.complete,
    },
    ...(about ? { about } : {}),
    term: facts.term,
    models: facts.models,
    findings: [...findings.all],
    components: facts.components,
    licenses: facts.licenses,
    ...(judged.unread.length > 0 ? { unread: [...judged.unread] } : {}),
    evaluations: facts.evaluations,
    claims: answeredClaims(said.claims, findings.all, corrections),
    wording,
    lineage: [...judged.lineage, ...(judged.beside ?? [])],
    // terms of weights that are not offered contradict nothing; those of the whole may
    conflicts: [...(verdict.models.length > 0 ? judged.conflicts : judged.conflictsOfWhole)],
    obligations: [...obligationsOf(binding, knowledge)],
    uses: answers.uses,
    ...(answers.doubts.length > 0 ? { doubts: answers.doubts } : {}),
    ...(use && shown ? { use: assessUses(use, boundOf(shown), othersThan(shown).map(boundOf), knowledge) } : {}),
    alternatives,
    corrections,
    notes: [
      ...release.notes,
      ...(release.linked ?? []).map(readToo),
      ...evidence.notes,
      ...later,
      ...notes,
      ...figures,
      ...signoffNotes(release, judged.models, [...evaluations.values()]),
      ...said.notes,
    ],
  }
  return { report: englishFirst(report), judged }
}

/** A place that was read as a part of the release, at which revision. */
const readToo = ({ release }: LinkedPlace): Report['notes'][number] => ({
  says: `read as part of it: ${release.place}${release.revision ? ` at ${release.revision.slice(0, 12)}` : ''}`,
})

/** The day, ISO. */
export const today = () => new Date().toISOString().slice(0, 10)

/** the framework whose rows the honest terms rest on */
const TERMS_FRAMEWORK = 'g7-2026'
