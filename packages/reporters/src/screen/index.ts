import type { Report } from '@unwash/core/report/report'
import { inWords } from '@unwash/core/text/phrase'
import { unreadParts } from '../licenses/unread.ts'
import type { Names } from '../names.ts'
import { type Block, type Line, look, loose, type Page, row, spelled } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { canI, doubts } from '../sections/can-i.ts'
import { atMost, footOf, releaseLine, titleOf } from '../sections/lead.ts'
import { bindingOf } from '../sections/limits.ts'
import { clauseAsked, corrections, readersLine, unread, why } from '../sections/lists.ts'
import { use } from '../sections/use.ts'
import { areMixed, modelsLine } from '../sections/verdict.ts'
import { toneOf } from '../tones.ts'
import { clipped } from '../words/clipped.ts'
import { count } from '../words/counts.ts'
import { signersOf } from '../words/signers.ts'
import { claimed, given, restrictions } from './restrictions.ts'

/** licenses named; more are counted */
const LICENSES_NAMED = 2
/** columns of their names */
const NAME_COLUMNS = 44

/** Which release it is, and its term; the license and how far it was read; where the term may still move. */
function headOf(report: Report, names: Names, filesIn: string): Block {
  const { release, term, readAsOf } = report
  const beside = names.beside(term.id)
  const mixed = areMixed(report.models)
  const models = mixed ? null : modelsLine(report, names)
  const read = readersLine(report)
  const under: Line[] = [
    ...(models ? [models] : []),
    ...notUnderstood(report),
    ...(read ? [read] : []),
    ...standing(report, names),
    ...(filesIn === '' ? [] : [[look('faint', `files are in ${filesIn}`)] as Line]),
    ...(release.complete ? [] : [[look('ask', 'not all of its files are known')] as Line]),
  ]
  const rows = [
    ...(mixed
      ? [row(releaseLine(release)), row([look('ask', spelled(modelsLine(report, names) ?? []))])]
      : [
          row(releaseLine(release), [
            look(toneOf(term.id), `${names.term(term.id)}${names.proof(term)}`),
            beside === null ? '' : `, ${beside}`,
          ]),
        ]),
    row(licensed(report, names), [look('faint', `as of ${readAsOf}`)]),
    ...under.map(line => row(line)),
  ]
  return loose(rows)
}

/** Whether it may be called more than it is. */
const mayMove = ({ id, ceiling }: Report['term']) => ceiling !== id

/** What it may be at most, and on what that depends; what is only presumed; whose word it rests on. */
function standing({ term, evaluations }: Report, names: Names): readonly Line[] {
  const { id, floor, signedOff = [], basis } = term
  const signers = signersOf({ term, evaluations })
  const signed = signers === null ? [] : [[look('ask', `${inWords(signedOff)} ${signers}`)]]
  const presumed =
    id === floor
      ? []
      : [
          basis === 'presumed'
            ? [look('ask', 'presumed: the license does not say that it is for the weights')]
            : ['proven: ', look('ask', names.term(floor))],
        ]
  const most = mayMove(term) ? [['may be ', ...atMost(term, names)]] : []
  return [...signed, ...presumed, ...most]
}

/** A sentence that was not understood is no license, and has no name: it is told with the answers that it bears on. */
const isNamed = ({ id, text, class: of, name = '' }: Report['licenses'][number]) =>
  id !== null || text !== null || of !== 'unknown' || !name.startsWith('a sentence')

/** The licenses of the weights, and whether all of their texts was read. */
function licensed(report: Report, names: Names): Line {
  const binding = bindingOf(report)
  if (report.models.length === 0 || binding.length === 0) return [look('faint', 'no license of weights')]
  const listed = binding.some(isNamed) ? binding.filter(isNamed) : binding
  const titles = [...new Set(listed.map(license => titleOf(license, names)))]
  const texts = binding.filter(({ text }) => text !== null)
  const dark = texts.flatMap(unreadParts).length
  const named = inWords([
    ...titles.slice(0, LICENSES_NAMED),
    ...(titles.length > LICENSES_NAMED ? [`${titles.length - LICENSES_NAMED} more`] : []),
  ])
  const read =
    texts.length === 0
      ? look('ask', 'declared; license text not found')
      : dark > 0
        ? look('ask', `${count(dark, 'part')} not understood`)
        : texts.length < listed.length
          ? look('ask', 'not every text found')
          : look('faint', 'read in full')
  return [clipped(named, NAME_COLUMNS), ', ', read]
}

/** lines named of what was not understood; more are counted */
const LINES = 4

/** Where the words are that were not understood, the file once. */
function notUnderstood(report: Report): readonly Line[] {
  const files = new Map<string, Set<number>>()
  for (const license of report.models.length === 0 ? [] : bindingOf(report))
    for (const { line } of unreadParts(license)) {
      const path = license.text?.path ?? ''
      files.set(path, (files.get(path) ?? new Set()).add(line))
    }
  const told = [...files].map(([path, lines]) => {
    const more = lines.size - LINES
    return `${path}:${[...lines].slice(0, LINES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  })
  return told.length === 0 ? [] : [[look('faint', clipped(`not understood: ${told.join('; ')}`, 80))]]
}

/** Where no weights are offered, why that is so. */
const canIOrWhy: SectionOf = (report, names, brief) => (report.uses?.length ? canI : why)(report, names, brief)

/** The parts of the first screen, in the order people ask. */
const SCREEN_PARTS: readonly SectionOf[] = [use, canIOrWhy, doubts, restrictions, unread, claimed, corrections, given]

/** alternatives named, where a line has room for them */
const ALTERNATIVES_NAMED = 2
const ROOM = 68

/** What to use in its place, and the commands that say more. */
function foot(report: Report, names: Names): readonly Line[] {
  const { term, models, alternatives } = report
  const others = alternatives.slice(0, ALTERNATIVES_NAMED).map(({ model, term }) => `${model} (${names.term(term)})`)
  const [first] = others
  const both = others.join(', ')
  const [clause] = models.length > 0 ? clauseAsked(report) : []
  const use = report.uses?.length ? ['--use commercial,eu'] : []
  const asked = report.questions?.length ? ['unwash questions'] : []
  const commands = ['--full', ...use, ...asked, `unwash explain ${clause ?? term.id}`]
  return [
    ...(first === undefined ? [] : [[look('faint', 'More open: '), both.length <= ROOM ? both : first] satisfies Line]),
    [look('faint', 'More: '), look('code', commands.join(' · '))],
    ...footOf(report, names, [
      term.id,
      ...(mayMove(term) ? [term.ceiling] : []),
      ...(models.length > 1 ? models.map(model => model.term.id) : []),
      ...alternatives.slice(0, ALTERNATIVES_NAMED).map(other => other.term),
    ]),
  ]
}

/** The answer on one screen: what it is, what one can do with it, what restricts, what is claimed, what is there. */
export const screenOf = (report: Report, names: Names, filesIn: string): Omit<Page, 'subject' | 'title'> => ({
  lead: [headOf(report, names, filesIn)],
  sections: SCREEN_PARTS.flatMap(part => part(report, names, true) ?? []),
  foot: foot(report, names),
})
