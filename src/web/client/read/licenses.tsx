import { readAnnouncement } from '../../../announcement.ts'
import { redline } from '../../../changes/redline.ts'
import { readDocument } from '../../../documents/index.ts'
import { judge } from '../../../judge.ts'
import { readLicenses } from '../../../license.ts'
import type { GivenText } from '../../../licenses/given/given.ts'
import { prepare } from '../../../licenses/given/prepare.ts'
import type { License, Report } from '../../../report/report.ts'
import { redlined } from '../../../reporters/changes/index.ts'
import { claimsPage } from '../../../reporters/claims/index.ts'
import { licensesPages, notRead } from '../../../reporters/licenses/index.ts'
import { unreadMeans, unreadParts } from '../../../reporters/licenses/unread.ts'
import { type Names, namesOf } from '../../../reporters/names.ts'
import { joined, type Line, lines, look, named, type Section } from '../../../reporters/page.ts'
import { canI } from '../../../reporters/sections/can-i.ts'
import { limitsSomething } from '../../../reporters/sections/limits.ts'
import { count } from '../../../reporters/words/counts.ts'
import { givenAs } from '../../../terms/files/given-as.ts'
import { ADDED, citedSpan, lineStarts, type Span } from '../marked/cited.ts'
import type { SentText } from '../messages.ts'
import { openAll } from '../worker/given.ts'
import type { Loaded } from '../worker/load.ts'
import { claimMarks, licenseMarks } from './marks.ts'
import { Reading } from './reading.tsx'

/** sections of the report that are notes beside the text here */
const NOTED = ['Restrictions', 'Not understood', 'What else it says']

/** Reads license texts as `unwash license` does, and shows them with what it says of them. */
export async function readTexts(sent: readonly SentText[], loaded: Loaded) {
  const { knowledge } = loaded
  const opened = await openAll(sent)
  const unread = opened.filter(one => one.is === 'unread')
  const asked = await Promise.all(
    opened
      .filter(one => one.is === 'text')
      .map(async ({ is: _, ...text }): Promise<GivenText> => {
        const given = { ...text, as: givenAs(text.path, knowledge.legalFiles) }
        // what was taken out of a PDF is neither a page nor data
        return given.pages ? given : prepare(given)
      }),
  )
  const report = readLicenses({ asked, beside: asked, unread }, loaded)
  const { licenses } = report
  const names: Names = namesOf(knowledge)
  const marks = licenseMarks(licenses, asked, knowledge, names)
  const texts = asked.map(({ path, content }) => ({ path, content, added: addedIn(licenses, path, content) }))
  const nothing = () => (
    <Reading
      label="What the text says"
      pages={[{ title: NOTHING, lead: [lines(...TRY)], sections: [] }]}
      texts={texts}
      marks={[]}
    />
  )
  /** @param note what is said before all else */
  const show = (note: string | null = null) => (
    <Reading
      label="What the text says"
      pages={licensesPages(report, names).map(({ title, lead, sections }, at) => {
        const license = licenses[at]
        const others = sections.filter(({ heading }) => !NOTED.includes(heading))
        if (!license) return { title, lead, sections: others }
        const uses = at === 0 ? canIUnder(asked, loaded, names) : []
        return {
          title,
          lead: [
            ...(note === null ? [] : [lines([look('ask', note)])]),
            ...lead,
            lines(...limitsOf(license, names)),
            ...uses.flatMap(({ blocks }) => blocks),
          ],
          sections: [...others, ...differenceOf(license, asked, names, loaded)],
        }
      })}
      texts={texts}
      marks={marks}
    />
  )
  return { report, marks, show, nothing }
}

const NOTHING = 'Neither terms nor claims were found'
const TRY: readonly Line[] = [
  ['Nothing in this text says what one may, must or may not do with a model, or that something is open.'],
  ['Is it whole? Paste all of the license, the card or the announcement, or drop its file.'],
]

/** What limits, in short, and what was not understood. */
function limitsOf(license: License, names: Names): readonly Line[] {
  const kinds = [...new Set(license.clauses.filter(limitsSomething).map(({ kind }) => kind))]
  const unread = unreadParts(license).length
  const told = kinds.map((kind): Line => [named(names.clause(kind), ['clause', kind], 'bad')])
  return [
    ['Limits: ', ...(kinds.length > 0 ? joined(told, ', ') : [look('ask', 'none that was recognized')])],
    ...(unread > 0
      ? [['Not understood: ', look('ask', count(unread, 'part')), `. ${unreadMeans(license)}`] satisfies Line]
      : []),
  ]
}

/** The words that differ from the nearest known text. */
function differenceOf(
  { match, text }: License,
  texts: readonly GivenText[],
  names: Names,
  { knowledge, texts: known }: Loaded,
): readonly Section[] {
  if (match.nearest === null || match.kind === 'exact' || match.kind === 'none') return []
  const given = texts.find(({ path }) => path === text?.path)
  const ids = [match.nearest, ...(knowledge.licenses.get(match.nearest)?.spdx ?? [])]
  const nearest = ids.map(id => known.get(id)).find(one => one !== undefined)
  const found = given && nearest && redline(nearest.text, given.content, names.license(match.nearest))
  return found ? [redlined({ path: given.path, ...found })] : []
}

/** Where words stand that the known text does not have. */
function addedIn(licenses: readonly License[], path: string, content: string): readonly Span[] {
  const starts = lineStarts(content)
  return licenses
    .filter(({ text }) => text?.path === path)
    .flatMap(({ match }) => match.residue)
    .flatMap(({ side, line, endLine, quote = '', cut }): Span[] => {
      if (side !== 'added' || quote === '') return []
      const span = citedSpan({ path, line, endLine, quote }, content, starts)
      // a quote may be cut, the lines are not
      const end = cut ? (starts[endLine] ?? content.length + 1) - 1 : 0
      return span ? [{ from: span.from, to: Math.max(span.to, end), mark: ADDED }] : []
    })
}

/** "Can I …" of a model that is under this text alone. */
function canIUnder([text, ...more]: readonly GivenText[], known: Loaded, names: Names): readonly Section[] {
  if (text === undefined || more.length > 0) return []
  const path = 'LICENSE'
  const report = judge(
    {
      name: '',
      publisher: null,
      source: 'folder',
      place: text.path,
      revision: null,
      complete: true,
      files: [path, 'model.safetensors'].map(one => ({ path: one, size: null, kind: 'file' })),
      texts: new Map([[path, { path, content: text.content, encoding: 'utf-8', truncated: false }]]),
      headers: [],
      notes: [],
    },
    known,
  )
  const uses = report.uses?.map(use => ({
    ...use,
    cited: use.cited.map(one => ('path' in one ? { ...one, path: text.path } : one)),
  }))
  return [canI({ ...report, uses }, names) ?? []].flat()
}

/** Checks claims as `unwash claims` does: against a release, or dated facts of the models that are named. */
export async function readClaims(sent: readonly SentText[], of: Report | null, { knowledge }: Loaded) {
  const opened = await openAll(sent)
  const texts = opened.filter(one => one.is === 'text')
  const documents = texts.map(({ path, content, pages }) => {
    const text = { path, content, encoding: 'utf-8', truncated: false } as const
    return pages ? { ...readDocument(text, 'text'), pages } : readDocument(text)
  })
  const report = readAnnouncement(documents, of, knowledge)
  const { claims, findings, releases } = report
  const marks = claimMarks(claims, findings)
  const show = () => {
    const { title, sections } = claimsPage(report, '', namesOf(knowledge))
    const speaks = sections.filter(({ heading }) => heading !== 'Claims').flatMap(({ blocks }) => blocks)
    const unread = opened.filter(one => one.is === 'unread').map(one => ({ ...one, cited: [] }))
    const lead =
      claims.length > 0 && releases.length === 0
        ? [lines([`No release that is known here is named, so what it gives is not known: ${CHOOSE}`])]
        : speaks
    return (
      <Reading
        label="The claims"
        pages={[{ title, lead, sections: notRead(unread) }]}
        texts={texts.map(({ path, content }) => ({ path, content, added: [] }))}
        marks={marks}
      />
    )
  }
  return { report, marks, show }
}

const CHOOSE = 'choose the release above, or have it read.'
