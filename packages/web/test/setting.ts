import { loadKnown } from '@unwash/library/known'
import { knownNames } from '@unwash/reporters/names'
import { type PageSetting, relativeTo } from '../src/pages/setting.ts'

const { knowledge } = await loadKnown()

/** A setting as a server gives it, or that of a static page. */
export function settingOf(page?: string): PageSetting {
  const names = knownNames(knowledge)
  if (page === undefined) return { knowledge, names, link: address => address, served: true, origin: null }
  return { knowledge, names, link: relativeTo(page), served: false, origin: null }
}
