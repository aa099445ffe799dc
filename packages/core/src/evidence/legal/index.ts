import type { LegalFiles } from '../../knowledge/legal-files.ts'
import { isAmongOthers, isLegalWord, isModelCode, type LegalName, legalNameOf } from '../../knowledge/legal-names.ts'
import { UNREAD_NAMED } from '../../release/limits.ts'
import type { Release, UnreadFile } from '../../release/release.ts'
import { readInPart, unreadWithoutText } from '../../release/unread.ts'
import type { Scope } from '../../report/vocabulary.ts'
import { depth, fileName, folder, isBlank, isWeights } from '../paths.ts'
import { carriedTerms, type Lines } from './carried.ts'

/** A legal text of the release, and what its name says it is for. */
export interface LegalFile {
  readonly path: string
  readonly role: LegalName['role']
  /** what the name says it covers; empty where the name does not say */
  readonly covers: readonly Scope[]
  /** a model, or part, that the name or the folder names ("LICENSE.XL", "models/v2/LICENSE") */
  readonly subject: string | null
  /** at the root, beside the model it is for, or somewhere that is other people's */
  readonly standing: 'root' | 'model-folder' | 'aside'
  /** in a folder of other people's work */
  readonly others: boolean
  /** its name is that of files which often say nothing of terms */
  readonly silent: boolean
  /** why it was not read, or not to its end */
  readonly unread: UnreadFile | null
  /** of a file of another kind, the lines in it that state terms */
  readonly within?: readonly Lines[]
}

/** folders whose licenses are for models */
const MODELS = /(^|\/)(model[-_ ]?licen[cs]es?|models?|weights?|checkpoints?|projects?)\//i
/** of these the last folder says that the license beside the files is for weights */
const OF_WEIGHTS = /(^|\/)(model[-_ ]?licen[cs]es?\/([^/]+\/)*|(weights?|checkpoints?)\/)[^/]*$/i
/** a folder called after a version of the model */
const VERSION = /^v?\d+([._]\d+)*$/i

/** The licenses, policies and notices of the release, the root's first; those that could not be had among them. */
export function legalFiles(release: Release, known: LegalFiles): LegalFile[] {
  const unread = new Map((release.unread ?? []).map(one => [one.path, one]))
  const listed = new Set(release.files.map(({ path }) => path))
  // a pipe is no file, and stands where a license would
  const unlisted = [...unread.keys()].filter(path => !path.endsWith('/') && !listed.has(path))
  const files = [...release.files, ...unlisted.map(path => ({ path, size: null, kind: 'file' as const }))]
  // what lies in the models folder of a program is code of models, unless weights lie there too
  const weighty = new Set(release.files.flatMap(({ path, size }) => (isWeights(path, size) ? [folder(path)] : [])))
  const inCode = (path: string) => listed.has(`${folder(path)}/__init__.py`) && !weighty.has(folder(path))
  const all = files.flatMap((file): LegalFile[] => {
    const text = release.texts.get(file.path)
    const carried = text ? carriedTerms(text, isModelCode(file.path, known)) : null
    if (carried) {
      const { covers, within, ...is } = carried
      const named = { ...is, others: isAmongOthers(file.path, known) ? ('folder' as const) : null }
      return [{ ...describe(file.path, named, known), covers, subject: null, within, unread: null }]
    }
    const name = legalNameOf(file.path, known)
    if (name === null || name.others === 'name') return []
    if (isBlank(file, release)) return []
    const cause = unread.get(file.path) ?? (text?.truncated ? readInPart(file.path) : null)
    const described = describe(file.path, inCode(file.path) ? { ...name, others: 'folder' } : name, known)
    return [{ ...described, unread: cause ?? (text ? null : unreadWithoutText(file, known)) }]
  })
  const without = all
    .filter(({ path }) => !release.texts.has(path))
    .sort((one, other) => Number(one.others) - Number(other.others) || byDepth(one, other))
  return [...all.filter(({ path }) => release.texts.has(path)), ...without.slice(0, UNREAD_NAMED)].sort(byDepth)
}

/** Legal files with nothing in them: they are there, and give no terms. */
export const blankFiles = (release: Release, known: LegalFiles): readonly string[] =>
  release.files
    .flatMap(file => (isBlank(file, release) && legalNameOf(file.path, known) !== null ? file.path : []))
    .slice(0, UNREAD_NAMED)

const byDepth = (one: LegalFile, other: LegalFile) =>
  depth(one.path) - depth(other.path) || one.path.localeCompare(other.path)

function describe(
  path: string,
  named: Pick<LegalName, 'role' | 'others' | 'silent'>,
  known: LegalFiles,
): Omit<LegalFile, 'unread'> {
  const name = fileName(path)
  const place = folder(path)
  const others = named.others !== null
  const covers = coversByName(name)
  // a folder of licenses at the root: what its files are called says what each is for
  const atRoot = place === '' || (covers.length > 0 && legalNameOf(place, known) !== null)
  const standing = others ? 'aside' : atRoot ? 'root' : MODELS.test(path) ? 'model-folder' : 'aside'
  const inModels = standing === 'model-folder' && OF_WEIGHTS.test(path)
  return {
    path,
    role: named.role,
    covers: inModels ? ['weights'] : covers,
    subject: subjectOf(name, place, standing, known),
    standing,
    others,
    silent: named.silent,
  }
}

function coversByName(name: string): Scope[] {
  const bare = name.replace(/\.(md|txt|html?|pdf|rst)$/i, '').replace(/([a-z])([A-Z])/g, '$1 $2')
  const covers: Scope[] = []
  if (/(^|[-_. ])(models?|weights?|checkpoints?|ckpts?|params?|parameters)([-_. ]|$)|模型|权重/i.test(bare))
    covers.push('weights')
  if (/(^|[-_. ])(code|source|software|scripts?)([-_. ]|$)|代码/i.test(bare)) covers.push('code')
  if (/(^|[-_. ])(data|datasets?)([-_. ]|$)|数据/i.test(bare)) covers.push('data')
  if (/(^|[-_. ])(docs?|documentation)([-_. ]|$)/i.test(bare)) covers.push('documents')
  return covers
}

/** words of a license's file name that name no subject */
const PLAIN = new RegExp(
  '^(licen[cs]es?|licen[cs]ing|copying|agreement|terms|of|use|service|model|models|weights?|code|data|' +
    'dataset|community|research|open|source|commercial|non|noncommercial|the|and|txt|md|html|pdf|rst|' +
    String.raw`apache|mit|bsd|gpl|lgpl|agpl|mpl|cc|by|nc|sa|nd|v?\d+(\.\d+)*|core|third|party|notice|policy|en|zh|` +
    'cn|unlicense|docs|documentation|output)$',
  'i',
)

function subjectOf(name: string, place: string, standing: LegalFile['standing'], known: LegalFiles): string | null {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/模型|权重|代码|数据|许可|协议|证|使用|商用|社区/g, ' ')
    .split(/(?:[-_ ]|\.(?!\d))+/)
  const left = words.filter(word => word !== '' && !PLAIN.test(word) && !isLegalWord(word, known))
  if (left.length > 0 && left.length <= 4) return left.join(' ')
  if (standing !== 'model-folder') return null
  const last = place.split('/').at(-1) ?? ''
  return (PLAIN.test(last) && !VERSION.test(last)) || /^(model[-_ ]?licen[cs]es?|projects?|checkpoints?)$/i.test(last)
    ? null
    : last
}
