import type { MessagePort } from 'node:worker_threads'
import type { ClaimsReport } from '../../../claims/report.ts'
import type { LicensesReport, Report } from '../../../report.ts'
import type { Target } from '../target.ts'

/** What the server has done in another thread: reading takes a second or many, and pages must not wait for it. */
export type Work =
  | {
      readonly kind: 'audit'
      readonly target: Target
      /** what was submitted; it stands in the report in place of a path of this machine */
      readonly submitted: string
      readonly on: string | undefined
      /** seconds after which it is given up */
      readonly seconds: number
      /** told of what is waited for */
      readonly port: MessagePort
    }
  | { readonly kind: 'license'; readonly texts: readonly GivenWords[] }
  | { readonly kind: 'claims'; readonly texts: readonly GivenWords[]; readonly of: Report | null }
  /** an example, read so that the next text is read faster */
  | { readonly kind: 'warm'; readonly text: string }

/** A text that was submitted, under the name of its file. */
export interface GivenWords {
  readonly path: string
  readonly content: string
}

/** What comes back, or why nothing does: trouble of the caller's is a value between threads. */
export type Done<K extends Work['kind']> =
  | { readonly ok: true; readonly result: Results[K] }
  | { readonly ok: false; readonly says: string }

interface Results {
  readonly audit: { readonly report: Report; readonly evidence: object }
  readonly license: LicensesReport
  readonly claims: ClaimsReport
  readonly warm: null
}
