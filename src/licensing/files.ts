import { depth, fileName, folder } from '../evidence/paths.ts'
import type { Release } from '../sources/release.ts'
import type { Scope } from '../vocabulary.ts'

/** A legal text of the release, and what its name says it is for. */
export interface LegalFile {
  readonly path: string
  readonly role: 'license' | 'policy' | 'notice' | 'output-terms'
  /** what the name says it covers; empty where the name does not say */
  readonly covers: readonly Scope[]
  /** a model, or part, that the name or the folder names ("LICENSE.XL", "models/v2/LICENSE") */
  readonly subject: string | null
  /** at the root, beside the model it is for, or somewhere that is other people's */
  readonly standing: 'root' | 'model-folder' | 'aside'
  /** listed, but there is no text to read: a PDF, a binary, or too large */
  readonly unread: boolean
}

const LICENSE = /licen[cs]e|licen[cs]ing|copying|agreement|terms[-_ ]of[-_ ](use|service)|^terms|许可|协议/i
const POLICY = /(use|usage)[-_ ]?policy|acceptable[-_ ]?use|prohibited|^aup\b|使用政策/i
/** Whether a file is a use policy, by its name. */
export const isPolicy = (path: string): boolean => POLICY.test(fileName(path))

const NOTICE = /^notice(\.|$)/i
const NOT_LEGAL =
  /\.(py|js|ts|rs|go|c|cpp|h|png|jpe?g|svg|gif|ya?ml|json|toml|cfg|sh|ipynb|css|woff2?)$|third[-_ ]?party|check[-_]?licen|licen[cs]e[-_]?(header|check|template)|contribut|^cla\.|individual[-_ ]cla/i
/** folders where licenses of other projects lie */
const OTHERS =
  /(^|\/)(third[-_]?party\w*|3rd[-_]?party|vendor|externals?|submodules?|deps|node_modules|site-packages|licenses?[-_]?(3p|third)|other_impls|legal|notices?)\//i
/** folders whose licenses are for models */
const MODELS = /(^|\/)(model[-_ ]?licen[cs]es?|models?|weights?|checkpoints?|projects?)\//i
/** of these the last folder says that the license beside the files is for weights */
const OF_WEIGHTS = /(^|\/)(model[-_ ]?licen[cs]es?\/([^/]+\/)*|(weights?|checkpoints?)\/)[^/]*$/i
/** a folder called after a version of the model */
const VERSION = /^v?\d+([._]\d+)*$/i

/** The licenses, policies and notices among the release's files, the root's first. */
export function legalFiles(release: Release): LegalFile[] {
  return (
    release.files
      .filter(file => depth(file.path) <= 5 && isLegal(file.path))
      // a blank file says nothing
      .filter(file => release.texts.get(file.path)?.content.trim() !== '')
      .map(file => ({ ...describe(file.path), unread: !release.texts.has(file.path) }))
      .sort((one, other) => depth(one.path) - depth(other.path) || one.path.localeCompare(other.path))
  )
}

function isLegal(path: string): boolean {
  const name = fileName(path)
  if (NOT_LEGAL.test(name)) return false
  // "LICENSES/MIT.txt": the folder says what the file is
  return (
    LICENSE.test(name) ||
    POLICY.test(name) ||
    NOTICE.test(name) ||
    /(^|\/)(model[-_ ]?)?licen[cs]es?\/[^/]+$/i.test(path)
  )
}

function describe(path: string): Omit<LegalFile, 'unread'> {
  const name = fileName(path)
  const role = NOTICE.test(name)
    ? 'notice'
    : POLICY.test(name)
      ? 'policy'
      : /output/i.test(name)
        ? 'output-terms'
        : 'license'
  const place = folder(path)
  const standing = place === '' ? 'root' : OTHERS.test(path) ? 'aside' : MODELS.test(path) ? 'model-folder' : 'aside'
  const inModels = standing === 'model-folder' && OF_WEIGHTS.test(path)
  return {
    path,
    role,
    covers: inModels ? ['weights'] : coversByName(name),
    subject: subjectOf(name, place, standing),
    standing,
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
const PLAIN =
  /^(licen[cs]es?|licen[cs]ing|copying|agreement|terms|of|use|service|model|models|weights?|code|data|dataset|community|research|open|source|commercial|non|noncommercial|the|and|txt|md|html|pdf|rst|apache|mit|bsd|gpl|lgpl|agpl|mpl|cc|by|nc|sa|nd|v?\d+(\.\d+)?|core|third|party|notice|policy|en|zh|cn|unlicense|docs|documentation|output)$/i

function subjectOf(name: string, place: string, standing: LegalFile['standing']): string | null {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/模型|权重|代码|数据|许可|协议|证|使用|商用|社区/g, ' ')
    .split(/[-_. ]+/)
  const left = words.filter(word => word !== '' && !PLAIN.test(word))
  if (left.length > 0 && left.length <= 4) return left.join(' ')
  if (standing !== 'model-folder') return null
  const last = place.split('/').at(-1) ?? ''
  return (PLAIN.test(last) && !VERSION.test(last)) || /^(model[-_ ]?licen[cs]es?|projects?|checkpoints?)$/i.test(last)
    ? null
    : last
}
