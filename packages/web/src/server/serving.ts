import type { Known } from '@unwash/core/licenses/known'
import type { Names } from '@unwash/reporters/names'
import type { Filling } from '../pages/filling.tsx'
import type { Memory } from './answers.ts'
import type { Jobs } from './jobs.ts'
import type { Shelf } from './shelf.ts'
import type { WorkPool } from './work/pool.ts'

/** Who may have a release audited: anybody who reaches the server, who has its token, or nobody. */
export type Writers =
  | { readonly by: 'anybody' }
  | { readonly by: 'nobody' }
  | { readonly by: 'token'; readonly token: string }

/** How much one client may ask for in a minute. */
export interface Rates {
  readonly audits: number
  readonly texts: number
}

/** What the pages are made with, by a server or as files. */
export interface Showing {
  readonly known: Known
  readonly names: Names
  readonly shelf: Shelf
  readonly filling: Filling
  /** pages that were made a moment ago */
  readonly memory: Memory
  /** threads that read; none where pages are written as files */
  readonly pool?: WorkPool
  readonly writers: Writers
  readonly rates: Rates
  /** the origin under which it is reached, for previews and canonical addresses */
  readonly origin: string | null
  /** names under which it may be asked; null where any is right, as behind a proxy */
  readonly hosts: ReadonlySet<string> | null
}

/** What the routes of a server work with. */
export interface Serving extends Showing {
  readonly pool: WorkPool
  readonly jobs: Jobs
}

/** Whether what is kept is the world's to read: of a server on this machine alone, pages of others see nothing. */
export const isOpen = ({ hosts, origin }: Pick<Serving, 'hosts' | 'origin'>): boolean =>
  hosts === null || origin !== null
