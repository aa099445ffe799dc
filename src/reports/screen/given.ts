import type { Component, Evaluation } from '../../report.ts'
import { ANSWERS } from '../../vocabulary.ts'
import type { Names } from '../names.ts'
import { type Line, type Look, look, loose, row } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { applies, isFacts } from '../sections/frameworks.ts'
import { COMPONENT_LABELS, CONCLUSION_LABELS } from '../words/labels.ts'

/** columns beside a label */
const ROOM = 66
/** what decides a term is named first */
const WEIGHT: readonly Component['id'][] = [
  'data-preprocessing-code',
  'evaluation-code',
  'inference-code',
  'training-code',
  'datasets',
  'weights',
]

/** What is released, linked and missing, a row each, and what the frameworks conclude. */
export const given: SectionOf = ({ components, evaluations }, names) => {
  const listed = (label: string, presences: readonly Component['presence'][], as: Look) => {
    const found = components
      .filter(({ presence }) => presences.includes(presence))
      .toSorted((one, other) => WEIGHT.indexOf(other.id) - WEIGHT.indexOf(one.id))
      .map(({ id }) => COMPONENT_LABELS[id])
    return found.length > 0 ? [row([look(as, inRoom(found))], [], '', label)] : []
  }
  const rows = [
    ...listed('Released', ['released'], 'good'),
    ...listed('Linked', ['linked'], 'strong'),
    ...listed('Described', ['described'], 'strong'),
    ...listed('Missing', ['absent'], 'faint'),
    ...listed('Not known', ['unknown'], 'faint'),
  ]
  const concluded = evaluations.filter(one => applies(one) && !isFacts(one) && one.conclusion !== 'not-applicable')
  const framework = inShort(concluded, names)
  const all = [...rows, ...(framework.length > 0 ? [row(framework, [], '', 'Frameworks')] : [])]
  return all.length > 0 ? { heading: '', blocks: [loose(all)] } : null
}

/** As many words as fit a row; the rest is counted. */
function inRoom(words: readonly string[]): string {
  for (let shown = words.length; shown > 1; shown--) {
    const text = words.slice(0, shown).join(', ') + (shown < words.length ? ` and ${words.length - shown} more` : '')
    if (text.length <= ROOM) return text
  }
  return words.join(', ')
}

/** "OSAID no · MOF no class": readings of one framework that agree are one. */
function inShort(evaluations: readonly Evaluation[], names: Names): Line {
  const told = new Set<string>()
  for (const { framework, conclusion, reading } of evaluations) {
    const label = CONCLUSION_LABELS[ANSWERS.find(answer => answer === conclusion) ?? conclusion] ?? conclusion
    const agree = evaluations.every(other => other.framework !== framework || other.conclusion === conclusion)
    told.add(`${names.short(framework)}${reading && !agree ? ` (${reading})` : ''} ${label}`)
  }
  return told.size > 0 ? [[...told].join(' · ')] : []
}
