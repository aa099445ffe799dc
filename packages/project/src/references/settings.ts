import { citeLines } from '@unwash/core/documents/cite'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Loaders } from '@unwash/core/knowledge/loaders'
import { expanded, takenFrom, type Variables, variablesIn } from './commands/words.ts'
import { FIRST, isAlias, plainName, tellsOnly, whatKeyNames } from './keys.ts'
import { NOTES } from './lexed/says.ts'
import {
  bareName,
  hostedName,
  isMadeUp,
  isPlainId,
  isWeightsFile,
  modelAtAddress,
  type NamedInCode,
  namedAt,
  ownName,
  readName,
  registryName,
  servedAt,
  sureHostedName,
} from './names.ts'
import { type Reference, referenceTo, untold } from './reference.ts'

/** `key: value`, `key = value`, `"key": "value"`, several on one line */
const PAIR = new RegExp(
  String.raw`(["']?)(?<!\w)([A-Za-z_][\w.-]{0,90})\1\s{0,8}[?:]?[:=]\s{0,8}` +
    String.raw`(?:(["'])([^"'\n]{0,200})\3|([^\s"'\x60,;#{}[\]()]{1,200}))`,
  'g',
)
const OPENS =
  /^(\s{0,60})(?:- )?\s{0,8}(["']?)([A-Za-z_][\w./:-]{0,90}?)\2\s{0,8}[:=]\s{0,8}([[{|>]?)[-+]?\s{0,8}(?:#.*)?$/
const ITEM =
  /^(\s{0,60})- {1,8}(["']?)([^\s"'#]{1,200})\2\s{0,8}(?:#.*)?$|^(\s{0,60})["']([^\s"']{1,200})["'],?\s{0,8}$/
/** `pull: [wren:7b, finch]`, `models=wren,finch` */
const LISTED = new RegExp(
  String.raw`^\s{0,60}(?:- )?["']?([A-Za-z_][\w.-]{0,90})["']?\s{0,4}[:=]\s{0,4}(?:` +
    String.raw`\[([^\]{}\n]{1,2000})\]|([\w./:@-]{1,200}(?:,[\w./:@-]{1,200}){1,20}))`,
)
/** what holds the name where the key above says what it names */
const INNER = /^(?:name|id|repo|slug|path|repo_id|repository|hf|hub|uri|source|default|value)$/i
/** what parts the models that the key above lists */
const LISTING_KEYS = /^(?:pull|run|load|preload|install|list|names|ids|items|include|default|primary|fallback)$/i

/** a key that has a map of its own: under `models:` it is a name */
const KEYED = /^\s{1,60}(["']?)([A-Za-z][\w./:-]{1,90}?)\1:\s{0,8}(?:\{|#|$)/

interface Parent {
  readonly indent: number
  readonly of: 'model' | 'dataset' | null
  /** it tells of something, and uses nothing */
  readonly tells?: boolean
  /** what it holds on lines of their own is text for people or for a model */
  readonly said?: boolean
  /** it is of some thing that has models, too */
  readonly thing?: boolean
  readonly lists?: boolean
  /** a key that may be the name of a model */
  readonly title?: Reference
}

const LEADS_ELSEWHERE = /^(?:[a-z]{2,16}:(?:\/\/|[A-Za-z])|git@|hf\.co\/)/i

/** a key that is given what a variable or a template comes to, and nothing else */
const FILLED = new RegExp(
  String.raw`^\s{0,60}(?:- )?(?:export |ENV )?["']?([A-Za-z_][\w.-]{0,60})["']?\s{0,4}` +
    String.raw`[:=]\s{0,4}["']?(\$\{[^}\n]{1,200}\}|\$\w{1,60}|\$?\{\{[^}\n]{1,200}\}` +
    String.raw`\}|os\.environ/\w{1,60}|\?{3})["']?,?\s{0,8}$`,
)
/** by the name of a file: what is handed on, or is given nothing */
const EMPTY = [
  [/compose/i, /^\s{1,60}- ([A-Z][A-Z0-9_]{2,60})\s{0,8}$/],
  [/^\.env\.(?:example|sample|template|dist)/, /^(?:export )?([A-Z][A-Z0-9_]{2,60})=(?:""|'')?\s{0,8}$/],
  [/^values.*\.ya?ml$/, /^\s{0,60}([A-Za-z][\w-]{0,60}[^\Ws]):\s{1,8}(?:""|'')\s{0,8}$/],
  [/(?:docker|container)file/i, /^ARG\s{1,8}(\w{2,60})\s{0,8}$/],
] as const
/** `- name: MODEL_ID`, above its value */
const NAMED_SETTING = /^\s{0,60}- name: ["']?(\w{1,60})["']?\s{0,8}$/
const VALUED = /^\s{1,60}value(?:From)?:\s{0,8}(?:(["']?)([^\s"'{]{1,200})\1\s{0,8})?/

const LONGEST_LINE = 20_000

/** References in settings: YAML, JSON, TOML, environment files. */
export function settingReferences(
  path: string,
  content: string,
  knowledge: Knowledge,
  shared: Variables = new Map(),
): Reference[] {
  const { loaders } = knowledge
  const lines = content.split('\n')
  const variables = new Map([...shared, ...variablesIn(lines.filter(line => !FILLED.test(line)))])
  const references: Reference[] = []
  const seen = new Set<string>()
  const file = path.slice(path.lastIndexOf('/') + 1)
  const [stem = ''] = file.split('.', 1)
  const parents: Parent[] = [{ indent: -1, of: whatKeyNames(stem, loaders) }]
  // a title under which something on a hub is named is no name
  const titles = new Set<Reference>()
  const say = (of: 'model' | 'dataset', named: NamedInCode, via: string, line: number, by = via) => {
    const tells = tellsOnly(by, loaders)
    const key = `${line} ${named.id}`
    if (seen.has(key)) return
    seen.add(key)
    if (named.host === 'hub' && !tells) for (const { title } of parents) if (title?.host === 'name') titles.add(title)
    const role = tells ? 'documentation' : 'use'
    references.push(referenceTo(of, named, via, [citeLines(path, lines, line)], { role }))
  }
  const sayUnknown = (via: string, line: number, why: string) => {
    if (!seen.has(`${line} null`)) references.push(untold(via, [citeLines(path, lines, line)], why))
    seen.add(`${line} null`)
  }
  const empty = EMPTY.flatMap(([name, shape]) => (name.test(file) ? [shape] : []))
  for (const [at, whole] of lines.entries()) {
    if (whole.length > LONGEST_LINE || /^\s*(?:#|\/\/)/.test(whole)) continue
    // a unit gives its variables between quotes
    const line = whole.replace(/^Environment="?(?=\w+=)/, '')
    const indent = line.length - line.trimStart().length
    if (line.trim() !== '') while ((parents.at(-1)?.indent ?? -1) >= indent && !/^\s*[-\]}]/.test(line)) parents.pop()
    const section = /^\s{0,8}\[{1,2}([\w.-]{1,60})\]{1,2}\s*$/.exec(line)?.[1]
    if (section)
      parents.splice(0, parents.length, { indent: -1, of: whatKeyNames(section.split('.').at(-1) ?? '', loaders) })
    const [, , , opened, sign] = OPENS.exec(line) ?? []
    const above = parents.at(-1)
    const title = above?.lists === true && above.indent < indent ? KEYED.exec(line)?.[2] : undefined
    const isTitle =
      title !== undefined && (isPlainId(title, loaders) || /\d/.test(title) || hostedName(title, loaders) !== null)
    if (isTitle) say('model', settingName(title, 'model', knowledge) ?? namedAt('name', title), 'models', at + 1)
    const entry = isTitle ? references.at(-1) : undefined
    const by = FIRST.exec(line)?.[1] ?? ''
    const isText = sign === '|' || sign === '>'
    const said = tellsOnly(by, loaders)
    const tells = above?.tells === true || (said && NOTES.test(by)) || (isText && (said || above?.said === true))
    if (opened)
      parents.push({
        indent,
        of: whatKeyNames(opened, loaders) ?? (LISTING_KEYS.test(opened) ? (above?.of ?? null) : null),
        tells,
        said,
        thing: isThing(opened, loaders),
        lists: /models$/i.test(opened),
        ...(entry ? { title: entry } : {}),
      })
    if (tells) continue
    const parent = parents.at(-1)?.of ?? null
    const isAsked = loaders.requests.paths.some(one => line.includes(one))
    for (const match of line.matchAll(PAIR)) {
      const key = match[2] ?? ''
      const value = match[4] ?? match[5] ?? ''
      if (isAsked && loaders.requests.keys.includes(key)) {
        const asked = readName(value, loaders.requests.host, loaders)
        if (asked && asked.host !== 'path') say('model', asked, key, at + 1)
        continue
      }
      if (tellsOnly(key, loaders) || (/^model$/i.test(key) && isThing(key === by ? '' : by, loaders, parents))) continue
      const of = whatKeyNames(key, loaders) ?? (INNER.test(key) ? parent : null)
      // the name of an entry is often a title
      const plain = whatKeyNames(key, loaders) !== null || isPlainId(value, loaders)
      const service = sureHostedName(value, loaders)
      const named =
        of && plain
          ? settingName(value, of, knowledge)
          : service
            ? namedAt('hosted', service)
            : SIZED.test(value)
              ? bareName(value, knowledge)
              : null
      if (named) say(of ?? 'model', named, key, at + 1)
    }
    const given = FILLED.exec(line)
    if (given?.[1] && given[2] && whatKeyNames(given[1], loaders) === 'model' && !tellsOnly(given[1], loaders)) {
      const text = expanded(given[2], variables)
      const named = text === null ? null : settingName(text, 'model', knowledge)
      if (named) say('model', named, given[1], at + 1)
      else if (text === null || /^\?/.test(text)) sayUnknown(given[1], at + 1, takenFrom(given[2]))
    }
    const named = NAMED_SETTING.exec(lines[at - 1] ?? '')?.[1]
    const valued = named && whatKeyNames(named, loaders) === 'model' ? VALUED.exec(line) : null
    if (named && valued && /^\s*value:/.test(line)) {
      const value = valued[2] === undefined ? null : settingName(valued[2], 'model', knowledge)
      if (value) say('model', value, named, at + 1)
    }
    const unset = /^\s*valueFrom/.test(line) && valued ? named : empty.flatMap(shape => shape.exec(line)?.[1] ?? [])[0]
    if (unset && whatKeyNames(unset, loaders) === 'model' && !variables.has(unset))
      sayUnknown(unset, at + 1, takenFrom(/^[a-z]/.test(unset) ? '?' : unset))
    const [, listing = '', ...texts] = LISTED.exec(line) ?? []
    const ofList = whatKeyNames(listing, loaders) ?? (LISTING_KEYS.test(listing) || listing === opened ? parent : null)
    const item = ITEM.exec(line)
    for (const listed of [item?.[3] ?? item?.[5], ...(ofList ? texts.join('').split(',') : [])]) {
      const of = item ? parent : ofList
      const name = listed && of ? settingName(listed.trim().replaceAll(/^["']|["']$/g, ''), of, knowledge) : null
      if (name && of) say(of, name, 'list', at + 1)
    }
    if (isSentence(line)) continue
    for (const word of line.slice(0, 2_000).match(/[^\s"'`,=()[\]{}<>]{8,200}/g) ?? []) {
      const address: ReturnType<typeof modelAtAddress> = LEADS_ELSEWHERE.test(word)
        ? modelAtAddress(word, loaders)
        : registryName(word, loaders)
      const own = address || tellsOnly(by, loaders) ? null : ownName(word, knowledge)
      const served = address ? null : servedAt(word, loaders)
      if (address) say(address.of ?? 'model', address, 'address', at + 1, by)
      else if (served) say('model', served, 'address', at + 1, by)
      else if (own) say('model', namedAt('hub', own), 'name', at + 1)
    }
  }
  return references.filter(one => !titles.has(one) && !isAlias(one, references, lines))
}

/** a name with its size: `wren:7b` */
const SIZED = /^[a-z][\w.-]{1,40}:(?:\d{1,4}(?:\.\d)?[bm]|latest)(?:-[\w.-]{1,40})?$/i

const isThing = (key: string, { about }: Loaders, parents: readonly Parent[] = []): boolean =>
  parents.at(-1)?.thing === true || about.things.includes(plainName(key))

const isSentence = (line: string): boolean => {
  const [, text = ''] = /[:=]\s{0,8}["']?([^"'\n]{12,400})/.exec(line) ?? []
  return /^[A-Z][a-z]+[,:]? \S+ \S/.test(text) && !/(?:^|\s)-{1,2}\w|[;&|$]/.test(text)
}

function settingName(value: string, of: 'model' | 'dataset', knowledge: Knowledge): NamedInCode | null {
  const { loaders } = knowledge
  const address = modelAtAddress(value, loaders)
  if (address) return address.of === 'dataset' && of === 'model' ? null : address
  if (isPlainId(value, loaders)) return readName(value, undefined, loaders)
  if (of === 'dataset') return null
  if (SIZED.test(value) && !isMadeUp(value, loaders)) return namedAt('ollama', value)
  return !value.includes('://') && isWeightsFile(value, loaders) ? namedAt('path', value) : bareName(value, knowledge)
}

/** References in a Modelfile: what it is built from, and its adapter. */
export function modelfileReferences(path: string, content: string, { loaders }: Knowledge): Reference[] {
  const lines = content.split('\n')
  return lines.flatMap((line, at): Reference[] => {
    const found = /^\s{0,20}(FROM|ADAPTER)\s{1,20}(\S{1,300})/i.exec(line)
    const named = found?.[2] ? readName(found[2], 'ollama', loaders) : null
    if (!found?.[1] || !named) return []
    const by = found[1].toUpperCase()
    const cited = [citeLines(path, lines, at + 1)] as const
    // an adapter of one's own, and a file that is called a model, tell no name
    const isNameless = named.host === 'path' && (by === 'ADAPTER' || !isWeightsFile(named.id, loaders))
    if (!isNameless) return [referenceTo('model', named, by, cited)]
    return [referenceTo('model', { ...named, id: null }, by, cited, { why: `it is a file of one's own (${named.id})` })]
  })
}
