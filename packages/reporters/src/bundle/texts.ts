import { legalFiles } from '@unwash/core/evidence/legal/index'
import type { SpdxText } from '@unwash/core/fix/licenses'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Known } from '@unwash/core/licenses/known'
import { resolveId } from '@unwash/core/names/index'
import { type Release, textIn } from '@unwash/core/release/release'
import type { License, Report } from '@unwash/core/report/report'
import type { Purpose } from './purpose.ts'

/** All that a file of the bundle is made from. */
export interface Carried {
  readonly report: Report
  readonly knowledge: Known['knowledge']
  readonly purpose: Purpose
  /** what the model is called */
  readonly name: string
  /** where it can be had; null where only this machine has it */
  readonly from: string | null
  readonly terms: readonly Terms[]
  /** a text of the release by its path, and the place where there are several */
  textOf(path: string, place?: string): string | null
}

/** A license that binds some of it, and what the bundle has of it. */
export interface Terms {
  readonly license: Report['licenses'][number]
  readonly name: string
  /** where its text is published; null where nobody knows */
  readonly url: string | null
  /** its text in the bundle, or several that it is made of; empty where none is had */
  readonly files: readonly string[]
  /** policies in the bundle that it incorporates */
  readonly policies: readonly string[]
  /** of a model that it starts from */
  readonly base: string | null
}

/** A file of the bundle. */
export interface CarriedText {
  readonly path: string
  readonly content: string
}

/** The texts that go with a model. */
interface BundledTexts {
  readonly files: readonly CarriedText[]
  /** of these, the notices of the release */
  readonly notices: readonly CarriedText[]
  readonly terms: readonly Terms[]
  readonly missing: readonly string[]
  textOf(path: string, place?: string): string | null
}

type Standard = (id: string) => SpdxText | null

/**
 * The legal texts of a release as they are, those it only names by the SPDX list, and where to get the others. A text
 * that is not whole is not carried, and told.
 */
export function carryTexts(
  release: Release | null,
  report: Report,
  knowledge: Knowledge,
  standard: Standard,
): BundledTexts {
  const shelf = shelfOf(release, standard)
  const { carry, missing, textOf } = shelf
  const legal = release ? legalFiles(release, knowledge.legalFiles).filter(({ within }) => !within) : []
  const notices = legal.flatMap(({ path, role }) => {
    const carried = carry(path)
    return carried && role === 'notice' ? [carried] : []
  })
  for (const { path, says } of report.unread ?? [])
    if (!legal.some(one => one.path === path)) missing.add(`${path} ${says}: look whether it has terms to pass on`)
  // a name that no list has is that of the text beside it
  const hasText = legal.some(({ path, role }) => role === 'license' && textOf(path) !== null)
  const terms = once(report.licenses.filter(({ covers }) => covers.length > 0)).map((license): Terms => {
    const name = license.name ?? license.id ?? 'terms without a name'
    const url = urlOf(license, knowledge)
    const files = filesOf(license, report, knowledge, shelf)
    if (files.includes(null) && !(license.id === null && hasText)) {
      const get = url ? `get it at ${url}` : 'ask its publisher for it'
      missing.add(`the text of ${name} is not in the release: ${get}`)
    }
    return {
      license,
      name,
      url,
      files: files.flatMap(file => file?.path ?? []),
      policies: (license.readWith ?? []).flatMap(path => carry(path, license.text?.place)?.path ?? []),
      base: report.lineage.find(step => step.license === license.id)?.model ?? null,
    }
  })
  return { files: shelf.files(), notices, terms, missing: [...missing], textOf }
}

/** A license by its text and by its name is one, with all that it covers and asks. */
function once(licenses: readonly License[]): License[] {
  const merged = new Map<string, License>()
  for (const license of licenses) {
    const key = license.name ?? license.id ?? JSON.stringify(license.text)
    const same = merged.get(key)
    const [first, other] = same?.text === null ? [license, same] : [same ?? license, license]
    const more = other.clauses.filter(({ kind }) => !first.clauses.some(one => one.kind === kind))
    const covers = [...new Set([...first.covers, ...other.covers])]
    merged.set(key, { ...first, id: first.id ?? other.id, covers, clauses: [...first.clauses, ...more] })
  }
  return [...merged.values()]
}

/** The text of a license, or the file of a sentence that is terms, or standard texts; null for one not to be had. */
function filesOf({ id, text, cited }: License, report: Report, knowledge: Knowledge, { carry, standard }: Shelf) {
  const given = text ?? report.licenses.find(one => id !== null && one.id === id && one.text !== null)?.text
  const said = id === null ? cited.find(one => 'quote' in one) : undefined
  const at = given ?? said
  if (at) return [carry(at.path, at.place)]
  const ids = id === null ? [] : partsOf(id, knowledge)
  return ids.length === 0 ? [null] : ids.map(standard)
}

/** What an expression is made of. */
const partsOf = (id: string, knowledge: Knowledge): string[] =>
  resolveId(id, null, knowledge)?.compound?.parts.flatMap(part => part.id ?? []) ?? [id]

function urlOf({ id }: License, { licenses, spdx }: Knowledge): string | null {
  const known = id === null ? undefined : licenses.get(id)
  const listed = known?.spdx[0] ?? (id !== null && spdx.has(id) ? id : undefined)
  if (listed !== undefined) return `https://spdx.org/licenses/${listed}.html`
  return known?.links[0] === undefined ? null : `https://${known.links[0]}`
}

/** What is taken from a release and from the SPDX list, each once, and what is not there. */
interface Shelf {
  carry(path: string, place?: string): CarriedText | null
  standard(id: string): CarriedText | null
  textOf(path: string, place?: string): string | null
  files(): readonly CarriedText[]
  readonly missing: Set<string>
}

function shelfOf(release: Release | null, spdxText: Standard): Shelf {
  const files = new Map<string, CarriedText>()
  const missing = new Set<string>()
  const taken = new Set<string>()
  const add = (key: string, name: string, content: string) => {
    const file = { path: freeName(name, taken), content }
    files.set(key, file)
    return file
  }
  const textOf = (path: string, place?: string) => {
    const text = release && textIn(release, path, place)
    return text && !text.truncated ? text.content : null
  }
  return {
    missing,
    files: () => [...files.values()],
    textOf,
    carry(path, place) {
      const key = `${place ?? ''} ${path}`
      const content = textOf(path, place)
      if (content === null) missing.add(`${path} was not wholly read: copy it from the release`)
      return content === null ? null : (files.get(key) ?? add(key, path, content))
    },
    standard(id) {
      const found = spdxText(id)
      if (found === null || files.has(found.spdx)) return found && (files.get(found.spdx) ?? null)
      const file = add(found.spdx, `${found.spdx}.txt`, found.content)
      if (found.blank)
        missing.add(`${file.path} has a place for the year and the holder of the copyright, which no file fills`)
      return file
    },
  }
}

/** a path's end tells more than its beginning */
const LONGEST_PATH = 100

/** A name in the bundle's folder of texts that is free: nothing of a foreign path leads out of it. */
function freeName(path: string, taken: Set<string>): string {
  const plain = path
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(-LONGEST_PATH)
    .replace(/^[.-]+/, '')
  for (let count = 1; ; count++) {
    const name = `licenses/${count === 1 ? '' : `${count}-`}${plain || 'text'}`
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
