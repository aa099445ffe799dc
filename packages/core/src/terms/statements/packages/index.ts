import { citeLines } from '../../../documents/cite.ts'
import { cite } from '../../../evidence/index.ts'
import type { LegalFile } from '../../../evidence/legal/index.ts'
import { isRecord, settingsIn } from '../../../evidence/metadata/settings.ts'
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

/** A value in a file of a package: the key it stands under, its table before it. */
interface Field {
  readonly key: string
  readonly value: string
  /** 1-based */
  readonly line: number
}

/** more lines than any real file of this kind; the rest of a crafted one is not looked at */
const MOST_LINES = 3_000
/** a longer line holds no license's name */
const LONGEST_LINE = 1_000

/** The values of a file of a package that may name a license, read by its lines: nothing in it is run. */
function fieldsOf(text: Text, { form, names, files, ofData }: PackageFile): Field[] {
  const wanted = new Set([...names, ...files, ...(ofData ? [ofData.key] : [])])
  const lines = text.content.split('\n', MOST_LINES).map(line => line.replace(/\r$/, '').slice(0, LONGEST_LINE))
  const all = form === 'json' ? jsonFields(text, lines) : READERS[form](lines)
  return all.filter(({ key, value }) => wanted.has(key) && value !== '')
}

const TABLE = /^\s{0,8}\[{1,2}\s?["']?([\w.-]{1,100})["']?\s?\]{1,2}/
const TOML_KEY = /^\s{0,20}["']?([\w.-]{1,100})["']?\s{0,20}=\s{0,20}(\S.*)?$/
const PYTHON_KEY = /^(?:[^#]{0,200}[(,\s])?(licen[cs]e|licen[cs]e_files?|classifiers)\s*=\s*([["'(].*)$/
const INI_KEY = /^([\w.-]{1,100})\s{0,20}[=:]\s{0,20}(\S.*)?$/
const YAML_KEY = /^["']?([\w.-]{1,100})["']?\s{0,20}:(?:\s{1,20}(\S.*)?)?$/
const QUOTED = /(["'])((?:(?!\1)[^\\])*)\1/g
const MULTILINE = /"{3}|'{3}/

const READERS: Readonly<Record<Exclude<PackageFile['form'], 'json'>, (lines: readonly string[]) => Field[]>> = {
  toml: lines => assigned(lines, TOML_KEY),
  python: lines => assigned(lines, PYTHON_KEY),
  ini: lines => indented(lines, INI_KEY, /^\s+(\S.*)$/),
  yaml: lines => indented(lines, YAML_KEY, /^\s*-\s+(\S.*)$/),
}

/** `key = "value"`, `key = { text = "value" }` and lists over several lines, under the tables of a file. */
function assigned(lines: readonly string[], pattern: RegExp): Field[] {
  const found: Field[] = []
  let table = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const head = pattern === TOML_KEY ? TABLE.exec(line)?.[1] : undefined
    if (head !== undefined) table = `${head}.`
    const [, name = '', rest = ''] = head === undefined ? (pattern.exec(line) ?? []) : []
    if (name === '') continue
    const key = table + name.replace('licence', 'license')
    const opened = MULTILINE.exec(rest)?.[0]
    if (opened !== undefined) {
      // a text in place of a name
      if (rest.indexOf(opened) === rest.lastIndexOf(opened))
        do at++
        while (at < lines.length && !lines[at]?.includes(opened))
    } else if (/^[[(]/.test(rest)) {
      for (let open = rest; ; open = lines[++at] ?? '') {
        const bare = open.replace(/^\s*#.*/, '')
        for (const [, , value = ''] of bare.matchAll(QUOTED)) found.push({ key, value: value.trim(), line: at + 1 })
        if (/[\])]/.test(bare.replace(QUOTED, '')) || at + 1 >= lines.length) break
      }
    } else if (rest.startsWith('{')) {
      for (const [, part, , value = ''] of rest.matchAll(/([\w-]{1,60})\s*=\s*(["'])((?:(?!\2)[^\\])*)\2/g))
        found.push({ key: `${key}.${part}`, value: value.trim(), line: at + 1 })
    } else {
      const [whole = '', , value = ''] = [...rest.matchAll(QUOTED)][0] ?? []
      // what goes on behind the name is code
      if (rest.startsWith(whole) && /^\s*(?:[,)#]|$)/.test(rest.slice(whole.length)))
        found.push({ key, value: value.trim(), line: at + 1 })
    }
  }
  return found
}

/**
 * `key = value` or `key: value` at the margin, with further values on lines below that are set in, or begin with a
 * dash.
 */
function indented(lines: readonly string[], pattern: RegExp, further: RegExp): Field[] {
  const found: Field[] = []
  let table = ''
  let key = ''
  for (const [at, line] of lines.entries()) {
    if (/^\s*[#;]/.test(line)) continue
    const head = pattern === INI_KEY ? TABLE.exec(line)?.[1] : undefined
    const [, name, rest = ''] = head === undefined ? (pattern.exec(line) ?? []) : []
    if (head !== undefined) table = `${head}.`
    if (head !== undefined || name !== undefined)
      key = name === undefined ? '' : table + name.replace('licence', 'license')
    const value = name === undefined ? (further.exec(line)?.[1] ?? '') : rest
    if (key !== '' && value !== '')
      found.push({
        key,
        value: bare(value),
        line: at + 1,
      })
  }
  return found
}

/** A value without the comment behind it, and without its quotes. */
const bare = (value: string): string => (value.split(/\s[#;]/, 1)[0] ?? '').trim().replace(/^(["'])(.{1,400})\1$/, '$2')

/** The strings of a record, those in its lists and records under it, each with the first line that has it. */
function jsonFields(text: Text, lines: readonly string[]): Field[] {
  const strings = (key: string, value: unknown, deep: number): Omit<Field, 'line'>[] => {
    if (typeof value === 'string') return [{ key, value: value.trim() }]
    if (deep === 0) return []
    if (Array.isArray(value)) return value.slice(0, 20).flatMap(one => strings(key, one, deep - 1))
    return isRecord(value)
      ? Object.entries(value).flatMap(([name, one]) => strings(`${key}.${name}`, one, deep - 1))
      : []
  }
  return Object.entries(settingsIn(text) ?? {})
    .filter(([key]) => /^licen[cs]es?$/.test(key))
    .flatMap(([key, value]) => strings(key.replace('licence', 'license'), value, 2))
    .map(field => ({ ...field, line: Math.max(1, lines.findIndex(line => /"licen[cs]es?"\s*:/.test(line)) + 1) }))
}

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
