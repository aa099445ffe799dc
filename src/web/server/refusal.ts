import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What is not done for whoever asks, and why: a sentence for the one who asks. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode
  /** in how many seconds to ask again */
  readonly after: number | null

  constructor(status: ContentfulStatusCode, says: string, after: number | null = null, options?: ErrorOptions) {
    super(says, options)
    this.name = 'Refusal'
    this.status = status
    this.after = after
  }
}
