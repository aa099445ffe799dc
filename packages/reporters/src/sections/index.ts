import type { Report } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import { firstOf, type Line, list, look, named, type Section, table } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { canI, doubts } from './can-i.ts'
import { claims } from './claims.ts'
import { components } from './components.ts'
import { frameworks } from './frameworks.ts'
import { facetsOf } from './lead.ts'
import { licenses } from './licenses.ts'
import { limits } from './limits.ts'
import { lineage } from './lineage.ts'
import {
  alternatives,
  corrections,
  moveUp,
  next,
  notes,
  obligations,
  questions,
  readings,
  signoffs,
  unread,
  whereToLook,
  why,
} from './lists.ts'
import { use } from './use.ts'

/** models, and facets of each, shown; JSON has them all */
const MODELS_SHOWN = 12
const FACETS_SHOWN = 3

/** The models of a release that has several, each with its term. */
const models: SectionOf = (report, names) => {
  if (report.models.length < 2) return null
  const rows = report.models.map(({ name, term }) => [
    [name],
    [named(`${names.term(term.id)}${names.proof(term)}`, ['term', term.id], 'strong')],
    [facetsOf(term, FACETS_SHOWN)],
  ])
  const head = ['model', 'term', 'restrictions']
  return { heading: 'Models', blocks: firstOf(rows, MODELS_SHOWN, 'model', some => table(head, some)) }
}

const ON_REPORT_PAGE: Readonly<Record<string, string>> = {
  code: 'its code',
  'training-code': 'its training code',
  data: 'its data',
}

/**
 * For whoever is about to publish a folder: which words hold, a sentence to use, and what the card's front matter
 * should say.
 */
const wording: SectionOf = ({ wording: words, release }) => {
  // what is published already is its publisher's to change
  if (!words || release.source !== 'folder') return null
  const items: (readonly [Line, ...Line[]])[] = []
  if (words.terms.length > 0) items.push([['may be called: ', look('strong', words.terms.join(', '))]])
  for (const { about, license } of words.parts)
    items.push([
      [
        `${ON_REPORT_PAGE[about] ?? about}: `,
        look('strong', about === 'data' ? 'open data' : 'open source'),
        ` (${license})`,
      ],
    ])
  if (words.sentence !== null) items.push([['a sentence that holds: ', look('strong', words.sentence)]])
  const keys = Object.entries(words.card)
  if (keys.length > 0)
    items.push([
      ["in the card's front matter:"],
      ...keys.map(
        ([key, value]): Line => [
          look('code', `${key}: ${typeof value === 'string' ? value : `[${value.join(', ')}]`}`),
        ],
      ),
    ])
  items.push([['unwash fix writes what is missing of this, and the sentences that do not hold, as a patch to review']])
  return { heading: 'For its publisher', blocks: [list(items)] }
}

/** The parts of a readable report, in the order they are shown: what everybody asks first, then the details. */
const FIRST: readonly SectionOf[] = [use, canI, doubts, models, claims, limits, corrections]
const DETAILS: readonly SectionOf[] = [
  obligations,
  components,
  why,
  unread,
  questions,
  readings,
  licenses,
  lineage,
  frameworks,
  signoffs,
  wording,
  moveUp,
  alternatives,
  whereToLook,
  notes,
  next,
]

/** All parts of a readable report. */
export const allParts = (report: Report, names: Names): readonly Section[] => [
  ...FIRST.flatMap(section => section(report, names) ?? []),
  ...DETAILS.flatMap(section => section(report, names) ?? []).map(section => ({ ...section, detail: true })),
]
