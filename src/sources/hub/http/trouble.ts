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

/** Whether what could not be read may be read another time: the trouble was the network's or the server's. */
export function mayPass(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null
  return cause instanceof HubTrouble && (cause.passing || cause.status === 429)
}
