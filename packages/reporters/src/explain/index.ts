import type { Knowledge, KnownLicense } from '@unwash/core/knowledge/knowledge'
import type { GlossaryWord } from '@unwash/core/knowledge/schemas/lists'
import { type ResolvedLicense, resolveName } from '@unwash/core/names/index'
import { TERMS } from '@unwash/core/report/vocabulary'
import { capital } from '@unwash/core/text/phrase'
import { joined, type Line, lines, list, look, named, type Page, table, titled } from '../page.ts'
import { CLASS_LABELS, MODE_LABELS } from '../words/labels.ts'
import { comparedWord, type Explainer, nearest, sourceLines } from './explainer.ts'
import { clause, framework, requirement } from './framework.ts'

const READ = {
  full: 'its whole text was read',
  partial: 'its text was read in part',
  memory: 'its text was not read: known by name',
  known: 'a well-known text',
} as const satisfies Record<KnownLicense['read'], string>

/** What is known of a license: its class, its clauses by section, what it asks of whoever uses it. */
const license: Explainer = {
  words: knowledge =>
    [...knowledge.licenses.values()].flatMap(({ id, spdx, huggingFace }) => [id, ...spdx, ...huggingFace]),
  explain(word, knowledge) {
    const resolved = resolveName(word, knowledge)
    if (!resolved) return null
    return resolved.known ? pageOfKnown(resolved.known, knowledge) : pageOfListed(resolved, knowledge)
  },
}

function pageOfKnown(known: KnownLicense, knowledge: Knowledge): Page {
  const clauses = known.clauses.map(clause => [
    [MODE_LABELS[clause.mode]],
    [named(knowledge.clauses.get(clause.kind)?.name ?? clause.kind, ['clause', clause.kind])],
    [clause.section],
    [look('faint', `“${clause.phrase}”`)],
  ])
  const versions = known.family ? versionsOf(known, knowledge) : []
  const sections = [
    ...titled('Versions', lines(...versions.map(({ id, name }): Line => [named(id, ['license', id]), `  ${name}`]))),
    ...titled('Clauses', table(['', 'clause', 'section', 'its words'], clauses)),
    ...titled(
      'Obligations',
      list(known.obligations.map(duty => [[`when ${duty.when}: `, look('strong', duty.do), ` (${duty.section})`]])),
    ),
    ...titled(
      'What changed',
      list(known.changes.map(({ since, what }) => [['since ', named(since, ['license', since]), `: ${what}`]])),
    ),
    ...others(known, [...knowledge.licenses.values()]),
  ]
  return {
    subject: [known.publisher ? `a license of ${known.publisher}` : 'a license'],
    title: known.name,
    lead: [lines(...standing(known), ...identifiers(known))],
    sections,
    foot: [...(known.family ? [] : [[look('faint', capital(READ[known.read]))]]), ...sourceLines(known)],
  }
}

/** Which licenses say what they changed of it, and where its text is. */
function others({ id, links }: KnownLicense, all: readonly KnownLicense[]): Page['sections'] {
  const after = all.filter(({ changes }) => changes.some(({ since }) => since === id))
  return titled(
    'Elsewhere',
    list([
      ...after.map((one): [Line] => [['Changed in ', named(one.name, ['license', one.id])]]),
      ...links.slice(0, 1).map((): [Line] => [['Its text: ', ...joined(links.map(leading), ', ')]]),
    ]),
  )
}

const leading = (link: string): Line => [look('place', /^https?:/.test(link) ? link : `https://${link}`)]

/** The texts that a family's name may stand for: its publisher's that share its first word. */
function versionsOf(family: KnownLicense, { licenses }: Knowledge): readonly KnownLicense[] {
  const [first = ''] = family.id.split(/[^a-z]/)
  return [...licenses.values()].filter(
    ({ id, publisher, family: several }) => !several && publisher === family.publisher && id.startsWith(first),
  )
}

function standing(known: KnownLicense): readonly Line[] {
  const approvals = [
    ...(known.osiApproved ? ['OSI-approved'] : []),
    ...(known.fsfFree ? ['free by the FSF'] : []),
    ...(known.conformant ? ["on unwash's dated list of open terms for weights and data"] : []),
  ]
  return [
    [look('strong', capital(CLASS_LABELS[known.class]))],
    ...(approvals.length > 0 ? [[capital(approvals.join('; '))]] : []),
    ...(known.family
      ? [[look('ask', 'A name without its version: which text is meant is not known from the name alone')]]
      : []),
  ]
}

function identifiers({ spdx, reference, huggingFace }: KnownLicense): readonly Line[] {
  const ids = [
    ...(spdx.length > 0 ? [`SPDX ${spdx.join(', ')}`] : reference ? [reference] : []),
    ...(huggingFace.length > 0 ? [`Hugging Face ${huggingFace.join(', ')}`] : []),
  ]
  return ids.length > 0 ? [[look('faint', ids.join('; '))]] : []
}

/** A license that only the SPDX list has, or several joined by AND and OR. */
function pageOfListed(resolved: ResolvedLicense, knowledge: Knowledge): Page {
  const listed = knowledge.spdx.get(resolved.id)
  const parts = resolved.compound?.parts.map((part): Line => [`${part.name}: ${CLASS_LABELS[part.class]}`]) ?? []
  const approved = resolved.osiApproved
    ? 'OSI-approved'
    : `${resolved.fsfFree ? 'free by the FSF, ' : ''}not among the OSI-approved; no facts of our own about it`
  return {
    subject: [resolved.compound ? 'several licenses' : 'a license of the SPDX list'],
    title: resolved.name,
    lead: [lines(...(parts.length > 0 ? parts : [[capital(approved)]]))],
    sections: [],
    foot: [[look('faint', listed ? `Source: SPDX license list; ${listed.url}` : 'Source: the licenses it names')]],
  }
}

/** What an honest term means and when a release is called so. */
const term: Explainer = {
  words: knowledge => [...TERMS, ...[...knowledge.terms.values()].flatMap(known => known.aliases)],
  explain(word, knowledge) {
    const key = comparedWord(word)
    const known = [...knowledge.terms.values()].find(candidate =>
      [candidate.id, candidate.label, ...candidate.aliases, ...candidate.aliasesByClass.map(alias => alias.word)].some(
        spelled => comparedWord(spelled) === key,
      ),
    )
    if (!known) return null
    const everyday: Line[] = [
      ...(known.aliases.length > 0 ? [[`In everyday words: ${known.aliases.join(', ')}`]] : []),
      ...known.aliasesByClass.map(
        (alias): Line => [
          `In everyday words: ${alias.word}, where the license is of the kind: ` +
            `${alias.classes.map(id => CLASS_LABELS[id]).join('; ')}`,
        ],
      ),
    ]
    const rank = TERMS.indexOf(known.id) + 1
    return {
      subject: [`an honest term, number ${rank} of ${TERMS.length} from the most open to the least`],
      title: known.origin === 'own' ? `${known.label} *` : known.label,
      lead: [lines([capital(known.meaning)], ...everyday)],
      sections: titled('When', list(known.when.map(part => [[capital(part)]]))),
      foot: [
        ...(known.origin === 'own' ? [["* a word of unwash's own, for what the G7 terms do not name"]] : []),
        ...sourceLines(known),
      ],
    }
  },
}

/** A word of reports that is no term, license, framework or kind of clause. */
const word: Explainer = {
  words: ({ glossary }) => glossary.flatMap(known => [known.word, ...known.also]),
  explain(asked, { glossary }) {
    const known = glossary.find(one =>
      [one.word, ...one.also].some(spelled => comparedWord(spelled) === comparedWord(asked)),
    )
    return known ? pageOf(known) : null
  },
}

const pageOf = ({ word, also, means, see }: GlossaryWord) => ({
  subject: ['a word in reports'],
  title: word,
  lead: [lines([capital(means)], ...(also.length > 0 ? [[look('faint', `Also called: ${also.join(', ')}`)]] : []))],
  sections: titled('See', lines(...see.map((id): Line => [look('code', `unwash explain ${id}`)]))),
  foot: [],
})

/** What can be explained, in the order a word is looked up. */
const explainers: readonly Explainer[] = [term, framework, requirement, clause, license, word]

/**
 * What a term, a requirement, a kind of clause, a license or another word of reports means; null when the word is none
 * of these.
 */
export function explain(asked: string, knowledge: Knowledge): Page | null {
  for (const explainer of explainers) {
    const page = explainer.explain(asked, knowledge)
    if (page) return page
  }
  return null
}

/** The words nearest to one that means nothing. */
export function suggest(asked: string, knowledge: Knowledge): readonly string[] {
  return nearest(
    asked,
    explainers.flatMap(explainer => explainer.words(knowledge)),
  )
}
