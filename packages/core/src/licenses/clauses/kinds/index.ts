import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { SaidClause } from '../../../modality/said.ts'
import { once } from '../../../once.ts'
import { type ClauseContext, type ClauseKind, clauseOf, type Passage, type ReadSaid } from '../../clause.ts'
import { type Amount, amountsIn } from './amounts.ts'
import { textDefect } from './defects.ts'
import { lawGoverning, lawPrevailingLanguage } from './law.ts'
import { usePolicyExternal } from './policy.ts'
import { shareBranding, shareModificationBan, shareNaming, shareNoSublicense, shareRedistributionBan } from './share.ts'
import { geoExclusion } from './territory.ts'
import { thresholdOf } from './thresholds.ts'

/** marks of the wordings: which sectors are named */
const SECTORS = [
  'medicine',
  'law',
  'finance',
  'critical infrastructure',
  'automated decisions',
  'employment',
  'migration',
  'politics',
  'gambling and adult entertainment',
  'high-risk use',
  'fossil fuels',
] as const

/** Whole sectors or high-risk uses are barred: medicine, law, critical infrastructure, automated decisions. */
const fieldSector: ReadSaid = said => ({
  ...clauseOf(said),
  parameters: { sectors: SECTORS.filter(sector => said.has(sector)) },
})

/** a group is told in no more letters */
const LONGEST_GROUP = 60

/** Named groups get no license: competitors, providers, employees of companies, persons on a sanctions list. */
const personsExcluded: ReadSaid = (said, passage) => {
  if (said.wording.with?.group !== undefined) return clauseOf(said)
  const [group] = said.where('group').filter(({ at, end }) => at >= said.at && end <= said.end)
  const words = passage.lower.slice(group?.at ?? said.at, group?.end ?? said.end)
  return { ...clauseOf(said), parameters: { group: words.slice(0, LONGEST_GROUP).trim() } }
}

/** Who must register: whoever takes the work, or where the sentence says so, whoever uses it commercially alone. */
const entryRegistration: ReadSaid = said => ({
  ...clauseOf(said),
  ...(said.has('commerce') && !said.has('all') && { parameters: { scope: 'commercial use' } }),
})

/** fewer are a small team, which counts only where a wording names its body */
const SMALL_TEAM = 50

/** The license ends, shrinks or needs another above a number of users or visits. */
const scaleUsers: ReadSaid = thresholdOf(
  ({ currency, value }, said) => currency === undefined && (value >= SMALL_TEAM || (value >= 2 && said.has('body'))),
)

/** amounts of money that a license measures by */
const LEAST_MONEY = 1_000
/** the same where no currency is named */
const LEAST_BARE = 10_000

/** The license ends, or costs something, above a revenue or another amount of money. */
const scaleRevenue: ReadSaid = thresholdOf(
  ({ currency, value }) => value >= (currency === undefined ? LEAST_BARE : LEAST_MONEY),
)

/* "one or more" limits nothing; "a single" is a wording of its own */
const threshold = thresholdOf(({ currency, value }) => currency === undefined && value > 1)

/**
 * Rights end or need another license above a number of employees, devices, seats and the like; "a single user" says how
 * many itself.
 */
const scaleOther: ReadSaid = (said, passage, context) =>
  said.wording.with?.over === undefined ? threshold(said, passage, context) : clauseOf(said)

/** Use is limited to non-commercial purposes, or commercial use is barred. */
const purposeNoncommercial: ReadSaid = (said, passage, context) => {
  if (said.mode === 'grant' && isBesideOthers(said, passage, context)) return null
  /* a text with two tracks takes nothing by giving the other one */
  const gives = said.mode === 'grant' || said.has('part of a product')
  return gives && grantsCommercialUse(said, context) ? null : clauseOf(said)
}

/** by text, whether it grants commercial use */
const answers = new WeakMap<readonly Passage[], boolean>()

/** Whether some sentence of the text grants commercial use without asking first: a text with two tracks. */
const grantsCommercialUse = (said: SaidClause, { passages }: ClauseContext): boolean => {
  const known = answers.get(passages)
  if (known !== undefined) return known
  const grants = passages.some(one => said.has('commercial use granted', one) && !said.has('on terms', one))
  answers.set(passages, grants)
  return grants
}

/** Whether a list allows another use beside the one its item names. */
const isBesideOthers = (said: SaidClause, { lead }: Passage, { passages }: ClauseContext): boolean =>
  lead !== '' && passages.some(one => one.lead === lead && said.has('another use', one))

/** one's own research and development, in a text that lets one deploy under another section */
const deploysElsewhere = (said: SaidClause, { passages }: ClauseContext): boolean =>
  passages.some(one => said.has('deploys', one) && !said.has('internal development', one))

/**
 * whether the next sentence shuts out the rest, where the wording hangs on that: "That is the one purpose permitted."
 */
const isAlone = ({ wording, has }: SaidClause, passage: Passage, context: ClauseContext): boolean =>
  wording.with?.next === undefined || context.after(passage, 1).some(one => has('rest', one))

/** Use is limited to research, teaching or evaluation. */
const purposeResearchOnly: ReadSaid = (said, passage, context) => {
  if (!isAlone(said, passage, context)) return null
  if (said.has('internal development') && deploysElsewhere(said, context)) return null
  if (said.mode === 'grant' && isBesideOthers(said, passage, context)) return null
  return { ...clauseOf(said), parameters: {} }
}

/** The licensor may change the terms for copies already received. */
const controlAmend: ReadSaid = (said, passage, context) => {
  /* what comes after is looked at last: what rests on it must be read anew in each text */
  const clause = {
    ...clauseOf(said),
    against: ['use'] as const,
    parameters: { bindsCopies: said.has('binds copies') },
  }
  return context.after(passage, 2).some(next => said.has('option', next)) ? null : clause
}

/** The license ends on a date or after a time. */
const controlFixedTerm: ReadSaid = said => {
  const term = said.mode === 'definition' ? said.words('time') : ''
  return { ...clauseOf(said), ...(term !== '' && { parameters: { term } }) }
}

/** The licensor may end the license when it likes. */
const controlTerminateAtWill: ReadSaid = (said, passage) => {
  const noticeDays = daysIn(passage.lower) ?? daysSaid(said)
  return { ...clauseOf(said), ...(noticeDays === undefined ? {} : { parameters: { noticeDays } }) }
}

/** days of notice that the wordings have words for */
const DAYS = [5, 7, 10, 14, 15, 20, 30, 45, 60, 90]

const daysSaid = (said: SaidClause): number | undefined => DAYS.find(days => said.has(`days ${days}`))

function daysIn(text: string): number | undefined {
  const days = /\b(\d{1,3})\)?[ -](?:calendar |business |working )?days?\b|(\d{1,3}) ?[日天]/.exec(text)
  return days ? Number(days[1] ?? days[2]) : undefined
}

/** how far before and behind its wording a fee's amount may stand, in characters */
const BEFORE = 60
const BEHIND = 200
const PERCENT = /^ ?(?:%|per ?cent\b)/
const PERIODS = ['year', 'month', 'quarter']

/** A fee, royalty or share of revenue is due, or fixed damages for a breach. */
const feePaid: ReadSaid = (said, passage) => {
  const parameters = feeIn(said, passage.lower)
  return { ...clauseOf(said), ...(parameters && { parameters }) }
}

/** the share or the sum that is due, as far as the sentence names it */
function feeIn(said: SaidClause, text: string): Readonly<Record<string, unknown>> | null {
  const near = amountsIn(text).filter(({ start, end }) => end > said.at - BEFORE && start < said.at + BEHIND)
  const share = near.find(({ end }) => PERCENT.test(text.slice(end)))
  if (share !== undefined) return { percent: share.value }
  const sum = near.find(({ currency }) => currency !== undefined)
  return sum === undefined ? null : { amount: sum.value, unit: sum.currency, ...periodOf(said, sum) }
}

function periodOf(said: SaidClause, { start, end }: Amount): { period?: string } {
  const period = PERIODS.find(one =>
    said.where(`per ${one}`).some(({ at, end: to }) => to > start - BEHIND && at < end + BEHIND),
  )
  return period === undefined ? {} : { period }
}

/** Rights end for whoever sues: over the rights of anyone, or of the licensor only. */
const litAnyIp: ReadSaid = said => ({
  ...clauseOf(said),
  parameters: { against: said.has('anyone') ? 'anyone' : 'licensor only' },
})

/**
 * Rights end for whoever starts patent litigation. That takes nothing where the suit is over the work, or where patent
 * rights alone end; where all end for a suit over anything, it is for a person.
 */
const litPatent: ReadSaid = said => {
  const ends = said.has('all rights') ? 'all rights' : 'patent rights'
  const over = said.has('the work') ? 'the work' : 'anything'
  const reaches = ends === 'all rights' && over === 'anything'
  return { ...clauseOf(said), parameters: { ends, over }, ...(reaches && { against: ['use'], weighs: 'asks' }) }
}

/**
 * The text says that patents are not licensed, or grants under copyright alone: that says nothing where it grants
 * patents elsewhere.
 */
const patentWithheld: ReadSaid = (said, _, context) =>
  said.wording.with?.says === 'copyright only' && context.passages.some(other => said.has('patents', other))
    ? null
    : clauseOf(said)

/** items looked at behind the line that leads them */
const ITEMS = 8

/** Whether a line leads a list of what other kinds of clauses are about: sale, hosting, competition. */
const leadsOthers = (said: SaidClause, passage: Passage, context: ClauseContext): boolean => {
  const items = context.after(passage, ITEMS).filter(({ lead }) => lead.includes(passage.lower))
  return items.length > 0 && items.every(item => said.has('others', item))
}

/** A line that leads a list counts unless the list is of what other kinds are about. */
const useRestrictions: ReadSaid = (said, passage, context) => {
  const { items, needs, ...parameters } = said.wording.with ?? {}
  if (needs !== undefined && !said.has('another')) return null
  if (items !== undefined && leadsOthers(said, passage, context)) return null
  const clause = clauseOf(said)
  return Object.keys(parameters).length === 0 ? { ...clause, parameters: {} } : clause
}

/** marks of the wordings, and which models they say the ban is on; the first counts */
const SCOPES = [
  ['compete', 'competing models'],
  ['large-language', 'LLMs'],
  ['foundational-generative', 'foundational generative AI models'],
  ['foundation', 'foundation models'],
  ['generative', 'generative AI models'],
] as const

/** A ban on using the model or what it produces to train or improve another model. */
const outputNoTrain: ReadSaid = said => {
  const scope = SCOPES.find(([mark]) => said.has(mark))?.[1] ?? 'AI models'
  return { ...clauseOf(said), parameters: { scope, ...(said.has('own') && { except: 'its derivatives' }) } }
}

/** A duty to name the licensor's model in what was trained with it or with its outputs. */
const outputTrainNaming: ReadSaid = said => ({ ...clauseOf(said), parameters: { outputs: said.has('outputs') } })

/** What no wording can say of a kind of clause: amounts, names, what the rest of the text says. */
export const readers: Readonly<Record<string, ReadSaid>> = {
  'control.amend': controlAmend,
  'control.fixed_term': controlFixedTerm,
  'control.terminate_at_will': controlTerminateAtWill,
  'entry.registration': entryRegistration,
  'fee.paid': feePaid,
  'field.sector': fieldSector,
  'geo.exclusion': geoExclusion,
  'law.governing': lawGoverning,
  'law.prevailing_language': lawPrevailingLanguage,
  'lit.any_ip': litAnyIp,
  'lit.copyright': litAnyIp,
  'lit.patent': litPatent,
  'output.no_train': outputNoTrain,
  'output.train_naming': outputTrainNaming,
  'patent.withheld': patentWithheld,
  'persons.excluded': personsExcluded,
  'purpose.noncommercial': purposeNoncommercial,
  'purpose.research_only': purposeResearchOnly,
  'scale.other': scaleOther,
  'scale.revenue': scaleRevenue,
  'scale.users': scaleUsers,
  'share.branding': shareBranding,
  'share.modification_ban': shareModificationBan,
  'share.naming': shareNaming,
  'share.no_sublicense': shareNoSublicense,
  'share.redistribution_ban': shareRedistributionBan,
  'text.defect': textDefect,
  'use.policy_external': usePolicyExternal,
  'use.restrictions': useRestrictions,
}

/** what the ids of kinds begin with, in the order in which reports show what one passage says */
const GROUPS = (
  'scale persons geo purpose use field compete output share deriv study pub control lit patent entry ' +
  'fee indemnity data dataset law selflabel text'
).split(' ')

/** All kinds of clause that are known, in the order in which reports show what one passage says. */
export const kindsOf = once(({ clauses }: Pick<Knowledge, 'clauses'>): readonly ClauseKind[] =>
  [...clauses.values()]
    .map(kind => ({ ...kind, read: readers[kind.id] ?? clauseOf }))
    .sort((one, other) => groupOf(one) - groupOf(other) || (one.id < other.id ? -1 : 1)),
)

const groupOf = ({ id }: ClauseKind): number => GROUPS.indexOf(id.split('.')[0] ?? '')
