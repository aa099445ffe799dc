import { citeLines } from '../../../documents/cite.ts'
import { cite } from '../../../evidence/index.ts'
import type { LegalFile } from '../../../evidence/legal/index.ts'
import { depth, fileName, folder, isOfOthers } from '../../../evidence/paths.ts'
import { isCopied } from '../../../knowledge/addresses.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { isAmongOthers } from '../../../knowledge/legal-names.ts'
import type { PackageFile } from '../../../knowledge/packages.ts'
import type { Known } from '../../../licenses/known.ts'
import { placeholderOf, resolveName } from '../../../names/index.ts'
import type { Text } from '../../../release/release.ts'
import { type Statement, state } from '../statement.ts'
import { takenByValue } from '../taken.ts'
import { type Field, fieldsOf } from './fields.ts'

/** further down lie parts of parts */
const DEEPEST_PART = 2
/** more packages than this are a collection of others' */
const MOST_PACKAGES = 20
/** larger than any file that describes a package */
const LARGEST_FILE = 200_000

/**
 * What packages say to the tools of their language: under which license the code is, and never the weights. One below
 * the root speaks of its folder, which nobody may know to be the release's own.
 */
export function packageStatements(
  texts: ReadonlyMap<string, Text>,
  legal: readonly LegalFile[],
  known: Known,
): Statement[] {
  const { knowledge } = known
  const kinds = new Map(knowledge.packages.packages.map(kind => [kind.name, kind]))
  return [...texts.values()]
    .filter(
      ({ path, content }) => depth(path) <= DEEPEST_PART && content.length <= LARGEST_FILE && !isApart(path, knowledge),
    )
    .flatMap(text => {
      const kind = kinds.get(fileName(text.path).toLowerCase())
      return kind ? [{ text, kind }] : []
    })
    .slice(0, MOST_PACKAGES)
    .flatMap(({ text, kind }) => statementsIn(text, kind, legal, known))
}

/** Whether a package lies where others' work is kept, or where it is shown how to make one. */
const isApart = (path: string, knowledge: Knowledge): boolean =>
  isOfOthers(path) ||
  isAmongOthers(path, knowledge.legalFiles) ||
  folder(path)
    .split('/')
    .some(part => isCopied(knowledge.hosts, part))

function statementsIn(text: Text, kind: PackageFile, legal: readonly LegalFile[], known: Known): Statement[] {
  const fields = fieldsOf(text, kind)
  const { ofData } = kind
  const about =
    ofData && fields.some(({ key, value }) => key === ofData.key && value === ofData.value) ? 'data' : 'code'
  const via = depth(text.path) === 0 ? 'package' : 'subpackage'
  const lines = text.content.split('\n')
  return fields.flatMap((field): Statement[] => {
    const says =
      kind.names.includes(field.key) || kind.files.includes(field.key)
        ? meaningOf(field, folder(text.path), kind, legal, known)
        : null
    if (says === null) return []
    return [state({ about: [about], via, ...says, cited: cite(citeLines(text.path, lines, field.line)) })]
  })
}

/** a classifier of PyPI: its last part is the name */
const CLASSIFIER = /^License\s?::/

type Meaning = Pick<Statement, 'spelled'> & Partial<Pick<Statement, 'license' | 'path' | 'restricts'>>

/**
 * What a value says: a license, a text of the release, or words that restrict. A name that nobody knows says nothing.
 */
function meaningOf(
  { key, value }: Field,
  place: string,
  kind: PackageFile,
  legal: readonly LegalFile[],
  known: Known,
): Meaning | null {
  const fileAt = (name: string) => {
    const path = [...(place === '' ? [] : [place]), name.replace(/^\.\//, '')].join('/')
    return legal.find(file => file.path === path && file.role === 'license')?.path
  }
  // "SEE LICENSE IN LICENSE.txt"
  const path = (kind.files.includes(key) ? [value] : value.split(/[\s:,;]+/)).flatMap(name => fileAt(name) ?? [])[0]
  if (kind.files.includes(key)) return path ? { path, spelled: value } : null
  const classified = CLASSIFIER.test(value)
  if (key.endsWith('classifiers') && !classified) return null
  const spelled = classified ? (value.split('::').at(-1) ?? '').trim() : value
  if (placeholderOf(spelled) !== null) return null
  const license = resolveName(spelled, known.knowledge)
  if (license) return { license, spelled }
  if (path) return { path, spelled }
  const restricts = takenByValue(spelled, known)
  return restricts && restricts.makes !== 'unknown' ? { restricts, spelled } : null
}
