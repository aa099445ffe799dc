import { joined, type Line, lines, list, look, named, table, titled } from '../page.ts'
import { MODE_LABELS } from '../words/labels.ts'
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
    const rows = Object.entries(known.frameworks).map(([short, { severity, rows: requirements, note }]) => {
      const of = [...knowledge.frameworks.values()].find(one =>
        one.requirements.some(({ id }) => id === requirements[0]),
      )
      return [
        [of ? named(short.toUpperCase(), ['framework', of.id]) : short.toUpperCase()],
        [look(SHOWS[severity], SEVERITIES[severity])],
        joined(
          requirements.map(id => [named(id, ['requirement', id, of?.id ?? ''])]),
          ', ',
        ),
        [note ?? ''],
      ]
    })
    const having = [...knowledge.licenses.values()].filter(license =>
      license.clauses.some(({ kind }) => kind === known.id),
    )
    const shown = having.slice(0, LICENSES_SHOWN).map((license): [Line] => {
      const section = license.clauses.find(({ kind }) => kind === known.id)?.section ?? ''
      return [
        [named(license.name, ['license', license.id], 'strong'), ` ${section}`, look('faint', ` (${license.id})`)],
      ]
    })
    const more = having.length - shown.length
    const phrases = having.flatMap(license =>
      license.clauses
        .filter(({ kind }) => kind === known.id)
        .map(({ section, mode, phrase }): Line[] => [
          [named(license.name, ['license', license.id])],
          [section],
          [look('faint', MODE_LABELS[mode])],
          [`“${phrase}”`],
        ]),
    )
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
          {
            kind: 'fold',
            summary: 'in its words',
            blocks: [table(['license', 'section', '', 'its words'], phrases)],
            aside: true,
          },
        ),
      ],
      foot: sourceLines(known),
    }
  },
}
