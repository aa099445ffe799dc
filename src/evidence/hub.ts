import { citeValue } from '../documents/cite.ts'
import type { Citation } from '../report.ts'
import type { HubFacts } from '../sources/release.ts'
import { cite, type Gate, type Stated } from './evidence.ts'

/** What the hub's API says under a key, to be looked up there again. */
export const citeHub = ({ api }: HubFacts, key: string, value: string): Citation => citeValue(api, key, value)

/** The values of a key of the card's metadata, as the hub tells them to whom it does not give the card. */
export function statedAtHub(hub: HubFacts, key: string, values: readonly string[]): Stated[] {
  return values.map(value => ({ value, cited: cite(citeHub(hub, `cardData.${key}`, value)) }))
}

/** A value that the hub found out by itself. */
export const foundByHub = (hub: HubFacts, key: string, value: string | null): Stated | null =>
  value === null ? null : { value, cited: cite(citeHub(hub, key, value)) }

/**
 * The gate before a repository: the hub knows whether there is one, the card what its form asks. A form without a gate
 * is one that nobody is shown.
 */
export function gateAtHub(hub: HubFacts, form: Gate | null): Gate | null {
  if (hub.gated === null) return null
  const says = citeHub(hub, 'gated', hub.gated)
  if (form === null) return { cited: cite(says), approval: hub.gated, fields: [], euDisallowed: false, prompt: null }
  return { ...form, approval: hub.gated, cited: cite(says, ...form.cited) }
}

/** The form as the hub tells it of a card that it does not give: the prompt has the lines of its own value. */
export function formAtHub(hub: HubFacts): Gate | null {
  const { extra_gated_prompt: prompt, extra_gated_fields: fields, extra_gated_eu_disallowed: eu } = hub.card
  const keys = Object.keys(hub.card).filter(key => key.startsWith('extra_gated'))
  const first = keys.find(key => key === 'extra_gated_prompt') ?? keys[0]
  if (first === undefined) return null
  const lines = typeof prompt === 'string' ? prompt.split('\n') : []
  const path = `${hub.api}#cardData.extra_gated_prompt`
  return {
    cited: cite(citeHub(hub, `cardData.${first}`, String(hub.card[first]))),
    approval: null,
    fields: typeof fields === 'object' && fields !== null ? Object.keys(fields).slice(0, 40) : [],
    euDisallowed: eu === true,
    prompt: typeof prompt === 'string' ? { text: prompt, path, lines, at: lines.map((_, at) => at + 1) } : null,
  }
}
