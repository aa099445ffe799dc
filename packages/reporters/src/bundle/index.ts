import { spdxTextOf, type TextOf } from '@unwash/core/fix/licenses'
import type { Known } from '@unwash/core/licenses/known'
import { knownObligations, obligationsOf } from '@unwash/core/licenses/obligations'
import type { Release } from '@unwash/core/release/release'
import type { Citation, Clause, Obligation, Report, Use } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { knownApart } from '../sections/limits.ts'
import { calledName } from '../words/counts.ts'
import { placeInWords } from '../words/places.ts'
import { citedWords } from '../words/quoted.ts'
import { noticeText, parameter, wordsAsked } from './notice.ts'
import { PURPOSES, type Purpose } from './purpose.ts'
import { type Carried, type CarriedText, carryTexts, type Terms } from './texts.ts'

/** A statement of changes to be filled in, with the name that the terms ask for. */
function changesText({ name, from, report, terms, purpose }: Carried): string {
  const { revision } = report.release
  const prefixes = prefixesAsked(terms)
  const source = [from, revision && `revision ${revision}`].filter(Boolean).join(', ')
  const begins = prefixes.map(({ prefix, of }) => `“${prefix}” (${of})`)
  const called = `${prefixes.map(({ prefix }) => `${prefix}-`).join('')}<your name for it>`
  return [
    '# Changes',
    ...(purpose === 'fine-tune' ? [`${called} is a changed version of ${name}${source && ` (${source})`}.`] : []),
    ...(begins.length > 0 ? [`The name of a changed model has to begin with ${begins.join(' and with ')}.`] : []),
    `Changed by <who> on <day>. What is not listed here is as it was in ${name}.`,
    '| file | what was changed | by | on |\n| --- | --- | --- | --- |\n| <path> | <what> | <who> | <day> |',
    'In every changed file that can hold a sentence: “Changed by <who> on <day>; see CHANGES.md.”',
  ]
    .join('\n\n')
    .concat('\n')
}

/** How terms want the names of changed models to begin, and which terms. */
function prefixesAsked(terms: readonly Terms[]): { readonly prefix: string; readonly of: string }[] {
  const asked = terms.flatMap(one => [...new Set(parameter(one, 'prefix'))].map(prefix => ({ prefix, of: one.name })))
  return asked.filter(({ prefix }, at) => asked.findIndex(other => other.prefix === prefix) === at)
}

type Point = Use['points'][number]

/** The first page of the bundle: what is in it, what the terms say of the purpose, every duty, what was not found. */
function dutiesText(carried: Carried, files: readonly CarriedText[], missing: readonly string[]): string {
  const { name, report, purpose, terms } = carried
  const { use } = report
  const has = new Set(files.map(({ path }) => path))
  const notes = (use?.points ?? []).filter(({ result }) => result === 'not-allowed' || result === 'check')
  return [
    `# What goes with ${name}, to ${ACTION_WORDS[purpose]}`,
    `Read by unwash ${report.unwash.version} on ${report.readAsOf}. Not legal advice.`,
    ...(use?.answer ? [`By the terms: **${use.answer}**${use.says ? `: ${use.says}` : ''}`] : []),
    ...listed([...notes, ...report.conflicts.map(({ because, cited }) => ({ says: because, cited }))]),
    '## What is here',
    files.map(({ path }) => `- ${path}`).join('\n'),
    ...todo(carried),
    ...terms.map(one => dutiesOf(one, carried, has)),
    '## What was not found',
    missing.map(one => `- ${one}`).join('\n') || 'Nothing is missing.',
  ]
    .join('\n\n')
    .concat('\n')
}

const listed = (points: readonly Pick<Point, 'says' | 'cited'>[]): string[] =>
  points.length === 0
    ? []
    : [points.map(({ says, cited }) => `- ${says} (${cited.slice(0, 2).map(placeInWords).join(', ')})`).join('\n')]

const ACTION_WORDS = {
  deploy: 'deploy it',
  redistribute: 'pass it on',
  'fine-tune': 'fine-tune it and pass that on',
} as const

/** What no file can do. */
function todo({ terms }: Carried): string[] {
  const words = wordsAsked(terms).map(text => `- Show “${text}” on the product, its page or its documentation.`)
  const names = prefixesAsked(terms).map(
    ({ prefix, of }) => `- Begin the name of a model made from it with “${prefix}” (${of}).`,
  )
  return words.length + names.length > 0 ? ['## To do by hand', [...words, ...names].join('\n')] : []
}

/** Every duty of a license: those its facts list, and those its clauses have. */
function dutiesOf(terms: Terms, carried: Carried, has: ReadonlySet<string>): string {
  const { license, name } = terms
  const { knowledge } = carried
  const kept = (kinds: readonly string[]) => {
    const carried = new Set(kinds.flatMap(kind => knowledge.clauses.get(kind)?.obligation?.carried ?? []))
    const files = [...carried].flatMap(one => filesFor(one, terms)).filter(file => file === NOT_HERE || has.has(file))
    return [...new Set(files)].join(', ') || 'you'
  }
  const known = knowledge.licenses.get(license.id ?? '')
  const facts = knownObligations(license.id, knowledge).map(duty => {
    const kinds = (known?.clauses ?? []).flatMap(({ kind, section }) => (isIn(section, duty.clause) ? kind : []))
    return rowOf(duty, duty.clause, kept(kinds))
  })
  const read = obligationsOf(license.clauses, knowledge).map(duty => {
    const place = duty.cited.slice(0, 2).map(one => ('fact' in one ? sectionOf(one.fact, name) : placeInWords(one)))
    return rowOf(duty, [...new Set(place)].join(', '), kept([duty.clause]))
  })
  const rows = [...facts, ...read]
  const heading = `## ${name}${terms.base === null ? '' : `, of ${terms.base}`}`
  return rows.length > 0
    ? `${heading}\n\n| when | do | by | kept in |\n| --- | --- | --- | --- |\n${rows.join('\n')}`
    : `${heading}\n\nNo duty is known of it: read ${terms.files[0] ?? terms.url ?? 'its text'}.`
}

/** A fact begins with the license and its section. */
const sectionOf = (fact: string, name: string): string =>
  (fact.startsWith(name) ? fact.slice(name.length) : fact).split(':')[0]?.trim() ?? fact

/** Whether one section is another, or a part of it. */
function isIn(one: string, other: string): boolean {
  const [part, whole] = one.length < other.length ? [other, one] : [one, other]
  return part.startsWith(whole) && !/^\w/.test(part.slice(whole.length))
}

const rowOf = (duty: Obligation, place: string, kept: string): string =>
  `| ${[duty.when, duty.do, place, kept].map(cell => plain(cell).replace(/[|<]/g, '\\$&')).join(' | ')} |`

/** where the text of a license has to stand that is not here */
const NOT_HERE = 'its text, which is not here'

/** The files in which what a duty asks for stands. */
function filesFor(carried: 'notice' | 'limits' | 'name', { files, policies }: Terms): readonly string[] {
  const text = files.length > 0 ? files : [NOT_HERE]
  return { notice: ['NOTICE', ...text], limits: ['USE-LIMITS.md', ...policies, ...text], name: ['CHANGES.md'] }[carried]
}

/** lines of one clause that are written out; the whole text stands beside */
const MOST_LINES = 60

/** The limits on use that bind whoever has the model, as terms to pass on; null where nothing limits a use. */
function limitsText(carried: Carried): string | null {
  const limiting = carried.terms.flatMap(terms => {
    const clauses = terms.license.clauses.filter(clause => limits(clause, carried))
    return clauses.length > 0 ? [{ terms, clauses }] : []
  })
  if (limiting.length === 0) return null
  const names = limiting.map(({ terms }) => terms.name).join(' and ')
  return [
    `# Limits on the use of ${carried.name}`,
    'Put this into the terms under which you pass the model on or let others use it, with the texts named below:',
    `> You may use ${carried.name}, and anything made from it, only within the limits on use of ${names}, and must ` +
      'bind everyone you pass it on to, or let use it, to the same limits.',
    ...limiting.map(({ terms, clauses }) => limitsOf(terms, clauses, carried)),
  ]
    .join('\n\n')
    .concat('\n')
}

/** Whether a clause limits a use, or has to be passed on. */
function limits({ kind, mode, against }: Clause, { knowledge }: Carried): boolean {
  const known = knowledge.clauses.get(kind)
  if (known?.obligation?.carried === 'limits') return mode === 'duty' || mode === 'ban'
  // a ban that no use runs into, such as on suits, is none of use; a grant for one purpose alone bars the others
  const bars = mode === 'ban' || (mode === 'grant' && known?.makes !== undefined)
  return bars && against.includes('use') && (known?.uses?.forbids ?? known?.uses?.conditions) !== undefined
}

function limitsOf(terms: Terms, clauses: readonly Clause[], carried: Carried): string {
  const { name, files, url, policies } = terms
  const where = [
    ...(files.length > 0 ? files : [url]),
    ...policies,
    ...parameter(terms, 'url').map(link => withScheme(link)),
  ]
  const told = clauses.map(clause => {
    const about = carried.knowledge.clauses.get(clause.kind)?.name ?? clause.kind
    return `**${about}** (${placesOf(clause)})\n\n${quoted(clause, carried)}`
  })
  return [`## ${name}`, `In full: ${[...new Set(where.filter(one => one !== null))].join(', ')}`, ...told].join('\n\n')
}

const withScheme = (link: string) => (/^https?:/i.test(link) ? link : `https://${link}`)
/** Where a clause stands; where the release names the text of one that is known by facts it does not. */
const placed = ({ cited }: Clause): readonly Citation[] => {
  const [known, named] = knownApart(cited)
  return known.length > 0 ? known : named
}
const placesOf = (clause: Clause): string => placed(clause).slice(0, 3).map(placeInWords).join(', ')

/** The lines as they stand in the text; of a clause that is known by facts, what is known of them. */
function quoted(clause: Clause, { textOf }: Carried): string {
  const read = placed(clause).flatMap((one: Citation) => {
    if ('fact' in one) return `> ${citedWords(one) ?? one.fact}`
    if (!('quote' in one)) return []
    const lines = textOf(one.path, one.place)
      ?.split('\n')
      .slice(one.line - 1, one.endLine)
    return lines && lines.length <= MOST_LINES
      ? lines.map(line => `> ${plain(line).trim()}`).join('\n')
      : `> ${one.quote} …`
  })
  return read.join('\n\n')
}

export { PURPOSES, type Purpose } from './purpose.ts'

/** What whoever uses a model has to carry: files of a folder, what is for them to do, and what could not be found. */
export interface Bundle {
  readonly files: readonly CarriedText[]
  readonly missing: readonly string[]
  /** why the terms do not allow it at all; null where they do */
  readonly barred: string | null
}

/**
 * What has to go with a model, for a purpose: texts, notices, limits to pass on, a statement of changes, and every duty
 * with where it is kept. `release` is what was read, null of one that is known by facts alone.
 */
export function bundleOf(
  release: Release | null,
  report: Report,
  { knowledge }: Known,
  purpose: Purpose,
  spdx: TextOf,
): Bundle {
  const texts = carryTexts(release, report, knowledge, license => spdxTextOf(license, knowledge, spdx))
  const carried: Carried = {
    report,
    knowledge,
    purpose,
    name: calledName(report),
    from: addressOf(report),
    terms: texts.terms,
    textOf: texts.textOf,
  }
  const missing = [...texts.missing, ...missingIn(carried)]
  const beside: readonly CarriedText[] = [
    { path: 'NOTICE', content: noticeText(carried, texts.notices) },
    ...fileOf('USE-LIMITS.md', limitsText(carried)),
    ...fileOf('CHANGES.md', PURPOSES[purpose].changes ? changesText(carried) : null),
  ]
  const files = [...beside, ...texts.files]
  const use = report.use
  return {
    files: [{ path: 'README.md', content: dutiesText(carried, files, missing) }, ...files],
    missing,
    barred: use?.answer === 'no' ? (use.says ?? '') : null,
  }
}

const fileOf = (path: string, content: string | null): CarriedText[] => (content === null ? [] : [{ path, content }])

/** An address that others can open. */
function addressOf({ release }: Report): string | null {
  const [place = ''] = release.places
  return /^https?:\/\//i.test(place) ? place : null
}

/** What a credit and a license need, and nothing of the release tells. */
function missingIn({ report, from, terms, name }: Carried): string[] {
  const { release } = report
  return [
    ...(terms.length === 0 ? [`no license of ${name} was found: nothing permits passing it on`] : []),
    ...(release.publisher === null ? ['who made it is not told: write into NOTICE whom to credit'] : []),
    ...(from === null ? ['where it can be had is not told: write its address into NOTICE'] : []),
    ...(release.complete ? [] : ['not all of the release was listed: more notices may lie in it']),
  ]
}
