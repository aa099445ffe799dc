/** What came of asking once. */
export type Heard =
  | {
      readonly is: 'answer'
      readonly text: string
      /** as the server calls the model that answered, and its build */
      readonly version: readonly string[]
      /** as the server counts them, where it does */
      readonly tokens: { readonly in: number; readonly out: number } | null
    }
  | {
      readonly is: 'trouble'
      /** continues "the reader …" */
      readonly says: string
      readonly status: number | null
      /** what it said of itself, at most so much as tells what it refuses */
      readonly detail: string
      /** it may go better another time */
      readonly passing: boolean
      /** nothing else is answered there either */
      readonly final: boolean
      /** milliseconds the server asks to wait */
      readonly wait: number | null
    }

/** Trouble, which continues "the reader …". */
export const trouble = (says: string, about: Partial<Extract<Heard, { is: 'trouble' }>> = {}): Heard => ({
  is: 'trouble',
  says,
  status: null,
  detail: '',
  passing: false,
  final: false,
  wait: null,
  ...about,
})
