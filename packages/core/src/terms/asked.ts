import type { Evidence } from '../evidence/index.ts'
import { type Publisher, sameOwner } from '../evidence/publisher/owners.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Base } from '../lineage/relation.ts'
import type { Note } from '../report/report.ts'
import { rightsOfSource } from './data.ts'
import type { ModelRights } from './rights.ts'

/**
 * What deserves a question and decides nothing: limited data beneath open weights, terms by an address whose text may
 * change, and a base of an account that is spelled like another's.
 */
export const askedOf = (
  evidence: Evidence,
  models: readonly ModelRights[],
  bases: readonly Base[],
  knowledge: Knowledge,
): Note[] => [
  ...limitedData(evidence, models, knowledge),
  ...movingTerms(evidence, models),
  ...lookAlikes(evidence.who, bases, knowledge),
  ...circles(evidence),
]

/** sets that are named; more are counted */
const MOST_SETS = 5

/** Training data for research or without trade, beneath weights that are open; both sides of what follows are told. */
function limitedData({ data }: Evidence, models: readonly ModelRights[], knowledge: Knowledge): Note[] {
  const open = models.filter(({ floor }) => floor.length > 0 && floor.every(({ openness }) => openness === 'open'))
  if (open.length === 0) return []
  const limited = data.stages.flatMap(({ sources }) =>
    sources.flatMap(source => {
      const rights = rightsOfSource(source, knowledge)
      return rights.class === 'non-commercial' ? [{ source, rights }] : []
    }),
  )
  const once = [...new Map(limited.map(one => [one.source.known?.id ?? one.source.name, one])).values()]
  if (once.length === 0) return []
  const named = once
    .slice(0, MOST_SETS)
    .map(({ source, rights }) => `${source.name} (${rights.concluded.replace('LicenseRef-', '')})`)
  const more = once.length > MOST_SETS ? ` and ${once.length - MOST_SETS} more sets` : ''
  const cited = once.slice(0, MOST_SETS).flatMap(({ source, rights }) => [source.cited[0], ...rights.facts])
  return [
    {
      says:
        `the weights are open, and data that they are trained on are for research or without trade: ` +
        `${named.join(', ')}${more}. That this reaches the weights: whoever copied the data for training was bound ` +
        'by their terms, and some who publish data say that what is trained on them is too. That it does not: terms ' +
        'of data speak of copies and adaptations of them, no court settled that weights are one, the law of some ' +
        'places lets data be mined, and the publisher may have another permission. It is a question for the publisher',
      cited,
    },
  ]
}

/** a branch, or words for whichever is the newest, where a revision would stand */
const MOVING = new RegExp(
  String.raw`\/(?:blob|raw|tree|resolve)\/(?:main|master|dev|develop|HEAD|latest)\/|\/latest(?:\/|$)|` +
    String.raw`\braw\.\w+\.com\/[^/]+\/[^/]+\/(?:main|master)\/`,
  'i',
)

/**
 * Terms that are given by an address alone, which leads to whatever its branch holds on the day that somebody looks.
 */
function movingTerms({ metadata }: Evidence, models: readonly ModelRights[]): Note[] {
  if (models.some(({ bound }) => bound.some(({ reading }) => reading.license.text !== null))) return []
  const links = metadata.terms.flat().filter(({ as, value }) => as === 'link' && MOVING.test(value))
  return [...new Map(links.map(link => [link.value, link])).values()].map(({ value, cited }) => ({
    says:
      `its terms are those at ${value}, a branch whose text may change: no revision of it is named, and no copy is ` +
      'here',
    cited: [...cited],
  }))
}

/** letters that look alike, each as one of them */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/[i1|]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/[-_.]/g, ''],
]
const shapeOf = (account: string) =>
  ALIKE.reduce((shape, [letters, one]) => shape.replace(letters, one), account.toLowerCase())

/** Bases of an account that is spelled like that of an organization that is known, and is not its own. */
function lookAlikes({ isOwner }: Publisher, bases: readonly Base[], knowledge: Knowledge): Note[] {
  const { organizations, models } = knowledge
  const accounts = [
    ...organizations.flatMap(({ accounts }) => accounts),
    ...models.flatMap(family => family.organizations),
  ]
  return bases.flatMap(({ model, cited }) => {
    const owner = model.includes('/') ? model.slice(0, model.indexOf('/')) : ''
    if (owner === '' || isOwner(owner)) return []
    if (accounts.some(account => sameOwner(account, owner, organizations))) return []
    const like = accounts.find(account => shapeOf(account) === shapeOf(owner))
    return like === undefined
      ? []
      : [
          {
            says: `${model} is not of ${like}, whose account is spelled alike: what it holds is not proven`,
            cited: [...cited],
          },
        ]
  })
}

/** A release that its metadata say starts from itself. */
const circles = ({ release, metadata }: Evidence): Note[] =>
  metadata.bases.flatMap(({ value, cited }) =>
    value === `${release.publisher}/${release.name}`
      ? [{ says: `${value} is named as its own base, which says nothing of where it starts from`, cited: [...cited] }]
      : [],
  )
