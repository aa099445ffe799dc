import { citeValue } from '../../documents/cite.ts'
import type { HubFacts } from '../../release/release.ts'
import type { Citation } from '../../report/report.ts'
import { cite, type Gate, type Prompt, type Stated } from '../evidence.ts'
import { isRecord } from './settings.ts'
import { leavesOf, plainKey } from './terms-said.ts'

/** What the hub's API says under a key, to be looked up there again. */
export const citeHub = ({ api }: HubFacts, key: string, value: string): Citation => citeValue(api, key, value)

/** The values of a key of the card's metadata, as the hub tells them to whom it does not give the card. */
export function statedAtHub(hub: HubFacts, key: string, values: readonly string[]): Stated[] {
  return values.map(value => ({ value, cited: cite(citeHub(hub, `cardData.${key}`, value)) }))
}

/** A value that the hub found out by itself. */
export const foundByHub = (hub: HubFacts, key: string, value: string): Stated => ({
  value,
  cited: cite(citeHub(hub, key, value)),
})

/**
 * The gate before a repository: the hub knows whether there is one, the card what its form asks. A form without a gate
 * is one that nobody is shown.
 */
export function gateAtHub(hub: HubFacts, form: Gate | null): Gate | null {
  if (hub.gated === null) return null
  const says = citeHub(hub, 'gated', hub.gated)
  if (form === null)
    return { cited: cite(says), approval: hub.gated, fields: [], says: [], euDisallowed: false, prompt: null }
  return { ...form, approval: hub.gated, cited: cite(says, ...form.cited) }
}

/** The form as the hub tells it of a card that it does not give: the prompt has the lines of its own value. */
export function formAtHub(hub: HubFacts): Gate | null {
  const path = `${hub.api}#cardData.extra_gated_prompt`
  return gateIn(
    Object.entries(hub.card).map(([key, value]) => ({
      key,
      value,
      cited: citeHub(hub, `cardData.${key}`, String(value)),
      place: text => ({ path, lines: text.split('\n'), at: text.split('\n').map((_, at) => at + 1) }),
    })),
  )
}

/** A key of a form, with where it is cited, and where the text of a prompt stands. */
interface FormKey {
  readonly key: string
  readonly value: unknown
  readonly cited: Citation
  readonly place: (text: string) => Omit<Prompt, 'text'>
}

/** fields of a form, and texts in it */
const MOST_FIELDS = 40

/** Whether a key is one of a form, however it is spelled. */
export const isOfGate = (key: string): boolean => plainKey(key).startsWith('extragated')

/** The form that these keys make up; null where none is of one. */
export function gateIn(all: readonly FormKey[]): Gate | null {
  const keys = all.filter(({ key }) => isOfGate(key))
  const [first] = keys
  if (first === undefined) return null
  const of = (name: string) => keys.filter(({ key }) => plainKey(key) === name)
  const prompt = of('extragatedprompt').findLast(({ value }) => typeof value === 'string')
  const fields = of('extragatedfields').flatMap(({ value }) => (isRecord(value) ? Object.keys(value) : []))
  const text = typeof prompt?.value === 'string' ? prompt.value : null
  return {
    cited: cite((prompt ?? first).cited),
    approval: null,
    fields: fields.slice(0, MOST_FIELDS),
    says: keys
      .filter(one => one !== prompt)
      .flatMap(({ value }) => leavesOf('', value).map(leaf => leaf.value))
      .slice(0, MOST_FIELDS),
    euDisallowed: of('extragatedeudisallowed').some(({ value }) => value === true),
    prompt: prompt && text !== null ? { text, ...prompt.place(text) } : null,
  }
}
