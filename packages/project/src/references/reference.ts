import type { Role } from '@unwash/core/report/project'
import type { Cited } from '@unwash/core/report/report'

/** A place in a code base that names a model or a data set, or that loads one whose name cannot be told. */
export interface Reference {
  readonly of: 'model' | 'dataset'
  /** null where it cannot be told */
  readonly id: string | null
  /** where the name is looked up: `hub`, `path`, a service or a library */
  readonly host: string
  readonly revision: string | null
  /** what names it: a call, an option, a key, an address */
  readonly via: string
  readonly role: Role
  /** it holds only where nothing else is given */
  readonly fallback: boolean
  /** where no name can be told: why; where it stands nowhere: whose it is */
  readonly why: string | null
  readonly cited: Cited
}

/** A reference to something under a name; what is not told of it is that it is used, and no default. */
export const referenceTo = (
  of: Reference['of'],
  { id, host, revision }: Pick<Reference, 'id' | 'host' | 'revision'>,
  via: string,
  cited: Cited,
  more: Partial<Reference> = {},
): Reference => ({ of, id, host, revision, via, role: 'use', fallback: false, why: null, cited, ...more })

/** A reference to a model whose name cannot be told, and why. */
export const untold = (
  via: string,
  cited: Cited,
  why: string,
  of: Reference['of'] = 'model',
  host = 'hub',
): Reference => referenceTo(of, { id: null, host, revision: null }, via, cited, { why })
