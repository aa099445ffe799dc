import { groupsBy } from '@unwash/core/groups'
import type { Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { capital, inWords } from '@unwash/core/text/phrase'
import { type Item, type Line, lines, listOf, look, named } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { count } from '../words/counts.ts'
import { ANSWER_LABELS } from '../words/labels.ts'
import { placeInWords, placesOf } from '../words/places.ts'
import { limitingOf } from './limits.ts'

/** items of each list that are shown at once */
const ITEMS_SHOWN = 8
/** of what is not read, and of corrections, on the first screen */
const FEW_ITEMS = 3
/** reasons of the term, and what would change as many */
const REASONS = 3
const REASONS_FIRST = 2

/** Why this term: the first findings it rests on, with their places. */
export const why: SectionOf = ({ term, findings }, _, brief = false) => {
  const because = term.because.flatMap(id => findings.find(finding => finding.id === id) ?? [])
  const items = because.map(({ id, says, cited }): Item => [[named(says, ['finding', id]), ' ', ...placesOf(cited, 2)]])
  return listOf('Why', items, 'reason', brief ? REASONS_FIRST : REASONS)
}

/** What whoever uses it must do, and when. */
export const obligations: SectionOf = ({ obligations: all }) =>
  listOf(
    'Obligations',
    all.map((duty): Item => [[`When ${duty.when}: `, look('strong', duty.do), ' ', ...placesOf(duty.cited, 1)]]),
    'obligation',
    ITEMS_SHOWN,
  )

/** Legal files that are there and were not wholly read, the ones that may bind the weights first. */
export const unread: SectionOf = ({ unread: all = [] }, _, brief = false) => {
  const sorted = all.toSorted((one, other) => Number(other.mayBind) - Number(one.mayBind))
  const items = sorted.map(({ says, mayBind, ...file }): Item => {
    const binds = mayBind
      ? look('ask', 'what it says may bind the weights')
      : look('faint', 'it is of another part, not of the weights')
    return [[{ text: placeInWords(file), look: 'place', cited: file }, ` ${says}; `, binds]]
  })
  return listOf('Legal files not read', items, 'file', brief ? FEW_ITEMS : ITEMS_SHOWN)
}

/** What people signed off: which requirement, who, when and why. All of them, always. */
export const signoffs: SectionOf = ({ evaluations }) => {
  const signed = new Map(
    evaluations.flatMap(({ framework, requirements }) =>
      requirements.flatMap(({ id, answer, signoff }) =>
        signoff ? [[id, { framework, answer, ...signoff }] as const] : [],
      ),
    ),
  )
  const items = [...signed].map(([id, { framework, answer, who, on, why, cited }]): Item => {
    const by = [`: ${ANSWER_LABELS[answer]}, signed off by `, look('strong', who), ` on ${on} `]
    return [[named(id, ['answered', id, framework], 'ask'), ...by, ...placesOf([cited])], [why]]
  })
  return listOf('Signed off by people', items, 'sign-off', items.length)
}

/** The shortest list of releases and changes that reach the next term. */
export const moveUp: SectionOf = ({ term }) =>
  listOf(
    'How to become more open',
    term.toMoveUp.map((step): Item => [[step]]),
    'step',
    ITEMS_SHOWN,
  )

/** What to use in its place. */
export const alternatives: SectionOf = ({ alternatives: all, release: { name, places, source } }, names) =>
  listOf(
    'More open alternatives',
    all.map(
      ({ model, term, why }, at): Item => [
        [look('strong', model), ' (', named(names.term(term), ['term', term]), `): ${why}`],
        ...(at === 0
          ? [
              [
                look('code', `unwash compare ${plain(source === 'folder' ? name : (places[0] ?? name))} ${model}`),
              ] satisfies Line,
            ]
          : []),
      ],
    ),
    'model',
    ITEMS_SHOWN,
  )

/** What only a person can judge and what would change the answer, with the lines to read. */
export const whereToLook: SectionOf = ({ term, evaluations, findings }) => {
  const judged = term.review.map((id): Item => {
    const of = evaluations.find(({ requirements }) => requirements.some(one => one.id === id))
    const requirement = of?.requirements.find(one => one.id === id)
    if (!of || !requirement) return [[look('ask', id), ': needs review']]
    const rule = named(id, ['answered', id, of.framework], 'ask')
    return [[rule, `: ${requirement.because} `, ...placesOf(requirement.cited)]]
  })
  const changing = new Map<string, Item>()
  for (const id of term.because.slice(0, REASONS)) {
    const finding = findings.find(candidate => candidate.id === id)
    if (!finding || changing.has(finding.wouldChange)) continue
    changing.set(finding.wouldChange, [[capital(finding.wouldChange), ' ', ...placesOf(finding.cited, 1)]])
  }
  return listOf('Evidence that would change this', [...judged, ...changing.values()], 'point', Number.POSITIVE_INFINITY)
}

/** A publisher's reply, or a correction that was upheld, with date and outcome. */
export const corrections: SectionOf = ({ corrections: all }, _, brief = false) =>
  listOf(
    'Corrections and replies',
    all.map(({ date, says, outcome, about = [] }): Item => [[`${date}: ${says} (${[outcome, ...about].join(', ')})`]]),
    'correction',
    brief ? FEW_ITEMS : all.length,
  )

/** What could not be read, and what else bears on the reading. */
export const notes: SectionOf = ({ notes, unread = [] }) => {
  // what is told of legal files that were not read is not told twice
  const all = notes.filter(({ path }) => !unread.some(file => file.path.replace(/\/$/, '') === path))
  return listOf(
    'Notes',
    all.map(
      ({ says, path, cited = [] }): Item => [
        [says, ...(path ? [' ', look('place', path)] : []), ...(cited.length > 0 ? [' ', ...placesOf(cited, 2)] : [])],
      ],
    ),
    'note',
    ITEMS_SHOWN,
  )
}

/** The commands that say more about what stands above. */
export const next: SectionOf = report => {
  const words = [report.term.id, ...clauseAsked(report), ...report.term.review.slice(0, 1)]
  return { heading: 'Next', blocks: [lines(...words.map((word): Line => [look('code', `unwash explain ${word}`)]))] }
}

/** The kind of clause that a reader will ask of first; empty where none restricts. */
export function clauseAsked(report: Parameters<SectionOf>[0]): readonly string[] {
  const clauses = limitingOf(report)
  const first = clauses.find(clause => clause.mode === 'ban') ?? clauses[0]
  return first ? [first.kind] : []
}

/** "4 questions answered by qwen3:8b": what rests on somebody's reading; null where nothing does. */
export function readersLine({ readings = [] }: Report): Line | null {
  if (readings.length === 0) return null
  const readers = [...new Set(readings.map(({ by }) => by.name))]
  return [
    look(
      'ask',
      `${count(new Set(readings.map(({ question }) => question)).size, 'question')} answered by ${inWords(readers)}`,
    ),
  ]
}

/** What was read by whom: the question, the answer, and the words that it rests on. */
export const readings: SectionOf = ({ readings: all = [] }, names) => {
  const items = all.map(({ ask, answer, quote, by, at, of }): Item => {
    const who = by.kind === 'person' ? by.name : `${by.name} (${by.kind}; no person confirmed)`
    const under: Line[] = quote === '' ? [] : [[`"${quote}"`]]
    return [
      [
        `${ask} `,
        look('strong', names.clause(answer)),
        `, read by ${who} on ${at.slice(0, DAY)} `,
        ...placesOf([of], 1),
      ],
      ...under,
    ]
  })
  return listOf('Read by others', items, 'answer', ITEMS_SHOWN)
}
/** letters of an ISO day */
const DAY = 10

/** What could not be decided, and somebody may answer: what is asked of several sentences is asked once. */
export const questions: SectionOf = ({ questions: all = [] }) => {
  const items = [...groupsBy(all, ({ ask }) => ask)].map(([ask, those]): Item => {
    const told = those.map(({ sentence, of }): Line => {
      const words = sentence.split('\n')[0]?.slice(0, LONGEST_SENTENCE) ?? ''
      return [...(words === '' ? [] : [`"${words}" `]), ...placesOf([of], 1)]
    })
    return [[look('ask', ask)], ...told]
  })
  return listOf('Questions for a person, an agent or a model (unwash questions)', items, 'question', ITEMS_SHOWN)
}
/** letters of a sentence */
const LONGEST_SENTENCE = 300
