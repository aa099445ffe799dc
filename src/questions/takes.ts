import { sentencesOf } from '../documents/sentences.ts'
import type { Citation, License } from '../report.ts'
import type { Sentence } from '../sentences/index.ts'
import { type Asks, askedOf, definitionsOf, type Judgement, type Posed } from './asked.ts'

/** kinds of clauses offered for one sentence: few enough for a key each, and for a small model */
const MOST_KINDS = 5
/** parts of one text that are asked about; one of which more is dark is for a lawyer to read whole */
const MOST_PARTS = 12

/** Sentences that may take something, and parts of texts that bind the weights and were not understood. */
export const takes: Asks = judgement => [...inTexts(judgement), ...inProse(judgement)]

function inProse(judgement: Judgement): Posed[] {
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

/** The sentence after one, in its block. */
function after({ within }: Sentence): string {
  if (!within) return ''
  const all = sentencesOf(within.block)
  return all[all.findIndex(({ start }) => start === within.start) + 1]?.text ?? ''
}

function inTexts(judgement: Judgement): Posed[] {
  const { models, evidence } = judgement.judged
  const binding = new Set(models.flatMap(({ floor }) => floor).filter(({ openness }) => openness !== 'open'))
  return [...binding].flatMap(({ license }) => {
    const dark = (license.parts ?? []).filter(({ is }) => is === 'unread' || is === 'possible')
    const lines = evidence.release.texts.get(license.text?.path ?? '')?.content.split('\n') ?? []
    return dark.slice(0, MOST_PARTS).flatMap(part => partOf(part, license, lines, judgement))
  })
}

type Part = NonNullable<License['parts']>[number]

function partOf(
  { quote = '', cut, line, endLine, why = '' }: Part,
  { text }: License,
  lines: readonly string[],
  judgement: Judgement,
): readonly Posed[] {
  // of words that are left out anything may be said
  if (!text || quote === '' || cut) return []
  const { clauses } = judgement.judged.knowledge
  const suspects = [...clauses.values()].filter(({ name }) => why.includes(name)).map(({ id }) => id)
  const around = (from: number, to: number) => lines.slice(Math.max(0, from), to).join('\n').trim()
  const standing = { before: around(line - 4, line - 1), after: around(endLine, endLine + 3) }
  return asking(quote, suspects, { of: { ...text, line, endLine, quote }, ...standing }, judgement)
}

function asking(
  words: string,
  suspects: readonly string[],
  standing: { of: Citation; heading?: string; before: string; after: string },
  { judged }: Judgement,
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
