import type { Allowed, Citation, Claim, Report } from '../report/report.ts'
import type { TermId, UseAnswer } from '../report/vocabulary.ts'
import { plain } from '../text/foreign.ts'
import { capital } from '../text/phrase.ts'
import { inShort } from '../text/quote.ts'
import { heightOf, INK, LEFT, picture, rule, SMALLEST, setText, stacked, type Told, WIDTH, wrapped } from './drawing.ts'
import type { Names } from './names.ts'
import { type Receipt, receiptsOf } from './receipt.ts'
import type { Reporter } from './reporter.ts'
import { areMixed, partsOf, verdictInSentences, verdictOf } from './sections/verdict.ts'
import { signOf, toneOf } from './tones.ts'
import { standsOf } from './words/checks.ts'
import { calledName, count } from './words/counts.ts'
import { placeInWords } from './words/places.ts'
import { citedWords, quoted } from './words/quoted.ts'

/** of a revision, what tells it from every other */
const ENOUGH = 12

function footOf(report: Report): string {
  const { revision } = report.release
  const pinned = revision === null ? '' : `@${revision.slice(0, ENOUGH)}`
  const words = `unwash · ${plain(calledName(report))}${pinned} · read ${report.readAsOf}`
  return setText({ words, y: 592, size: 24, fill: INK.faint })
}

const toneFor = (term: TermId) => INK[toneOf(term) === 'good' ? 'good' : toneOf(term) === 'bad' ? 'bad' : 'strong']

/**
 * A picture to share (SVG, 1200 × 630): the release and its revision, its verdict, what may be done with it, and a
 * claim that does not hold beside what it meets.
 */
export const card: Reporter = {
  id: 'card',
  extension: 'card.svg',
  render(report, { names }) {
    const { release, term } = report
    const verdict = verdictOf(report, names)
    const tone = areMixed(report.models) ? INK.ask : toneFor(term.id)
    const heightAt = (size: number) => wrapped({ words: verdict, size, bold: true }).length
    const size = [56, 50, 44].find(size => heightAt(size) === 1) ?? 40
    const under = heightAt(size) > 1 ? 240 : 200
    const said = claimIn(report)
    const below = said.length > 0 ? said : decisiveIn(report)
    // the claim and its answer are whole: they take the room that they need
    const to = END - (below.length > 0 ? heightOf(below, BELOW, INNER) + BELOW : 0)
    return picture(`${plain(release.name)}: ${verdict}`, tone, [
      setText({ words: release.name, y: 96, size: 40 }),
      setText({ words: verdict, y: 172, size, bold: true, fill: tone, most: 2 }),
      ...stacked(answersIn(report, to - under), under, to),
      ...(below.length > 0 ? [rule(to), ...stacked(below, to + BELOW / 2, END)] : []),
      rule(548),
      footOf(report),
    ])
  },
}

/** where all ends, and the size of what stands below the answers */
const END = 540
const BELOW = 20
const INNER = WIDTH - 2 * LEFT

/**
 * What may be done: with all conditions where they have room, else in short with whom it depends on some; of very many
 * models how many more there are. Nothing is cut.
 */
function answersIn(report: Report, room: number): readonly Told[] {
  const groups = verdictInSentences(report).map(({ which, models, uses }) => {
    const called = which === '' || models.length === 1 ? which : `${models.length} of ${report.models.length} models`
    // in the order in which everybody asks
    const parts = partsOf(uses).toSorted((one, other) => one.first - other.first)
    return { models, name: called === '' ? '' : `${called}: `, parts, short: inBrief(uses) }
  })
  const full = groups.flatMap(({ name, parts }) =>
    parts.map(
      ({ answer, says }): Told => ({ words: `${signOf(answer).text} ${name}${says}`, fill: toneOfAnswer(answer) }),
    ),
  )
  const fits = (told: readonly Told[]) => heightOf(told, SMALLEST, INNER) <= room
  if (fits(full)) return full
  for (let shown = groups.length; shown > 0; shown--) {
    const more = groups.slice(shown).flatMap(({ models }) => models).length
    const told = [
      ...groups.slice(0, shown).map(({ name, short }): Told => ({ words: `${name}${short}` })),
      ...(more > 0 ? [{ words: `and ${count(more, 'more model')}`, fill: INK.faint }] : []),
    ]
    if (shown === 1 || fits(told)) return told
  }
  return full
}

const toneOfAnswer = (answer: UseAnswer) => INK[signOf(answer).look]

/** The same without the conditions, but that there are some. */
const inBrief = (uses: readonly Allowed[]) =>
  partsOf(uses.map(use => (use.answer === 'if' ? { ...use, says: '' } : use)))
    .toSorted((one, other) => one.first - other.first)
    .map(({ answer, says }) => `${answer === 'if' ? `On conditions y${says.slice(1)}` : says}.`)
    .join(' ')

/** letters of a claim, and of a clause */
const SAID = 190
const CLAUSE = 170

/** A claim that does not hold, the one that reads best, and why it does not: a sentence each. */
function claimIn(report: Report): readonly Told[] {
  const all = receiptsOf(report).map(receipt => ({ receipt, said: sentenceOf(receipt.claim) }))
  const lengthOf = ({ said }: (typeof all)[number]) => said?.length ?? SAID + 1
  const [{ receipt, said } = {}] = all.toSorted((one, other) => lengthOf(one) - lengthOf(other))
  if (!receipt) return []
  const { claim, against } = receipt
  const [at] = claim.cited
  const stands = standsOf(claim)
  const clauses = against.flatMap(({ cited }) => clauseIn(cited) ?? [])
  const reasons = against.slice(0, REASONS).map(({ says }) => `${says}.`)
  const why = claim.holds ? `${claim.holds}.` : (clauses[0] ?? reasons.join(' '))
  return [
    { words: `It says: “${said ?? claim.says}”${at ? ` (${placeInWords(at)})` : ''}` },
    {
      words: `${stands === 'contradicted' ? 'Contradicted' : 'That goes too far'}: ${why}`,
      fill: stands === 'contradicted' ? INK.bad : INK.ask,
    },
  ]
}
const REASONS = 2

/** The sentence of a claim as a person reads it, with the words that claim; null of none, or one too long. */
function sentenceOf({ says, cited: [at] }: Claim): string | null {
  const words = at && 'quote' in at && readable(at)
  if (!words) return null
  const claims = words.toLowerCase().indexOf(says.toLowerCase())
  return claims < 0 ? null : inShort(words, SAID, claims + says.length)
}

/** Words that are a sentence of prose, without marks of Markdown; null of the row of a table, or of an item. */
function readable(cited: Citation): string | null {
  const words = 'quote' in cited ? quoted(cited, cited.quote.length) : citedWords(cited)
  if (!words || ('quote' in cited && cited.quote.includes('|'))) return null
  return /^…?["“'‘(]?(?:\p{Lu}|\p{Script=Han})(?![.)])/u.test(words) ? words : null
}

/** The clause that takes most, in its words. */
function decisiveIn({ uses = [] }: Report): readonly Told[] {
  const use = uses.find(({ answer }) => answer === 'no') ?? uses.find(({ answer }) => answer === 'if')
  const clause = use && clauseIn(use.cited)
  return clause ? [{ words: clause }] : []
}

/** "“You may not …” (LICENSE:12)"; null of what is known in part alone, or cannot be told in short. */
function clauseIn(cited: readonly Citation[]): string | null {
  const met = cited.find(one => 'quote' in one || ('fact' in one && one.text?.whole))
  const words = met && readable(met)
  const told = words && inShort(words, CLAUSE)
  return met && told ? `“${told}” (${placeInWords(met)})` : null
}

/** A picture of a claim that does not hold: what is said, what was read, and what would hold. */
export function receiptPicture(report: Report, { claim, against, confirmed }: Receipt, names: Names): string {
  const stands = standsOf(claim)
  const tone = stands === 'contradicted' ? INK.bad : INK.ask
  const [said] = claim.cited
  const [found] = against
  const place = found?.cited.find(one => 'quote' in one || 'fact' in one) ?? found?.cited[0]
  const half = (WIDTH - 2 * LEFT - 48) / 2
  const right = LEFT + half + 48
  const sentence = (said && citedWords(said)) ?? claim.says
  const met = place && citedWords(place)
  const column = (x: number, head: string, words: string, at: string) => [
    setText({ words: head, x, y: 196, size: 24, bold: true, width: half, fill: INK.faint }),
    ...stacked([{ words }], 214, 432, x, half),
    setText({ words: at, x, y: 456, size: 20, width: half, fill: INK.faint }),
  ]
  const below = claim.holds
    ? `What holds: ${claim.holds}`
    : claim.suggestion
      ? `Would hold: ${claim.suggestion}`
      : verdictOf(report, names)
  return picture(`${plain(report.release.name)}: ${stands}`, tone, [
    setText({ words: report.release.name, y: 84, size: 30 }),
    setText({ words: `${capital(stands)}: “${claim.says}”`, y: 142, size: 42, bold: true, fill: tone }),
    ...column(LEFT, 'They say', `“${sentence}”`, said ? placeInWords(said) : ''),
    ...column(right, 'We read', met ? `“${met}”` : (found?.says ?? ''), place ? placeInWords(place) : ''),
    setText({ words: below, y: 500, size: 22, most: 2 }),
    rule(556),
    footOf(report),
    ...(confirmed ? [setText({ words: `read by ${confirmed.by}`, x: 840, y: 592, size: 20, width: 288 })] : []),
  ])
}
