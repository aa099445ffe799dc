import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Allowed, Citation, Report } from '@unwash/core/report/report'
import type { StatedUse } from '@unwash/core/uses/stated'
import type { Names } from '@unwash/reporters/names'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { EVIDENCE, FILES_BESIDE } from '../addresses.ts'

/** What every page needs to be set: the names of things, and how to write an address. */
export interface PageSetting {
  readonly knowledge: Knowledge
  readonly names: Names
  /** an address of ADDRESSES as it is written on this page: from the root where served, relative in static files */
  readonly link: (address: string) => string
  /** whether a server answers: forms that need one are left out of static files */
  readonly served: boolean
  /** the origin under which the pages are reached, where it is known; social previews need a whole address */
  readonly origin: string | null
}

const Context = createContext<PageSetting | null>(null)

/** Gives a setting to the page below it. */
export const PageSetting = Context.Provider

/** The setting of the page. Throws outside of one. */
export function useSetting(): PageSetting {
  const setting = useContext(Context)
  if (setting === null) throw new Error('a page is set without its setting')
  return setting
}

/** Whether an address is that of a file; a page is a folder with its index, whatever its name ends in. */
function isFile(path: string): boolean {
  const steps = path.split('/')
  if (steps[0] === 'assets' || path === 'openapi.json' || /^explore\/(?:table|chart)\//.test(path)) return true
  return steps.length === 3 && [...Object.keys(FILES_BESIDE), EVIDENCE].includes(steps[2] ?? '')
}

/** Writes an address from a page's own place, so that static files work below any folder. */
export function relativeTo(page: string): PageSetting['link'] {
  const up = '../'.repeat(page.split('/').filter(step => step !== '').length) || './'
  return address => {
    if (!address.startsWith('/')) return address
    const [whole = '', anchor] = address.slice(1).split('#')
    const path = whole.split('?')[0] ?? ''
    const file = path === '' || isFile(path) ? path : `${path}/`
    return `${up}${file}${anchor === undefined ? '' : `#${anchor}`}`
  }
}

/** The sources that are kept of the release a page is about. */
export interface Sources {
  /** the address of the release */
  readonly release: string
  /** whether a text is kept, its own or that of another place, so that it can be opened at a line */
  readonly has: (path: string, place?: string) => boolean
  /** the text itself; null where it is not kept */
  readonly text: (path: string, place?: string) => string | null
  /** of a text that stands on the page itself: where in it, and in which words; null of any other */
  readonly here?: (cited: Citation) => { readonly href: string; readonly words: string } | null
}

const KeptSources = createContext<Sources>({ release: '/', has: () => false, text: () => null })

/** Gives the sources to what cites them. */
export const Sources = KeptSources.Provider

/** The sources that citations of this page point into. */
export const useSources = (): Sources => useContext(KeptSources)

/** A release as it is kept. */
export interface Shown {
  readonly report: Report
  /** an ISO moment */
  readonly keptOn: string
  /** whether a text is kept, its own or that of another place, and the text */
  readonly has: Sources['has']
  readonly text: Sources['text']
  /** whether what it was judged from is kept */
  readonly evidence: boolean
  /** whether there is a picture of it */
  readonly picture?: boolean
  /** the page of a revision, and not of whatever was read last */
  readonly pinned: boolean
  readonly stated: StatedUse | null
  /** the answers to what was stated */
  readonly rows: readonly Allowed[]
}
