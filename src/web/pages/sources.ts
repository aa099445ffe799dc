import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The sources that are kept of the release a page is about. */
export interface Sources {
  /** the address of the release */
  readonly release: string
  /** whether a text is kept, its own or that of another place, so that it can be opened at a line */
  readonly has: (path: string, place?: string) => boolean
}

const Context = createContext<Sources>({ release: '/', has: () => false })

/** Gives the sources to what cites them. */
export const Sources = Context.Provider

/** The sources that citations of this page point into. */
export const useSources = (): Sources => useContext(Context)
