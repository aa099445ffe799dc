import { citeLines } from '../../documents/cite.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'

import { expanded, takenFrom, type Variables, variablesIn } from './commands/words.ts'
import { keyOf, tellsOnly } from './keys.ts'
import {
  bareName,
  hostedName,
  isPlainId,
  isWeightsFile,
  type Named,
  ownName,
  readAddress,
  readName,
  servedAt,
  sureHostedName,
} from './names.ts'
import { type Reference, referenceTo } from './reference.ts'
import { registryName } from './registries.ts'

/** `key: value`, `key = value`, `"key": "value"`, several on one line */
const PAIR =
  /(["']?)([A-Za-z_][\w.-]{0,60})\1\s{0,8}[:=]\s{0,8}(?:(["'])([^"'\n]{0,200})\3|([^\s"'`,;#{}[\]()]{1,200}))/g
const OPENS = /^(\s{0,60})(?:- )?\s{0,8}(["']?)([A-Za-z_][\w./:-]{0,90}?)\2\s{0,8}[:=]\s{0,8}[[{|>]?-?\s{0,8}(?:#.*)?$/
const ITEM =
  /^(\s{0,60})- {1,8}(["']?)([^\s"'#]{1,200})\2\s{0,8}(?:#.*)?$|^(\s{0,60})["']([^\s"']{1,200})["'],?\s{0,8}$/
/** what holds the name where the key above says what it names */
const INNER = /^(?:name|id|repo|slug|path|repo_id|repository|hf|hub|uri|source)$/i

/** a key that has a map of its own: under `models:` it is a name */
const KEYED = /^\s{1,60}(["']?)([A-Za-z][\w./:-]{1,90}?)\1:\s{0,8}(?:\{|#|$)/

/** what a line begins with */
const FIRST = /^\s{0,60}(?:- )?["']?([\w.-]{1,60})["']?\s{0,8}[:=]/

interface Parent {
  readonly indent: number
  readonly of: 'model' | 'dataset' | null
  readonly lists?: boolean
  /** a key that may be the name of a model */
  readonly title?: Reference
}

/** how an address begins, with or without slashes */
const ADDRESS = /^[a-z]{2,16}:(?:\/\/|[A-Za-z])/i

/** a key that is given what a variable or a template comes to, and nothing else */
const FILLED =
  /^\s{0,60}(?:- )?(?:export |ENV )?["']?([A-Za-z_][\w.-]{0,60})["']?\s{0,4}[:=]\s{0,4}["']?(\$\{[^}\n]{1,200}\}|\$\w{1,60}|\$?\{\{[^}\n]{1,200}\}\})["']?,?\s{0,8}$/

/** longer lines are data */
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
  const [stem = ''] = path.slice(path.lastIndexOf('/') + 1).split('.', 1)
  const parents: Parent[] = [{ indent: -1, of: keyOf(stem, loaders) }]
  // a title under which something on a hub is named is no name
  const titles = new Set<Reference>()
  const say = (of: 'model' | 'dataset', named: Named, via: string, line: number, by = via) => {
    const tells = tellsOnly(by, loaders)
    const key = `${line} ${named.id}`
    if (seen.has(key)) return
    seen.add(key)
    if (named.host === 'hub' && !tells) for (const { title } of parents) if (title?.host === 'name') titles.add(title)
    const role = tells ? 'documentation' : 'use'
    references.push(referenceTo(of, named, via, [citeLines(path, lines, line)], { role }))
  }
  for (const [at, line] of lines.entries()) {
    if (line.length > LONGEST_LINE || /^\s*(?:#|\/\/)/.test(line)) continue
    const indent = line.length - line.trimStart().length
    if (line.trim() !== '') while ((parents.at(-1)?.indent ?? -1) >= indent && !/^\s*[-\]}]/.test(line)) parents.pop()
    const section = /^\s{0,8}\[{1,2}([\w.-]{1,60})\]{1,2}\s*$/.exec(line)?.[1]
    if (section) parents.splice(0, parents.length, { indent: -1, of: keyOf(section.split('.').at(-1) ?? '', loaders) })
    const opened = OPENS.exec(line)?.[3]
    const keyed = parents.at(-1)
    const title = keyed?.lists === true && keyed.indent < indent ? KEYED.exec(line)?.[2] : undefined
    const isTitle =
      title !== undefined && (isPlainId(title, loaders) || /\d/.test(title) || hostedName(title, loaders) !== null)
    if (isTitle)
      say(
        'model',
        settingName(title, 'model', knowledge) ?? { id: title, host: 'name', revision: null },
        'models',
        at + 1,
      )
    const entry = isTitle ? references.at(-1) : undefined
    if (opened)
      parents.push({
        indent,
        of: keyOf(opened, loaders),
        lists: /models$/i.test(opened),
        ...(entry ? { title: entry } : {}),
      })
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
      const of = keyOf(key, loaders) ?? (INNER.test(key) ? parent : null)
      // the name of an entry is often a title
      const plain = keyOf(key, loaders) !== null || isPlainId(value, loaders)
      const service = sureHostedName(value, loaders)
      const named =
        of && plain
          ? settingName(value, of, knowledge)
          : service
            ? { id: service, host: 'hosted', revision: null }
            : null
      if (named) say(of ?? 'model', named, key, at + 1)
    }
    const given = FILLED.exec(line)
    if (given?.[1] && given[2] && keyOf(given[1], loaders) === 'model' && !tellsOnly(given[1], loaders)) {
      const text = expanded(given[2], variables)
      const named = text === null ? null : settingName(text, 'model', knowledge)
      if (named) say('model', named, given[1], at + 1)
      else if (text === null && !seen.has(`${at + 1} null`)) {
        seen.add(`${at + 1} null`)
        const unnamed = { id: null, host: 'hub', revision: null }
        const cited = [citeLines(path, lines, at + 1)] as const
        references.push(referenceTo('model', unnamed, given[1], cited, { why: takenFrom(given[2]) }))
      }
    }
    const item = ITEM.exec(line)
    const listed = item?.[3] ?? item?.[5]
    if (listed && parent) {
      const named = settingName(listed, parent, knowledge)
      if (named) say(parent, named, 'list', at + 1)
    }
    for (const word of line.slice(0, 2_000).match(/[^\s"'`,=()[\]{}<>]{8,200}/g) ?? []) {
      const address: ReturnType<typeof readAddress> = ADDRESS.test(word)
        ? readAddress(word, loaders)
        : registryName(word, loaders)
      const own = address ? null : ownName(word, knowledge)
      const by = FIRST.exec(line)?.[1]
      const served = address ? null : servedAt(word, loaders)
      if (address) say(address.of ?? 'model', address, 'address', at + 1, by)
      else if (served) say('model', served, 'address', at + 1, by)
      else if (own) say('model', { id: own, host: 'hub', revision: null }, 'name', at + 1)
    }
  }
  return references.filter(one => !titles.has(one))
}

function settingName(value: string, of: 'model' | 'dataset', knowledge: Knowledge): Named | null {
  if (isPlainId(value, knowledge.loaders)) return readName(value, undefined, knowledge.loaders)
  if (of === 'dataset') return null
  return !value.includes('://') && isWeightsFile(value, knowledge.loaders)
    ? { id: value, host: 'path', revision: null }
    : bareName(value, knowledge)
}
