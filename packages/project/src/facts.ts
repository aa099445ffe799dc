import { suggestByName } from '@unwash/core/alternatives/index'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { readDeclared } from '@unwash/core/licenses/declared'
import type { Known } from '@unwash/core/licenses/known'
import { obligationsOf } from '@unwash/core/licenses/obligations'
import type { LicenseReading } from '@unwash/core/licenses/reading'
import { resolveId } from '@unwash/core/names/index'
import { citeModel, findModel, isRemembered } from '@unwash/core/names/models'
import type { Release } from '@unwash/core/release/release'
import type { AuditedFrom } from '@unwash/core/report/project'
import type { Cited, Component, Report, Term } from '@unwash/core/report/report'
import type { TermId } from '@unwash/core/report/vocabulary'
import { answersOf, type Judged } from '@unwash/core/uses/answers'
import { assessUse } from '@unwash/core/uses/assess'
import { NO_SIZES } from '@unwash/core/uses/effects'
import type { StatedUse } from '@unwash/core/uses/stated'
import { clauseFacets } from '@unwash/core/verdict/facets'
import { collectFindings, type Findings } from '@unwash/core/verdict/findings'
import { judgeLicenses } from '@unwash/core/verdict/license-term'

/** A license that a project is under by its own word: a text at its root, or its manifest. */
export interface OwnLicense {
  readonly reading: LicenseReading
  readonly via: 'text' | 'manifest'
  readonly cited: Cited
}

/** What is used: its kind, its name, and where the name is looked up. */
export interface UsedName {
  readonly of: 'model' | 'dataset'
  readonly id: string
  readonly host: string
  readonly cited: Cited
}

/** An audit of something that is used: a report, what it rests on, and what would tell more. */
export interface Audited {
  readonly report: Report
  readonly from: AuditedFrom
  readonly says: string
  readonly toDo: string | null
  /** SHA-256 of the license text, where one was read */
  readonly textHash: string | null
  /** what was read, where anything was */
  readonly release?: Release
}

/** Audits by the bundled knowledge alone: nothing of the release is looked at, and the report says so. */
export function auditFromFacts(used: UsedName, known: Known, on: string, use: StatedUse | null = null): Audited {
  const { knowledge } = known
  const findings = collectFindings()
  const answer = answerOf(used, knowledge, findings)
  const term: Term = {
    id: answer.floor,
    label: knowledge.terms.get(answer.floor)?.label ?? answer.floor,
    aliases: [...(knowledge.terms.get(answer.floor)?.aliases ?? [])],
    facets: clauseFacets(answer.readings, knowledge),
    floor: answer.floor,
    ceiling: answer.ceiling,
    review: [],
    because: [...answer.because],
    toMoveUp: [],
  }
  const [publisher, name] = used.id.includes('/')
    ? [used.id.split('/')[0] ?? null, used.id.split('/').slice(1).join('/')]
    : [null, used.id]
  const { uses, doubts } = answersOf(rightsBy(answer, used), use ?? NO_SIZES, knowledge)
  const licenses = answer.readings.map(({ license }) => ({ ...license, covers: ['weights' as const] }))
  // what it may be beyond what is proven is not known
  const than = answer.floor === 'undetermined' ? null : { id: answer.floor, ceiling: answer.floor }
  const report: Report = {
    schemaVersion: 1,
    unwash: { version: known.version, knowledge: knowledge.version },
    readAsOf: on,
    release: { name, publisher, source: 'facts', revision: null, places: [used.id], complete: false },
    term,
    models: [{ name: used.id, places: [used.id], term }],
    findings: [...findings.all],
    components: [...(answer.floor === 'closed-ai' ? [notGiven(used)] : [])],
    licenses,
    evaluations: [],
    claims: [],
    lineage: [],
    conflicts: [],
    obligations: [
      ...obligationsOf(
        answer.readings.flatMap(({ license }) => license.clauses),
        knowledge,
      ),
    ],
    uses,
    ...(doubts.length > 0 ? { doubts } : {}),
    ...(use ? { use: assessUse(use, licenses, uses, knowledge) } : {}),
    alternatives: used.of === 'model' ? suggestByName(used, than, knowledge, use, licenses) : [],
    corrections: [],
    notes: [{ says: 'From facts of the bundled knowledge alone: the release itself was not read' }],
  }
  return { report, from: answer.from, says: answer.says, toDo: answer.toDo, textHash: null }
}

/** What binds by facts alone: the terms of a base, by a name, are not all that may bind what is made of it. */
const rightsBy = ({ readings, derived, floor }: FactAnswer, { id, cited }: UsedName): Judged[] =>
  readings.length === 0
    ? []
    : [
        {
          floor,
          rights: {
            name: id,
            places: [id],
            floor: readings,
            ceiling: readings,
            reach: derived ? 'presumed' : 'stated',
            bound: readings.map(reading => ({ reading, base: null, cited })),
            cited,
          },
        },
      ]

const notGiven = ({ cited }: UsedName): Component => ({
  id: 'weights',
  presence: 'absent',
  licensing: { declared: 'NONE', detected: 'NONE', concluded: 'NONE' },
  cited: [...cited],
})

interface FactAnswer {
  readonly from: 'facts' | 'none'
  readonly floor: TermId
  readonly ceiling: TermId
  readonly because: readonly string[]
  readonly readings: readonly LicenseReading[]
  /** by its name it starts from what the facts are of */
  readonly derived?: true
  readonly says: string
  readonly toDo: string | null
}

function answerOf(used: UsedName, knowledge: Knowledge, findings: Findings): FactAnswer {
  const { id, host, of } = used
  if (host === 'hosted') {
    const says = 'A service runs it under this name: no weights are given to the project, and its terms of service bind'
    const because = [findings.add('service', says, used.cited, 'loading its weights from a release')]
    return {
      from: 'facts',
      floor: 'closed-ai',
      ceiling: 'closed-ai',
      because,
      readings: [],
      says,
      toDo: 'Read the terms of the service',
    }
  }
  if (host === 'path')
    return unknown('Its files are at a path, and not looked at', `Give the folder: unwash ${id}`, used, findings)
  const found = of === 'model' ? findModel(knowledge, id) : null
  const license = found?.version.license ? resolveId(found.version.license, null, knowledge) : null
  if (!found || !license)
    return unknown(
      found
        ? `The bundled knowledge has no license of ${found.version.name}`
        : 'The bundled knowledge has nothing on it',
      'Run again with --online, or where its files are in the local cache',
      used,
      findings,
    )
  const { version } = found
  const fact = citeModel(found, `${version.name}: ${license.name}`)
  if (isRemembered(found))
    return unknown(
      `As remembered, with no source to open, ${version.name} is under ${license.name}`,
      'Run again with --online, or where its files are in the local cache',
      used,
      findings,
    )
  const reading = readDeclared(license, [fact], knowledge)
  const derived = !found.own && id.includes('/')
  if (derived) {
    // a base restricts what is made of it, and grants nothing for it
    const restricts = reading.openness === 'restricted'
    const says =
      `By its name it starts from ${version.name}, which is under ${license.name}; ` +
      'its own license was not looked at'
    const because = [findings.add('base-by-name', says, [fact, ...used.cited], 'the release itself')]
    const floor = restricts ? 'weights-available-ai' : 'undetermined'
    const ceiling = restricts ? 'weights-available-ai' : 'open-weights-ai'
    return {
      from: 'facts',
      floor,
      ceiling,
      because,
      readings: restricts ? [reading] : [],
      derived: true,
      says,
      toDo: 'Read the release: its own license is not known here',
    }
  }
  const judged = judgeLicenses(
    {
      name: version.name,
      places: [id],
      floor: [reading],
      ceiling: [reading],
      reach: 'stated',
      bound: [{ reading, base: null, cited: [fact] }],
      cited: [fact],
    },
    [],
    findings,
    knowledge,
  )
  const ceiling = judged.ceiling === 'open-weights-ai' ? 'open-source-ai-with-open-data' : judged.ceiling
  const says = `${version.name} is under ${license.name}, by a fact of ${fact.seenOn}`
  return { from: 'facts', floor: judged.floor, ceiling, because: judged.because, readings: [reading], says, toDo: null }
}

function unknown(says: string, toDo: string, used: UsedName, findings: Findings): FactAnswer {
  const because = [findings.add('not-looked-at', says, used.cited, 'the release itself')]
  return {
    from: 'none',
    floor: 'undetermined',
    ceiling: 'open-source-ai-with-open-data',
    because,
    readings: [],
    says,
    toDo,
  }
}
