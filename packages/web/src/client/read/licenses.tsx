import { readAnnouncement } from '@unwash/core/announcement'
import { redline } from '@unwash/core/changes/redline'
import { readDocument } from '@unwash/core/documents/index'
import { readLicenses } from '@unwash/core/license'
import type { GivenText } from '@unwash/core/licenses/given/given'
import { prepare } from '@unwash/core/licenses/given/prepare'
import type { Allowed, License, Report } from '@unwash/core/report/report'
import { givenAs } from '@unwash/core/terms/files/given-as'
import { redlined } from '@unwash/reporters/changes/index'
import { claimsPage, unclaimedIn } from '@unwash/reporters/claims/index'
import { licensesPages, notRead } from '@unwash/reporters/licenses/index'
import { unreadMeans, unreadParts } from '@unwash/reporters/licenses/unread'
import { knownNames, type Names } from '@unwash/reporters/names'
import { joined, type Line, lines, look, named, type Section } from '@unwash/reporters/page'
import { limitsSomething } from '@unwash/reporters/sections/limits'
import { calledName, count } from '@unwash/reporters/words/counts'
import { releaseAddress } from '../../addresses.ts'
import { Blocks } from '../../pages/spans.tsx'
import { ADDED, citedSpan, lineStarts, type MarkedSpan } from '../marked/cited.ts'
import type { SentText } from '../messages.ts'
import { openAll } from '../worker/given.ts'
import type { Loaded } from '../worker/load.ts'
import { underAlone } from './alone.ts'
import { claimMarks, licenseMarks } from './marks.ts'
import { CheckedAgainst, ClaimsReading, itemsOf, LicenseReading } from './reading.tsx'

/** sections of the report that stand first here, or are notes beside the text */
const DUTIES = 'Obligations'
const CHANGED = 'What is changed'
const DEFINED = 'What the definitions make of it'
/** so many passages that differ are told before the answers */
const FEW = 3
const NOTED = ['Restrictions', 'Not understood', 'What else it says', DUTIES]

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
  const names: Names = knownNames(knowledge)
  const marks = licenseMarks(licenses, asked, knowledge, names)
  const texts = asked.map(({ path, content }) => ({ path, content, added: addedIn(licenses, path, content) }))
  const alone = licenses.map(license => underAlone(license, asked, loaded))
  const nothing = () => (
    <LicenseReading
      heads={[{ title: NOTHING_FOUND, is: [], doubts: TRY, uses: [], about: [], ...NONE }]}
      texts={texts}
      marks={[]}
      sections={[]}
    />
  )
  /** @param note what is said before all else */
  const show = (note: string | null = null) => {
    const pages = licensesPages(report, names)
    const heads = pages.map(({ title, lead, sections }, at) => {
      const license = licenses[at]
      const [first, nearest, ...about] = lead.flatMap(block => (block.kind === 'lines' ? block.lines : []))
      const uses = alone[at]?.uses ?? []
      return {
        title: license?.id === null && !license.name ? UNNAMED_TEXT : title,
        is: first ?? [],
        doubts: [...(note === null ? [] : [[look('ask', note)]]), ...(license ? unreadIn(license) : [])],
        nearest: license && nearest ? nearestIn(license, nearest, names) : nearest,
        changed: sections.find(isFew),
        uses,
        duties: sections.find(({ heading }) => heading === DUTIES),
        about: [...about, ...(license ? limitsOf(license, uses, names) : [])],
      }
    })
    const sections = pages.flatMap(({ sections: all }, at) => {
      const license = licenses[at]
      const others = license ? all.filter(one => !NOTED.includes(one.heading) && !isFew(one)) : all
      return [
        ...others.map(one => spelledOut(one, loaded)),
        ...(license ? differenceOf(license, asked, names, loaded) : []),
      ]
    })
    return <LicenseReading heads={heads} texts={texts} marks={marks} sections={sections} />
  }
  return { report, marks, alone: alone.length === 1 ? alone[0] : null, show, nothing }
}

const NONE = { nearest: undefined, changed: undefined, duties: undefined }
const isFew = (section: Section) => section.heading === CHANGED && itemsOf(section) <= FEW

const UNNAMED_TEXT = 'Terms without a name'

const NOTHING_FOUND = 'Neither terms nor claims were found'
const TRY: readonly Line[] = [
  ['Nothing in this text says what one may, must or may not do with a model, or that something is open.'],
  ['Is it whole? Paste all of the license, the card or the announcement, or drop its file.'],
]

/** The known text that it is closest to by its full name, where that is not the title. */
function nearestIn({ id, match: { nearest } }: License, line: Line, names: Names): Line {
  if (nearest === null || nearest === id) return line
  const full = names.licenseName(nearest) ?? nearest
  const short = ` ${names.license(nearest)}`
  return line.flatMap(span =>
    typeof span !== 'string' && span.text.endsWith(short)
      ? [{ ...span, text: span.text.slice(0, -short.length) }, ': ', named(full, ['license', nearest])]
      : [span],
  )
}

/** The definitions by their names: in a terminal there is little room. */
function spelledOut(section: Section, { knowledge }: Loaded): Section {
  const named = (words: string) =>
    words.replace(/^(?:OSAID|OSD|MOF|EU)\b/, short => {
      const id = `${short.toLowerCase()}-`
      return [...knowledge.frameworks.values()].find(one => one.id.startsWith(id))?.name.replace(/,.*/, '') ?? short
    })
  const line = (spans: Line): Line =>
    spans.map((span, at) =>
      at > 0 ? span : typeof span === 'string' ? named(span) : { ...span, text: named(span.text) },
    )
  return section.heading !== DEFINED
    ? section
    : {
        ...section,
        blocks: section.blocks.map(block =>
          block.kind === 'table'
            ? { ...block, head: block.head.map(named), rows: block.rows.map(row => row.map(line)) }
            : block.kind === 'lines'
              ? { ...block, lines: block.lines.map(line) }
              : block,
        ),
      }
}

/** What limits beside that which decides the answers. */
function limitsOf(license: License, uses: readonly Allowed[], names: Names): readonly Line[] {
  const kinds = [...new Set(license.clauses.filter(limitsSomething).map(({ kind }) => kind))]
  // what was not understood is told above, and may limit
  if (kinds.length === 0)
    return unreadParts(license).length > 0 ? [] : [['Limits: ', look('ask', 'none that was recognized')]]
  const others = kinds.filter(kind => !uses.some(use => use.clauses.includes(kind)))
  const told = others.map((kind): Line => [named(names.clause(kind), ['clause', kind], 'bad')])
  return told.length > 0 ? [['Limits beside these: ', ...joined(told, ', ')]] : []
}

/** How much was not understood, and what follows from that. */
function unreadIn(license: License): readonly Line[] {
  const unread = unreadParts(license).length
  return unread > 0 ? [['Not understood: ', look('ask', count(unread, 'part')), `. ${unreadMeans(license)}`]] : []
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
function addedIn(licenses: readonly License[], path: string, content: string): readonly MarkedSpan[] {
  const starts = lineStarts(content)
  return licenses
    .filter(({ text }) => text?.path === path)
    .flatMap(({ match }) => match.residue)
    .flatMap(({ side, line, endLine, quote = '', cut }): MarkedSpan[] => {
      if (side !== 'added' || quote === '') return []
      const span = citedSpan({ path, line, endLine, quote }, content, starts)
      // a quote may be cut, the lines are not
      const end = cut ? (starts[endLine] ?? content.length + 1) - 1 : 0
      return span ? [{ from: span.from, to: Math.max(span.to, end), mark: ADDED }] : []
    })
}

/** A kept release that claims are checked against, and whether its texts are kept too. */
interface Against {
  readonly report: Report
  readonly texts: boolean
}

/** Checks claims as `unwash claims` does: against a release, or dated facts of the models that are named. */
export async function readClaims(sent: readonly SentText[], against: Against | null, { knowledge }: Loaded) {
  const opened = await openAll(sent)
  const texts = opened.filter(one => one.is === 'text')
  const documents = texts.map(({ path, content, pages }) => {
    const text = { path, content, encoding: 'utf-8', truncated: false } as const
    return pages ? { ...readDocument(text, 'text'), pages } : readDocument(text)
  })
  const of = against?.report ?? null
  const report = readAnnouncement(documents, of, knowledge)
  const { claims, findings, releases } = report
  const marks = claimMarks(claims, findings)
  const names = knownNames(knowledge)
  const show = () => {
    const { title, sections } = claimsPage(report, '', names)
    const unread = opened.filter(one => one.is === 'unread').map(one => ({ ...one, cited: [] }))
    const speaks = sections.filter(({ heading }) => heading === 'Speaks of').flatMap(({ blocks }) => blocks)
    const unnamed = claims.length > 0 && releases.length === 0
    const address = of ? releaseAddress(calledName(of)) : ''
    const isKept = (path: string, place?: string) =>
      against?.texts === true && place === undefined && texts.every(text => text.path !== path)
    return (
      <ClaimsReading
        title={title}
        lead={
          of ? (
            <CheckedAgainst report={of} address={address} names={names} />
          ) : (
            <Blocks blocks={unnamed ? [lines([UNNAMED])] : speaks} />
          )
        }
        claims={claims}
        marks={marks}
        texts={texts.map(({ path, content }) => ({ path, content, added: [] }))}
        sections={notRead(unread)}
        rest={unclaimedIn(report)}
        release={{ release: address, has: isKept, text: () => null }}
      />
    )
  }
  return { report, marks, show }
}

const UNNAMED =
  'No release that is known here is named, so what it gives is not known: choose the release above, or have it read.'
