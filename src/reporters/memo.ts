import { groupsBy } from '../groups.ts'
import type { Allowed, Citation, Claim, Clause, Evaluation, License, Report } from '../report/report.ts'
import type { Names } from './names.ts'
import {
  type Block,
  holding,
  type Item,
  joined,
  type Line,
  lines,
  list,
  listOf,
  look,
  type Page,
  type Section,
  type Span,
  spelled,
  table,
  titled,
} from './page.ts'
import { originalsOf } from './pages.ts'
import type { Reporter, SectionOf, TextOf } from './reporter.ts'
import { answered, doubts } from './sections/can-i.ts'
import { claimsIn } from './sections/claims.ts'
import { footOf, titleOf } from './sections/lead.ts'
import { licenses } from './sections/licenses.ts'
import { bindingOf, limitsSomething, mergedClauses, namedClause, seeOf, wordsOf } from './sections/limits.ts'
import { lineage } from './sections/lineage.ts'
import { questions, signoffs, unread } from './sections/lists.ts'
import { use } from './sections/use.ts'
import { areMixed, modelsLine, verdictOf, whichAmong } from './sections/verdict.ts'
import { waysOf } from './ways.ts'
import { checksOf } from './words/checks.ts'
import { shortened } from './words/clipped.ts'
import { count, tally } from './words/counts.ts'
import { ANSWER_LABELS, CONCLUSION_LABELS, RESIDUE_LABELS } from './words/labels.ts'
import { placeOf, placesOf } from './words/places.ts'
import { citedWords, quoted } from './words/quoted.ts'
import { aloneIn, wholeOf } from './words/whole.ts'

/** the template of the public summary of training content, and the framework of the exemption */
const TEMPLATE = 'eu-training-summary'
const LAW = 'eu-ai-act'

/**
 * A memo that counsel can check line by line and sign: first the release, its term and what everybody asks, each answer
 * with its condition and place; then which terms bind and what they say, whole and once; what to do, as a list to tick
 * off; what was not read; and last how the text of a license was changed.
 */
export function memoPage(read: Report, names: Names, textOf?: TextOf): Page {
  const report = textOf ? withWhole(read, textOf) : read
  const of = (section: SectionOf, heading: string): readonly Section[] => {
    const told = section(report, names)
    return told === null ? [] : [{ heading, blocks: unfolded(told.blocks) }]
  }
  const asked = { ...report, questions: report.questions?.slice(0, ASKED) }
  const unknown = [doubts, unread, questions].flatMap(section => unfolded(section(asked, names)?.blocks ?? []))
  const more = (report.questions?.length ?? 0) - ASKED
  return {
    subject: subjectOf(report),
    title: `Memorandum on the use of ${report.release.name}`,
    paper: true,
    lead: [lines(...leadOf(report, names)), ...answersIn(report)],
    sections: [
      ...of(binding, 'Which terms bind the weights?'),
      ...of(use, 'And for the use that was stated?'),
      ...of(limits, 'What restricts us?'),
      ...of(others, 'How can it end, and what else do the terms say?'),
      ...of(lineage, 'What is it made from, and what conflicts?'),
      ...of(failing, 'Does what its publisher says of it hold?'),
      union(report, names),
      ...of(duties, 'What must we do?'),
      ...titled(
        'What was not read, and what is unknown?',
        ...(unknown.length > 0 ? unknown : [lines(['Nothing that was seen.'])]),
        lines(...(more > 0 ? [[`And ${count(more, 'more question')} of this kind.`]] : [])),
      ),
      ...of(signoffs, 'Signed off by people'),
      SIGNATURE,
      ...of(changes, 'How was the text of a license changed?'),
    ],
    foot: footOf(report, names, [report.term.id, ...report.models.map(({ term }) => term.id)]),
    original: originalsOf(report, names),
  }
}

/** questions that are told; the report has them all */
const ASKED = 3

/** What everybody asks: a row for each answer, of several models with those that it is the answer of. */
function answersIn({ uses = [], models }: Report): readonly Block[] {
  const several = models.length > 1
  const asks = [...groupsBy(uses, ({ ask }) => ask)]
  if (asks.length === 0) return [lines(['No weights are offered here, so there is nothing to use.'])]
  const rows = asks.flatMap(([ask, all]) => {
    const groups = [...groupsBy(all, ({ answer, says }) => `${answer} ${says}`).values()]
    const largestFirst = groups.toSorted((one, other) => other.length - one.length)
    return largestFirst.flatMap((those, at) => {
      const [use] = those
      if (!use) return []
      const [sign, ...says] = answered(use)
      const which = several
        ? [
            [
              at === 0 && groups.length > 1
                ? `${those.length} of ${all.length}`
                : whichAmong(namesOf(those), namesOf(all)),
            ],
          ]
        : []
      return [
        [
          [at === 0 ? `May we ${ask}?` : ''],
          ...which,
          [sign, ' ', ...says],
          placesOf(use.cited, 2).map(span => inText(span)),
        ],
      ]
    })
  })
  return [table(['question', ...(several ? ['models'] : []), 'answer and condition', 'see'], rows)]
}

const namesOf = (some: readonly Allowed[]) => some.map(({ model = '' }) => model)

/** What is quoted in part of a clause or a duty with all of its sentence. */
function withWhole(report: Report, textOf: TextOf): Report {
  const whole = (one: Citation): Citation => {
    if (!('quote' in one) || !one.cut) return one
    const text = textOf(one.path, one.place)
    const found = text === null ? null : wholeOf(text, one)
    if (!found) return one
    const { before, words, after } = aloneIn(found)
    return { ...one, quote: `${before}${words}${after}`.trim(), cut: undefined }
  }
  const all = <T extends { readonly cited: readonly Citation[] }>(those: readonly T[]) =>
    those.map(one => ({ ...one, cited: one.cited.map(whole) }))
  return {
    ...report,
    licenses: report.licenses.map(license => ({ ...license, clauses: all(license.clauses) })),
    obligations: all(report.obligations),
  }
}

/** Counsel reads all of it: nothing is folded away. */
const unfolded = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap(block =>
    block.kind !== 'fold'
      ? [block]
      : block.aside
        ? []
        : [lines([look('strong', block.summary)]), ...unfolded(block.blocks)],
  )

const binding: SectionOf = (report, names) =>
  licenses(
    { ...report, licenses: bindingOf(report).map(one => ({ ...one, match: { ...one.match, residue: [] } })) },
    names,
  )

/** What takes one of the four freedoms, license by license; what several say alike is named again, and not told. */
const limits: SectionOf = (report, names) => {
  const told = new Set<string>()
  return eachLicense(report, names, license => {
    const limiting = license.clauses.filter(limitsSomething)
    const isKnown = ({ cited }: Clause) => cited.some(one => 'fact' in one)
    const keyOf = (clause: Clause) => spelled(namedClause(clause, names))
    const again = limiting.filter(clause => isKnown(clause) && told.has(keyOf(clause)))
    for (const clause of limiting) told.add(keyOf(clause))
    const fresh = limiting.filter(clause => !again.includes(clause))
    return [
      byWords(fresh, names, license),
      lines(
        ...(again.length > 0
          ? [
              [
                'As above: ',
                ...joined(
                  again.map(one => namedClause(one, names)),
                  '; ',
                ),
              ],
            ]
          : []),
      ),
    ]
  })
}

/** The clauses that take none of the four freedoms: how the terms end, whose law holds, what of patents. */
const others: SectionOf = (report, names) =>
  eachLicense(report, names, license => {
    const [limiting, rest] = [true, false].map(one => license.clauses.filter(clause => limitsSomething(clause) === one))
    const told = new Set(limiting?.map(({ cited: [at] }) => at && citedWords(at)))
    return [byWords(rest ?? [], names, license, told)]
  })

/** What is told of each license that binds the weights, under its name, its text, and the models that it is of. */
function eachLicense(report: Report, names: Names, tell: (license: License) => readonly Block[]): Section | null {
  const { licenses, models } = report
  const blocks = bindingOf(report).flatMap((license): readonly Block[] => {
    const told = holding(...tell(license))
    const bound = models.flatMap(one => (one.licenses?.some(at => licenses[at] === license) ? [one.name] : []))
    const all = models.map(({ name }) => name)
    const which = bound.length === 0 || bound.length === all.length ? '' : `, for ${whichAmong(bound, all)}`
    const text = license.text ? [' ', ...placesOf([license.text])] : []
    return told.length === 0 ? [] : [lines([look('strong', titleOf(license, names)), ...text, which]), ...told]
  })
  return blocks.length === 0 ? null : { heading: '', blocks }
}

/** Clauses by their words, which are told once, whatever clauses stand in them; of the license's text the line alone. */
function byWords(clauses: readonly Clause[], names: Names, { text }: License, before = new Set<unknown>()): Block {
  const said = groupsBy(mergedClauses(clauses), ({ cited: [at] }) => (at ? `${placeOf(at)} ${citedWords(at)}` : ''))
  const rows = [...said.values()].map(all => {
    const cited = all.flatMap(one => one.cited)
    const [first] = cited
    const about = names.clauseAbout(all[0]?.kind ?? '')
    const isTold = first && 'quote' in first && before.has(citedWords(first))
    const words = isTold ? ['quoted above'] : (wordsOf(first)[0] ?? (about ? [about] : []))
    const named = all.map(clause => namedClause(clause, names))
    return [joined(named, '; '), words, seeOf({ cited }).map(span => inText(span, text?.path))]
  })
  return table(['clause', 'its words', 'see'], rows)
}

/** `LICENSE:3` as `line 3` under the path; of a long path the file alone. */
const inText = (span: Span, path?: string): Span =>
  typeof span === 'string' || span.look !== 'place'
    ? span
    : {
        ...span,
        text:
          path !== undefined && span.text.startsWith(`${path}:`)
            ? span.text.replace(`${path}:`, 'line ')
            : shortened(span.text, PLACE),
      }
/** columns of a place in a table */
const PLACE = 26

/** What must be done, to be ticked off, and whether it goes with whoever gets a copy; words that no clause told. */
const duties: SectionOf = (report, names) => {
  const told = new Set(bindingOf(report).flatMap(({ clauses }) => clauses.flatMap(({ cited }) => cited.map(placeOf))))
  const items = report.obligations.flatMap(({ when, do: what, clause, cited }): Line[] => [
    [
      `☐ When ${when}: `,
      look('strong', what),
      ...(names.carried(clause) ? [look('faint', ' (goes with each copy)')] : []),
      ' ',
      ...seeOf({ cited }),
    ],
    ...(cited.some(one => told.has(placeOf(one))) ? [] : wordsOf(cited[0])),
  ])
  const carried = report.obligations.some(({ clause }) => names.carried(clause))
  return items.length === 0 ? null : { heading: '', blocks: [lines(...items, ...(carried ? [BUNDLE] : []))] }
}
const BUNDLE: Line = [look('code', 'unwash bundle'), ' writes the files that go with each copy.']

/** What does not hold of what is claimed; the rest is counted. */
const failing: SectionOf = report => {
  const isFailing = ({ check }: Claim) => check === 'contradicted'
  const told = claimsIn({
    findings: report.findings,
    claims: report.claims.filter(isFailing).map(claim => ({ ...claim, wouldChange: [] })),
  })
  const rest = report.claims.filter(claim => !isFailing(claim))
  const blocks = [
    ...(told?.blocks ?? []),
    ...(rest.length > 0 ? [lines([`Of its ${told ? 'other ' : ''}claims: ${checksOf(rest)}.`])] : []),
  ]
  return blocks.length === 0 ? null : { heading: '', blocks }
}

/** letters of a changed passage */
const PASSAGE = 160

/** Where the text of a license is not the known one, in short. */
const changes: SectionOf = (report, names) => {
  const items = bindingOf(report).flatMap(({ text, match: { nearest, residue } }): Item[] =>
    residue.map(({ side, words, line, endLine, reads, quote = '', cut }) => [
      [
        `${nearest ? `Against ${names.license(nearest)}: ` : ''}${side} ${count(words, 'word')}, ${RESIDUE_LABELS[reads]} `,
        ...(text ? placesOf([{ ...text, line, endLine, quote, cut }]) : []),
        ...(quote ? [look('faint', ` “${quoted({ quote, cut }, PASSAGE)}”`)] : []),
      ],
    ]),
  )
  return listOf('', items, 'change', items.length)
}

function subjectOf({ release }: Report): Line {
  const revision = release.revision ? [' at ', look('code', release.revision)] : []
  return [look('strong', release.publisher ? `${release.publisher}/${release.name}` : release.name), ...revision]
}

function leadOf(report: Report, names: Names): readonly Line[] {
  const { release, about, readAsOf, unwash, models } = report
  const published = about?.published ? `, published on ${about.published}` : ''
  return [
    [look('strong', (areMixed(models) && spelled(modelsLine(report, names) ?? [])) || verdictOf(report, names))],
    [`Read on ${readAsOf}${published}, with the knowledge of ${unwash.knowledge}`],
    [`Read: ${readOf(release)}${release.complete ? '' : '; not all files could be listed'}`],
  ]
}

/** What was read: its name, where it is, and at which revision, where it has one. */
function readOf({ publisher, name, places, source, revision }: Report['release']): string {
  const called = publisher && !name.startsWith(`${publisher}/`) ? `${publisher}/${name}` : name
  const others = source === 'folder' ? [] : places.filter(place => place !== called)
  const state = revision ? `revision ${revision}` : source === 'folder' ? 'a folder without revision' : 'no revision'
  return [called, ...others, state].join(', ')
}

/** conditions of the exemption that are told one by one; the report has them all */
const DECIDING = 4

/** In short: whether the exemption applies, what decides that, and the summary of training content. */
function union({ evaluations }: Report, names: Names): Section {
  const law = evaluations.find(({ framework }) => framework === LAW)
  const says = law ? (CONCLUSION_LABELS[law.conclusion] ?? law.conclusion) : 'was not assessed'
  const open = law?.requirements.filter(({ answer }) => answer !== 'met' && answer !== 'not-applicable') ?? []
  const unmet = open.filter(({ answer }) => answer === 'unmet')
  // what fails decides; else what is for a person to decide
  const deciding = (unmet.length > 0 ? unmet : open).slice(0, DECIDING)
  const more = tally(open.filter(one => !deciding.includes(one)).map(({ answer }) => ANSWER_LABELS[answer]))
  const items = deciding.map(({ id, answer, because, cited }): Item => {
    const asked = names.requirement(id)
    return [
      [
        look(answer === 'unmet' ? 'bad' : 'ask', ANSWER_LABELS[answer]),
        `: ${asked?.question ?? id} ${because} `,
        ...placesOf(cited, 2),
      ],
      ...(asked?.citation ? [[look('faint', asked.citation)] satisfies Line] : []),
    ]
  })
  const note = names.frameworkNote(LAW)
  return {
    heading: 'And in the European Union?',
    blocks: holding(
      lines(
        ['Whether the exemption of Article 53(2) of Regulation (EU) 2024/1689 applies: ', look('strong', says)],
        ...(law ? [[`The law in its state of ${law.edition}`] satisfies Line] : []),
        ...(note ? [[look('faint', note)] satisfies Line] : []),
      ),
      list(items),
      ...(more.size > 0
        ? [lines([`Further conditions: ${[...more].map(([label, of]) => `${of} ${label}`).join(', ')}`])]
        : []),
      lines(summaryOf(evaluations)),
    ),
  }
}

/** How much of the public summary of training content, Article 53(1)(d), is there. */
function summaryOf(evaluations: readonly Evaluation[]): Line {
  const asked = evaluations.find(({ framework }) => framework === TEMPLATE)?.requirements ?? []
  const applying = asked.filter(({ answer }) => answer !== 'not-applicable')
  const head = 'Public summary of training content (Article 53(1)(d), which no exemption lifts): '
  if (asked.length === 0) return [head, 'was not looked for']
  if (applying.length === 0)
    return [head, look('bad', 'none was found'), `; all ${asked.length} sections are to be written`]
  const missing = applying.filter(({ answer }) => answer !== 'met')
  return [head, `${applying.length - missing.length} of ${applying.length} sections are filled`]
}

const SIGNATURE: Section = {
  heading: 'Signature',
  blocks: [
    lines(
      [
        'I have checked the conditions above against the evidence cited, and what is for a person to decide I ' +
          'have decided.',
      ],
      ['Name: ……………………………… For: ………………………………'],
      ['Place and day: …………………… Signature: ………………………'],
    ),
  ],
}

const { markdown, html } = waysOf<Report>(
  (report, { names, textOf }) => [memoPage(report, names, textOf)],
  (title, { release }) => `${release.name}: ${title}`,
)

/**
 * A memo for counsel to check and to sign, as Markdown.
 */
export const memo: Reporter = { ...markdown, id: 'memo', extension: 'memo.md' }

/** The same as a page to print. */
export const memoHtml: Reporter = { ...html, id: 'memo-html', extension: 'memo.html' }
