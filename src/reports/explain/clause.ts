import { type Line, lines, list, look, table, titled } from '../page.ts'
import { type Explainer, keyOf, sourceLines } from './explainer.ts'

const SEVERITIES = {
  block: 'blocks it',
  ask: 'a person must judge',
  warn: 'does not block it, to be known',
  ok: 'no objection',
} as const
const SHOWS = { block: 'bad', ask: 'ask', warn: 'ask', ok: 'good' } as const
/** licenses named before the rest is counted */
const LICENSES_SHOWN = 6

/** What a kind of clause is, what each framework makes of it, and which known licenses have it. */
export const clause: Explainer = {
  words: knowledge => [...knowledge.clauses.keys()],
  explain(word, knowledge) {
    const key = keyOf(word)
    const known = [...knowledge.clauses.values()].find(({ id, name }) => keyOf(id) === key || keyOf(name) === key)
    if (!known) return null
    const rows = Object.entries(known.frameworks).map(([framework, { severity, rows: requirements, note }]) => [
      [framework.toUpperCase()],
      [look(SHOWS[severity], SEVERITIES[severity])],
      [requirements.join(', ')],
      [note ?? ''],
    ])
    const having = [...knowledge.licenses.values()].filter(license =>
      license.clauses.some(({ kind }) => kind === known.id),
    )
    const shown = having.slice(0, LICENSES_SHOWN).map((license): [Line] => {
      const section = license.clauses.find(({ kind }) => kind === known.id)?.section ?? ''
      return [[look('strong', license.name), ` ${section}`, look('faint', ` (${license.id})`)]]
    })
    const more = having.length - shown.length
    return {
      subject: ['a kind of clause: ', look('code', known.id)],
      title: known.name,
      lead: [
        lines(
          [known.definition],
          [`Found: ${known.looksFor}`],
          [`Not taken for it: ${known.falseFriends}`],
          ...(known.adoption.note
            ? [[`For whoever uses the model (${known.adoption.level}): ${known.adoption.note}`]]
            : []),
        ),
      ],
      sections: [
        ...titled('What the frameworks make of it', table(['framework', 'says', 'in', 'note'], rows)),
        ...titled(
          'Known licenses that have it',
          list(shown),
          lines(...(more > 0 ? [[look('faint', `and ${more} more`)]] : [])),
        ),
      ],
      foot: sourceLines(known),
    }
  },
}
