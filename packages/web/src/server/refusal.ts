import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What is not done for whoever asks, and why: a sentence for the one who asks. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode
  /** in how many seconds to ask again */
  readonly after: number | null
  /** the release that was asked for, to be mended and asked again */
  readonly asked: string | null

  /** where to go back to */
  readonly back: string | null

  constructor(
    status: ContentfulStatusCode,
    says: string,
    after: number | null = null,
    options: ErrorOptions & { readonly asked?: string; readonly back?: string } = {},
  ) {
    super(says, options)
    this.name = 'Refusal'
    this.status = status
    this.after = after
    this.asked = options.asked ?? null
    this.back = options.back ?? null
  }
}
