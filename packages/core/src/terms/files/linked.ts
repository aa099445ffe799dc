import type { LegalFile } from '../../evidence/legal/index.ts'
import { decoded } from '../../text/address.ts'

/** a file of a repository, at a host */
const BLOB = new RegExp(
  String.raw`^(?:https?:)?\/\/(?:www\.)?(?:github\.com|huggingface\.co|hf\.co|gitee\.com|modelscope\.cn\/models)\/` +
    String.raw`([\w.-]+\/([\w.-]+))\/(?:-\/)?(?:blob|raw|tree|resolve|file\/view)\/[^/]+\/(.+)$`,
  'i',
)

/** The own file of a release of this name that a link leads to: relative, or an address of its repository. */
export function pathOf(url: string, legal: readonly LegalFile[], release: string): string | null {
  let target = decoded(url.split(/[?#]/)[0] ?? '')
  const [blob, , name = '', path = ''] = BLOB.exec(target) ?? []
  if (blob) {
    if (name.toLowerCase() !== release.toLowerCase()) return null
    target = path
  } else if (/^[a-z][a-z+.-]*:|^\/\//i.test(target)) return null
  const bare = target.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/$/, '')
  if (bare === '') return null
  // code is linked for what it does, not for what it opens with
  const texts = legal.filter(({ role, within }) => role !== 'notice' || within === undefined)
  const exact =
    texts.find(file => file.path === bare) ?? texts.find(file => file.path.toLowerCase() === bare.toLowerCase())
  if (exact) return exact.path
  // "./LICENCE" for a file that is called LICENSE
  const alike = texts.find(file => spelling(file.path) === spelling(bare))
  return alike?.path ?? null
}

/** Whether an address is that of a file in a repository which is not known to be the one at a place. */
export function isAway(url: string, place: string): boolean {
  const [, repository] = BLOB.exec(url) ?? []
  return repository !== undefined && !place.toLowerCase().includes(repository.toLowerCase())
}

/** A path as names of files of terms are compared. */
export const spelling = (path: string) =>
  path
    .toLowerCase()
    .replace(/licence/g, 'license')
    .replace(/\.(md|txt)$/, '')
