import { knownObligations, obligationsOf } from '@unwash/core/licenses/obligations'
import type { Obligation, Use } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { placeInWords } from '../words/places.ts'
import { prefixesAsked } from './changes.ts'
import { wordsAsked } from './notice.ts'
import type { Carried, CarriedText, Terms } from './texts.ts'

type Point = Use['points'][number]

/** The first page of the bundle: what is in it, what the terms say of the purpose, every duty, what was not found. */
export function dutiesText(carried: Carried, files: readonly CarriedText[], missing: readonly string[]): string {
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
