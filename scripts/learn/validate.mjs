// Says how well the second reader reads sentences of texts that it has not seen, beside the wordings and with them.
import { crossValidated } from './folds.mjs'
import { KINDS, kinds, knowledge, TAKES, takesOf } from './label.mjs'
import { thresholds } from './learn.mjs'

const { findInPassages } = await import('@unwash/core/licenses/clauses/find')

const percent = (part, whole) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)).padStart(6)

/** The kinds that the wordings find in one passage. */
function wordingsIn({ text, heading, lead }) {
  const language = /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en'
  const passage = { text, lower: text, heading, lead, line: 1, endLine: 1, language }
  return new Set(
    findInPassages(text, [passage], knowledge, null).flatMap(({ kind, mode }) => (mode === 'plea' ? [] : [kind])),
  )
}

const { takes: taking, kinds: likely, sure } = thresholds()
/** Whether the reader names a kind of this score. */
const isPossible = (scores, score) => score >= (scores[TAKES] >= taking ? likely : sure)

/** One row for each kind that a sentence was read for. */
function asked(examples) {
  return examples.flatMap(({ found, left, passage, scores }) => {
    const wordings = wordingsIn(passage)
    const row = (kind, yes) => {
      const score = scores[KINDS.indexOf(kind)]
      return { kind, yes, score, wording: wordings.has(kind), possible: isPossible(scores, score) }
    }
    return [...found.map(kind => row(kind, true)), ...left.map(kind => row(kind, false))]
  })
}

function pooled(title, examples, rows) {
  const yes = rows.filter(row => row.yes)
  console.log(`\n${title}: ${examples.length} passages, ${yes.length} kinds in them`)
  console.log(`${''.padEnd(48)}recall  precision`)
  const line = (name, holds) => {
    const hits = rows.filter(holds)
    const right = hits.filter(row => row.yes).length
    console.log(name.padEnd(48) + percent(right, yes.length) + percent(right, hits.length).padStart(11))
  }
  line('wordings', row => row.wording)
  line('learned, from a score of 0', row => row.score >= 0)
  line('wordings, or learned from 0', row => row.wording || row.score >= 0)
  const shown = (name, holds) => {
    const reached = yes.filter(row => row.wording || holds(row)).length
    const more = rows.filter(row => !row.wording && holds(row)).length / examples.length
    console.log(`${name.padEnd(48)}${percent(reached, yes.length)}   ${more.toFixed(2)} shown a passage`)
  }
  for (const from of [-1, -2, -2.5, -3]) shown(`wordings, or learned from ${from}`, row => row.score >= from)
  shown('reported, or possible', row => row.possible)
}

function byKind(rows) {
  console.log(`\n${'kind'.padEnd(32)}yes  wordings  or possible  wordings' precision  of both`)
  for (const kind of [...new Set(rows.map(row => row.kind))].sort()) {
    const own = rows.filter(row => row.kind === kind)
    const yes = own.filter(row => row.yes)
    const either = row => row.wording || row.possible
    const precision = holds => percent(own.filter(row => row.yes && holds(row)).length, own.filter(holds).length)
    console.log(
      kind.padEnd(30) +
        String(yes.length).padStart(5) +
        percent(yes.filter(row => row.wording).length, yes.length).padStart(10) +
        percent(yes.filter(either).length, yes.length).padStart(13) +
        precision(row => row.wording).padStart(21) +
        precision(either).padStart(9),
    )
  }
}

const GROUPS = [
  ['sentences of license texts, hard', ({ from }) => from === 'labels'],
  ['passages of whole texts', ({ from }) => from === 'gold'],
  ['sentences of cards', ({ from }) => from === 'corpus'],
  ['approved texts', ({ from }) => from === 'approved'],
  ["the kinds' own examples", ({ from }) => from === 'kinds' || from === 'wordings'],
  ['invented', ({ from }) => ['invented', 'takes', 'harmless', 'patterns'].includes(from)],
]

function takes(examples) {
  console.log('\nDoes it take something?  (of those that do, of those that do not, from each score)')
  const steps = [1, 0.5, 0, -0.5, -1, -1.5]
  console.log(''.padEnd(36) + steps.map(step => String(step).padStart(14)).join(''))
  for (const [name, holds] of GROUPS) {
    const own = examples.filter(holds).map(example => [takesOf(example), example.scores[TAKES]])
    const part = (answer, from) => {
      const those = own.filter(([takes]) => takes === answer)
      return percent(those.filter(([, score]) => score >= from).length, those.length)
    }
    const count = answer => own.filter(([takes]) => takes === answer).length
    console.log(
      `${name} (${count(1)}, ${count(0)})`.padEnd(46) +
        steps.map(step => `${part(1, step)}${part(0, step)}`.padStart(14)).join(''),
    )
  }
}

/** Prints what it comes to. */
export function crossValidate(folder) {
  const examples = crossValidated(folder)
  const labels = examples.filter(({ from }) => from === 'labels')
  const gold = examples.filter(({ from }) => from === 'gold')
  const [hard, whole] = [asked(labels), asked(gold)]
  pooled('Sentences read one by one, hard ones', labels, hard)
  pooled('Whole texts', gold, whole)
  byKind([...hard, ...whole])
  takes(examples)
  const blocking = kinds.flatMap(({ weighs }, number) => (weighs === 'blocks' ? [number] : []))
  const approved = examples.filter(({ from }) => from === 'approved')
  const alarms = approved.filter(({ scores }) => blocking.some(number => isPossible(scores, scores[number])))
  console.log(
    `\nA kind that blocks is possible in ${percent(alarms.length, approved.length)} % of ` +
      `${approved.length} sentences of approved texts`,
  )
}
