import type { Block } from '../../documents/index.ts'
import type { Sentence } from '../../documents/sentences.ts'
import type { LegalFile } from '../../evidence/legal/index.ts'
import { fileName } from '../../evidence/paths.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { licensesMentionedIn, type ResolvedLicense, resolveId, resolveLink, resolveName } from '../../names/index.ts'
import { isAway, pathOf, spelling } from '../files/linked.ts'
import type { Setting } from './speaker.ts'

/** A license as a sentence points to it: by name, by link, or by the name of a file. */
export interface TermsPointer {
  /** offsets in the block's text */
  readonly start: number
  readonly end: number
  readonly spelled: string
  readonly license: ResolvedLicense | null
  readonly path: string | null
  readonly url: string | null
  /** a family's name without its version */
  readonly vague: boolean
}

/** what a heading, a list or a link of terms is called */
export const LEGAL_LABEL = /licen[cs]|agreement|terms|许可|协议|ライセンス|라이선스|licencia|licen[çc]a|lizenz|лицензи/i
const LEGAL_URL = /licen[cs]e|agreement|terms|legal/i

/** Every license that a stretch of a block points to, in order. A name inside a link's label is one pointer with it. */
export function pointersIn(
  block: Block,
  stretch: Sentence,
  { legal, blank: empty, speaker, place }: Setting,
  knowledge: Knowledge,
): TermsPointer[] {
  const end = stretch.start + stretch.text.length
  const links = block.links
    .filter(link => !link.image && link.start >= stretch.start && link.start < end && !link.url.startsWith('#'))
    .flatMap((link): TermsPointer[] => {
      const path = pathOf(link.url, legal, speaker.name)
      const license = resolveLink(link.url, knowledge)
      if (!path && !license && !(LEGAL_LABEL.test(link.label) || LEGAL_URL.test(link.url))) return []
      if (!path && !license && /^mailto:|\.(png|jpg|svg)$/i.test(link.url)) return []
      return [
        {
          start: link.start,
          end: link.end,
          spelled: link.label || link.url,
          license,
          path,
          url: path || license ? null : link.url,
          vague: false,
        },
      ]
    })
  const named = licensesMentionedIn(stretch.text, knowledge).flatMap((mention): TermsPointer[] => {
    const license = resolveId(mention.id, null, knowledge)
    const start = stretch.start + mention.start
    return license
      ? [
          {
            start,
            end: stretch.start + mention.end,
            spelled: mention.spelled,
            license,
            path: null,
            url: null,
            vague: !mention.specific,
          },
        ]
      : []
  })
  const read = legal.map(({ path }) => ({ path, url: null }))
  // nothing stands in a blank one, and the sentence leads nowhere else
  const blank = empty.map(path => ({ path, url: path }))
  const files = [...read, ...blank]
    .filter(({ path }) => !path.includes('/') && path.length > 6)
    .flatMap(({ path, url }): TermsPointer[] => {
      const at = stretch.text.indexOf(path)
      if (at < 0 || /[\w-]/.test(stretch.text[at - 1] ?? '') || /[\w-]/.test(stretch.text[at + path.length] ?? ''))
        return []
      const start = stretch.start + at
      const end = start + path.length
      return [{ start, end, spelled: path, license: null, path: url ? null : path, url, vague: false }]
    })
  const pointers = [...named, ...links, ...files]
  pointers.push(...fileNames(stretch, legal, pointers))
  pointers.push(...bareNames(block, stretch, knowledge, pointers))
  // the file of another repository is not the one of that name here: the license that the link names counts
  const away = new Set(
    block.links.flatMap(({ url }) => (isAway(url, place) ? (pathOf(url, legal, speaker.name) ?? []) : [])),
  )
  return merge([...pointers, ...unknownNames(stretch, pointers)], block.text).map(pointer =>
    pointer.license !== null && pointer.path !== null && away.has(pointer.path) ? { ...pointer, path: null } : pointer,
  )
}

/** "the Model License", written as a name is */
const AS_NAME = /\b(?:[A-Z]\w{2,20} ){1,3}(?:Licen[cs]e|Agreement|Terms|Policy)\b/g

/** A name whose words are those of a legal file's name, and of no other: "the Model License" for LICENSE-MODEL. */
function fileNames(stretch: Sentence, legal: readonly LegalFile[], known: readonly TermsPointer[]): TermsPointer[] {
  // in an order of their own, without the ending
  const sorted = (name: string) =>
    spelling(name)
      .match(/[a-z0-9]+/g)
      ?.sort()
      .join(' ') ?? ''
  return [...stretch.text.matchAll(AS_NAME)].flatMap((match): TermsPointer[] => {
    const spelled = match[0].replace(/^(?:The|Our|This) /, '')
    const wanted = sorted(spelled)
    const [file, ...others] = wanted.includes(' ') ? legal.filter(({ path }) => sorted(fileName(path)) === wanted) : []
    const start = stretch.start + match.index + match[0].length - spelled.length
    const end = start + spelled.length
    if (!file || others.length > 0) return []
    if (known.some(({ path, start: from, end: to }) => path === file.path || (from < end && to > start))) return []
    return [{ start, end, spelled, license: null, path: file.path, url: null, vague: false }]
  })
}

/** "Code: MIT", "the code is MIT", and a cell that says no more than that */
const BARE = new RegExp(
  String.raw`(?:^|\b(?:is|are)\s|` +
    String.raw`[:：—–-]\s)["'\x60(]?([A-Z][\w.+-]{1,30}(?: v?\d[\w.+-]{0,10})?)(?=["'\x60)]?\s{0,2}(?:[.,;；，。()]|$|` +
    String.raw`\b(?:and|for)\b))`,
  'g',
)

/** In a section or a column about licenses a short name that SPDX lists is one, without the word "license". */
function bareNames(
  block: Block,
  stretch: Sentence,
  knowledge: Knowledge,
  known: readonly TermsPointer[],
): TermsPointer[] {
  if (block.kind !== 'row' && !LEGAL_LABEL.test(block.headings.at(-1) ?? '')) return []
  return [...stretch.text.matchAll(BARE)].flatMap((match): TermsPointer[] => {
    const name = (match[1] ?? '').replace(/\.$/, '')
    const license = resolveName(name, knowledge)
    const start = stretch.start + match.index + match[0].lastIndexOf(match[1] ?? '')
    const end = start + name.length
    if (!license?.spdx || known.some(pointer => pointer.start < end && pointer.end > start)) return []
    return [{ start, end, spelled: name, license, path: null, url: null, vague: license.family }]
  })
}

/** "under the Fern Research License": a name that is written like a license's, and is none that is known */
const LOOKS_NAMED = new RegExp(
  String.raw`\b(?:[A-Z][\w.+-]*|\d+(?:\.\d+)*)(?: (?:[A-Z][\w.+-]*|\d+(?:\.\d+)*|of|for|and|` +
    String.raw`&)){0,7} (?:Licen[cs]e(?: Agreement)?|Agreement|Terms(?: of (?:Use|Service))?|EULA)\b`,
  'g',
)
/** words that may begin a sentence, or stand before "License", and are nobody's name */
const PLAIN = new RegExp(
  '^(?:The|This|That|Our|Your|Any|All|See|Read|Please|Under|Code|Source|Open|Free|Software|Full|' +
    'Original|Same|Model|Models|Weights?|Data|Dataset|Commercial|Custom|Dual|Project|Repository|Its|No|' +
    'Standard|New|Use|For|Permissive|User|Service|API|By|If|You|We|In|Is|A|An|Other|Which|Check|Accept|' +
    'GitHub|Licen[cs]e|Licensed|and|of|for|&)$',
)

function unknownNames(stretch: Sentence, known: readonly TermsPointer[]): TermsPointer[] {
  return [...stretch.text.matchAll(LOOKS_NAMED)].flatMap((match): TermsPointer[] => {
    const words = match[0].split(' ')
    const from = words.findIndex(word => !PLAIN.test(word))
    const named = words
      .slice(Math.max(0, from), -1)
      .some(word => !PLAIN.test(word) && !/^(?:Licen[cs]e|Agreement|Terms|Use)$/.test(word))
    if (from < 0 || !named) return []
    const spelled = words.slice(from).join(' ')
    const start = stretch.start + match.index + match[0].length - spelled.length
    const end = start + spelled.length
    if (known.some(pointer => pointer.start < end && pointer.end > start)) return []
    return [{ start, end, spelled, license: null, path: null, url: null, vague: false }]
  })
}

/** what may stand between a license's name and the file that holds it: "(", "see the", ", as found in the" */
const BETWEEN_NAME_AND_FILE = new RegExp(
  String.raw`^[\s,:;("'\x60[\u2013-]{0,6}(?:please )?(?:as )?(?:found|given|described|stated|see|available|` +
    String.raw`detailed)?\s?(?:in|at)?\s?(?:the|our|this)?[\s("'\x60[]{0,4}$`,
  'i',
)

/**
 * Overlapping pointers are one; so are a name and the file or the sharper name right behind it ("Apache 2.0 (see
 * LICENSE)").
 */
function merge(pointers: TermsPointer[], text: string): TermsPointer[] {
  const sorted = pointers.sort((one, other) => one.start - other.start || other.end - one.end)
  const merged: TermsPointer[] = []
  for (const pointer of sorted) {
    const last = merged.at(-1)
    if (last && (pointer.start < last.end || belongs(last, pointer, text))) {
      merged[merged.length - 1] = {
        ...last,
        end: Math.max(last.end, pointer.end),
        license: sharper(last.license, pointer.license),
        path: last.path ?? pointer.path,
        url: last.license || pointer.license ? null : (last.url ?? pointer.url),
        vague: last.vague && pointer.vague,
      }
    } else merged.push(pointer)
  }
  return merged
}

function belongs(last: TermsPointer, pointer: TermsPointer, text: string): boolean {
  if (!BETWEEN_NAME_AND_FILE.test(text.slice(last.end, pointer.start))) return false
  const fileOfName = last.license !== null && last.path === null && pointer.license === null && pointer.path !== null
  const versionOfFamily = last.vague && pointer.license !== null && !pointer.vague && last.path === null
  return fileOfName || versionOfFamily
}

function sharper(one: ResolvedLicense | null, other: ResolvedLicense | null): ResolvedLicense | null {
  if (!one || !other) return one ?? other
  return one.family && !other.family ? other : one
}
