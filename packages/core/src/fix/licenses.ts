import { licensesOf, ownLicensesOf } from '../claims/facts.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { License, Report } from '../report/report.ts'
import type { ComponentId } from '../report/vocabulary.ts'
import type { Edits } from './edits.ts'

/** The text of a license on the SPDX list by its id, or null. */
export type TextOf = (spdx: string) => string | null

/** ways to stand to a base that leave open which license what was made from it can have */
const UNSETTLED: ReadonlySet<string> = new Set(['wider', 'missing', 'incompatible', 'unknown'])

/** A license's text by the SPDX list, and whether it has a place for a year or a name. */
export interface SpdxText {
  readonly spdx: string
  readonly content: string
  readonly blank: boolean
}

const BLANK = /<year>|<copyright holders?>|\[yyyy\]|\[fullname\]|<owner>|<name of author>/i

/** Adds the texts of licenses that are named and not here; returns what is left for the publisher to do. */
export function addLicenses(report: Report, knowledge: Knowledge, textOf: TextOf, edits: Edits): string[] {
  const wider = report.lineage.find(step => UNSETTLED.has(step.stands))
  if (wider) {
    const why = wider.stands === 'unknown' ? 'whether they fit is not known' : 'they do not fit'
    return [`no license text is added to terms that stand on those of ${wider.model}: ${why}; settle that first`]
  }
  const facts = { ...report, name: report.release.name }
  const named = (id: ComponentId) => licensesOf(facts, id).filter(license => isMissing(license, report, id))
  const own = ownLicensesOf(facts)
  const weights = named('weights').filter(license => own.includes(license))
  const code = (['inference-code', 'training-code'] as const).flatMap(named)
  const data = named('datasets')
  const left: string[] = []
  for (const license of new Set([...weights, ...code, ...data])) {
    const text = license.id === null ? null : spdxTextOf(license.id, knowledge, textOf)
    const name = license.name ?? license.id
    if (text === null) {
      left.push(`the text of ${name} is not here, and it is not on the SPDX list: add it`)
      continue
    }
    const path = pathFor(weights.includes(license), code.includes(license), code.length > 0, edits)
    edits.add(path, text.content)
    if (text.blank) left.push(`${path}: fill in the year and who holds the copyright`)
  }
  return left
}

/** the lines to be filled in stand at the top; those further down say how to use the license */
const BLANK_LOOKED_AT = 400

/** Declared for what is offered here, with no text of it. */
function isMissing(license: License, report: Report, id: ComponentId): boolean {
  const component = report.components.find(one => one.id === id)
  const declared = component?.licensing.declared.split(' AND ') ?? []
  return (
    component?.presence === 'released' &&
    license.text === null &&
    license.id !== null &&
    declared.includes(license.id) &&
    !report.licenses.some(other => other.id === license.id && other.text !== null)
  )
}

/** The text of a license that is on the SPDX list. */
export function spdxTextOf(id: string, knowledge: Knowledge, textOf: TextOf): SpdxText | null {
  const spdx = spdxOf(id, knowledge)
  const text = spdx === null ? null : textOf(spdx)
  if (spdx === null || text === null) return null
  return { spdx, content: `${text.trimEnd()}\n`, blank: BLANK.test(text.slice(0, BLANK_LOOKED_AT)) }
}

/** The one SPDX id of a license: of a family, or of twins, which one is meant is not known. */
function spdxOf(id: string, { licenses, spdx }: Knowledge): string | null {
  const known = licenses.get(id)
  if (!known) return spdx.has(id) ? id : null
  return known.spdx.length === 1 && !known.family ? (known.spdx[0] ?? null) : null
}

/** The usual name, unless that would put more under the license than was said. */
function pathFor(ofWeights: boolean, ofCode: boolean, codeApart: boolean, edits: Edits): string {
  const taken = edits.has(/^(?:licen[cs]e|copying)(?:\.(?:md|txt|rst))?$/i)
  if (ofWeights) return taken || (codeApart && !ofCode) ? 'LICENSE-MODEL' : 'LICENSE'
  return ofCode ? 'LICENSE-CODE' : 'LICENSE-DATA'
}
