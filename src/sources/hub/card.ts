import { CARD_VALUE, CARD_VALUES } from './limits.ts'

/** keys of a card that something here reads */
const READ = new RegExp(
  '^(?:licen[cs]e(?:_name|_link)?|base_model(?:_relation)?|datasets?|tags|library_name|pipeline_tag|' +
    String.raw`tasks?|task_categories|task_ids|extra_gated_\w{1,40})$`,
)

/** The part of a card's front matter that is read here, within limits. */
export function boundCard(card: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(card)
      .filter(([key]) => READ.test(key))
      .slice(0, CARD_VALUES)
      .map(([key, value]) => [key, bounded(value)]),
  )
}

function bounded(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, CARD_VALUE)
  if (Array.isArray(value))
    return value
      .slice(0, CARD_VALUES)
      .filter(one => typeof one === 'string')
      .map(bounded)
  // of a form's fields the names alone are read
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.keys(value)
        .slice(0, CARD_VALUES)
        .map(key => [key.slice(0, 200), true]),
    )
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}
