import type { Citation, Claim, Report } from '@unwash/core/report/report'
import type { TermId, UseAnswer } from '@unwash/core/report/vocabulary'
import { langOf, plain } from '@unwash/core/text/foreign'
import { capital } from '@unwash/core/text/phrase'
import { inShort } from '@unwash/core/text/quote'
import { heightOf, INK, LEFT, picture, rule, SMALLEST, setText, stacked, type Told, WIDTH, wrapped } from './drawing.ts'
import type { Names } from './names.ts'
import { type Receipt, receiptsOf } from './receipt.ts'
import type { Reporter } from './reporter.ts'
import { areMixed, atAGlance, verdictInSentences, verdictOf } from './sections/verdict.ts'
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
  const [, link] = /^https:\/\/([^\s@]{1,60})$/.exec(report.release.places[0] ?? '') ?? []
  const words = `unwash · ${link ?? plain(calledName(report))}${pinned} · read ${report.readAsOf}`
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
    const under = heightAt(size) > 1 ? 248 : 204
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
 * What may be done, a line for each answer of each group of models: with the conditions where they have room, else
 * without, else of each group what is most telling; of very many models how many more there are. Nothing is cut.
 */
function answersIn(report: Report, room: number): readonly Told[] {
  const groups = verdictInSentences(report).map(({ which, models, uses }) => {
    const name =
      which.length > LONGEST_NAME || which.includes('…') ? `${models.length} of ${report.models.length} models` : which
    return { models, name: name === '' ? '' : `${name}: `, glances: atAGlance(uses) }
  })
  const told = (some: typeof groups, conditions: boolean, most: number): readonly Told[] =>
    some.flatMap(({ name, glances }) => {
      const least = glances.toSorted((one, other) => TELLING.indexOf(one.answer) - TELLING.indexOf(other.answer))
      const shown = glances.filter(one => least.indexOf(one) < most)
      const rest = least.slice(most).map(({ answer }) => REST[answer])
      return shown.map(({ answer, may, asks, on }, at): Told => {
        const condition = conditions && on !== '' ? ` (${on})` : ''
        const others = rest.length > 0 ? `; all else ${rest.join(' or ')}` : ''
        const words = `${signOf(answer).text} ${may}: ${asks.join(' · ')}${condition}${others}`
        return { words: at === 0 ? name + words : words, fill: INK[signOf(answer).look] }
      })
    })
  const fits = (all: readonly Told[], size: number) => heightOf(all, size, INNER) <= room
  const full = told(groups, true, TELLING.length)
  if (fits(full, READABLE)) return full
  const short = told(groups, false, TELLING.length)
  if (fits(short, SMALLEST)) return short
  for (let shown = groups.length; shown > 1; shown--) {
    const more = groups.slice(shown).flatMap(({ models }) => models).length
    const some = told(groups.slice(0, shown), false, 1)
    const all = more > 0 ? [...some, { words: `and ${count(more, 'more model')}`, fill: INK.faint }] : some
    if (fits(all, SMALLEST)) return all
  }
  return told(groups.slice(0, 1), false, TELLING.length)
}
/** letters of the names of models, the size of letters that all is told in, and the answers, the most telling first */
const LONGEST_NAME = 80
const READABLE = 25
const TELLING: readonly UseAnswer[] = ['no', 'if', 'yes', 'presumably', 'unknown']
const REST = {
  yes: 'allowed',
  if: 'on conditions',
  no: 'forbidden',
  presumably: 'presumably allowed',
  unknown: 'not known',
} as const satisfies Record<UseAnswer, string>

/** letters of a claim, and of a clause */
const SAID = 190
const CLAUSE = 170

/** A claim that does not hold, the one that reads best, and why it does not: a sentence each. */
function claimIn(report: Report): readonly Told[] {
  const all = receiptsOf(report).map(receipt => ({ receipt, said: sentenceOf(receipt.claim) }))
  const lengthOf = ({ said }: (typeof all)[number]) => (said && !langOf(said) ? said.length : SAID + 1)
  const [{ receipt, said } = {}] = all.toSorted((one, other) => lengthOf(one) - lengthOf(other))
  if (!receipt) return []
  const { claim, against } = receipt
  const [at] = claim.cited
  const stands = standsOf(claim)
  // what would be left out of a clause may be what it says
  const clauses = against.flatMap(({ cited }) => clauseIn(cited, true) ?? [])
  const [{ says = '', cited: [met] = [] } = {}] = against
  const reason = `${says}${met && 'quote' in met ? ` (${placeInWords(met)})` : ''}.`
  const why = claim.holds ? `${claim.holds}.` : (clauses[0] ?? reason)
  return [
    { words: `It says: “${said ?? claim.says}”${at ? ` (${placeInWords(at)})` : ''}` },
    {
      words: `${stands === 'contradicted' ? 'Contradicted' : 'That goes too far'}: ${why}`,
      fill: stands === 'contradicted' ? INK.bad : INK.ask,
    },
  ]
}

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

/**
 * "“You may not …” (LICENSE:12)"; null of what is known in part alone, or cannot be told in short.
 * @param whole null of what can be told in short alone, too
 */
function clauseIn(cited: readonly Citation[], whole = false): string | null {
  const met = cited.find(one => 'quote' in one || ('fact' in one && one.text?.whole))
  const words = met && readable(met)
  const told = words && inShort(words, CLAUSE)
  return met && told && (told === words || !whole) ? `“${told}” (${placeInWords(met)})` : null
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
