import { sentencesOfDocument } from '../documents/sentences.ts'
import type { Citation, License } from '../report/report.ts'
import type { Sentence } from '../sentences/index.ts'
import { langOf } from '../text/foreign.ts'
import { type Asks, askedOf, definitionsOf, type JudgedRelease, type Posed } from './asked.ts'

/** kinds of clauses offered for one sentence: few enough for a key each, and for a small model */
const MOST_KINDS = 5
/** parts of one text that are asked about; one of which more is dark is for a lawyer to read whole */
const MOST_PARTS = 12

/** Sentences that may take something, and parts of texts that bind the weights and were not understood. */
export const takes: Asks = judgement => [...inTexts(judgement), ...inProse(judgement)]

function inProse(judgement: JudgedRelease): Posed[] {
  const unsure = judgement.judged.statements.flatMap(({ sentence, restricts }) =>
    sentence && restricts ? [{ sentence, restricts }] : [],
  )
  // what binds as it is before what is only suspected
  return unsure
    .toSorted((one, other) => Number(other.restricts.sure) - Number(one.restricts.sure))
    .flatMap(({ sentence, restricts: { suspects } }) =>
      asking(
        sentence.text,
        suspects,
        {
          of: sentence.cited()[0],
          heading: sentence.heading,
          before: sentence.before || sentence.lead,
          after: after(sentence),
        },
        judgement,
      ),
    )
}

/** The sentence after one in its block; where that ends without a mark, the lines that go on. */
function after({ within }: Sentence): string {
  if (!within) return ''
  const { block, document, start } = within
  const all = sentencesOfDocument(block)
  const next = all[all.findIndex(one => one.start === start) + 1]
  if (next || /[.!?。！？]$/.test(block.text)) return next?.text ?? ''
  const lines = document.lines.slice(block.endLine, block.endLine + 20).join('\n')
  return lines.split('\n#')[0]?.trim() ?? ''
}

function inTexts(judgement: JudgedRelease): Posed[] {
  const { models, evidence } = judgement.judged
  const binding = new Set(models.flatMap(({ floor }) => floor).filter(({ openness }) => openness !== 'open'))
  return [...binding].flatMap(({ license }) => {
    const lines = evidence.release.texts.get(license.text?.path ?? '')?.content.split('\n') ?? []
    return (license.parts ?? [])
      .filter(({ is }) => is === 'unread' || is === 'possible')
      .toSorted((one, other) => rank(one) - rank(other))
      .slice(0, MOST_PARTS)
      .flatMap(part => partOf(part, license, lines, judgement))
  })
}

/** A text in two languages says the same twice; what a word means takes less than what one may do. */
const rank = ({ quote = '' }: LicensePart) => (langOf(quote) ? 2 : 0) + (DEFINES.test(quote) ? 1 : 0)
const DEFINES = /^[^"“]{0,40}["“][^"”]{1,60}["”].{0,60}?(?:\bmeans?\b|是指)/

type LicensePart = NonNullable<License['parts']>[number]

/** "distributing, or accessing": fewer words than a sentence that takes something has; Chinese has no spaces */
const isFragment = (words: string) => !/\p{Script=Han}/u.test(words) && words.trim().split(/\s+/).length < FEWEST_WORDS
const FEWEST_WORDS = 5

function partOf(
  { quote = '', cut, line, endLine, why = '' }: LicensePart,
  { text }: License,
  lines: readonly string[],
  judgement: JudgedRelease,
): readonly Posed[] {
  // of words that are left out anything may be said, and of a fragment nothing
  if (!text || quote === '' || cut || isFragment(quote)) return []
  const { clauses } = judgement.judged.knowledge
  const suspects = [...clauses.values()].filter(({ name }) => why.includes(name)).map(({ id }) => id)
  // with what stands on its own lines beside it
  const own = lines.slice(line - 1, endLine).join('\n')
  const at = own.indexOf(quote)
  const [head, tail] = at < 0 ? ['', ''] : [own.slice(0, at), own.slice(at + quote.length)]
  const standing = {
    before: [...lines.slice(Math.max(0, line - 4), line - 1), head].join('\n').trim(),
    after: [tail, ...lines.slice(endLine, endLine + 3)].join('\n').trim(),
  }
  // lines are cited as they are split, whatever ends them
  const words = quote.replace(/\r(?=\n)/g, '')
  return asking(words, suspects, { of: { ...text, line, endLine, quote: words }, ...standing }, judgement)
}

function asking(
  words: string,
  suspects: readonly string[],
  standing: { of: Citation; heading?: string; before: string; after: string },
  { judged }: JudgedRelease,
): readonly Posed[] {
  const { clauses, questions } = judged.knowledge
  const usual = questions.find(({ id }) => id === 'takes')?.kinds ?? []
  const kinds = [...new Set([...suspects, ...usual])]
    .filter(kind => clauses.get(kind)?.weighs === 'blocks')
    .slice(0, MOST_KINDS)
  const options = kinds.map(id => ({ id, says: clauses.get(id)?.name ?? id }))
  const about = { key: words, sentence: words, options, ...standing, ...definitionsOf(kinds, judged.knowledge) }
  return askedOf('takes', about, judged)
}
