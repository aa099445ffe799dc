import type { ErrorCode, UnwashError } from '@unwash/core/error'

/** Why a hub did not give what was asked for. `message` continues "… could not be read: ". */
export class HubTrouble extends Error {
  /** of HTTP; null where there was no answer */
  readonly status: number | null
  /** the hub's own word for it, such as GatedRepo */
  readonly code: string | null
  /** it may go better another time */
  readonly passing: boolean
  /** milliseconds the hub asks to wait before the next try */
  readonly wait: number | null
  /** how it asks to be told who asks (`WWW-Authenticate`) */
  readonly challenge: string | null

  constructor(
    message: string,
    about: {
      readonly status?: number
      readonly code?: string | null
      readonly passing?: boolean
      readonly wait?: number | null
      readonly challenge?: string | null
      readonly cause?: unknown
    } = {},
  ) {
    super(message, about.cause === undefined ? undefined : { cause: about.cause })
    this.name = 'HubTrouble'
    this.status = about.status ?? null
    this.code = about.code ?? null
    this.passing = about.passing ?? false
    this.wait = about.wait ?? null
    this.challenge = about.challenge ?? null
  }
}

/** Whether access to the files has to be asked for first. */
export function isRefusal(error: unknown): error is HubTrouble {
  return error instanceof HubTrouble && (error.status === 401 || error.status === 403)
}

/** What kind of trouble an answer is, or none. */
export function codeOf({ status, passing }: { readonly status: number | null; readonly passing?: boolean }): ErrorCode {
  if (status === 404 || status === 410) return 'not-found'
  if (status === 401 || status === 403 || status === 451) return 'refused'
  return passing || status === 429 || Number(status) >= 500 ? 'network' : 'unreadable'
}

/** Whether what could not be read may be read another time: the trouble was the network's or the server's. */
export const mayPass = (error: UnwashError): boolean =>
  error.code === 'network' && !(error.cause instanceof HubTrouble && codeOf(error.cause) === 'unreadable')
