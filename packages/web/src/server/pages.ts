import { UnwashError } from '@unwash/core/error'
import type { StatedUse } from '@unwash/core/uses/stated'
import { reporters } from '@unwash/reporters/index'
import { calledName } from '@unwash/reporters/words/counts'
import { MOST_ROWS } from '@unwash/survey/store/query'
import type { Context, Hono } from 'hono'
import {
  ADDRESSES,
  ASIDES,
  chartAddress,
  EVIDENCE,
  FILES_BESIDE,
  nameOfSlug,
  releaseAddress,
  tableAddress,
} from '../addresses.ts'
import { ROWS, TableQuery, useIn, wrongIn } from '../asked.ts'
import { apiPage, type Described } from '../pages/api.tsx'
import { asidePage } from '../pages/aside.tsx'
import { auditPage } from '../pages/audit.tsx'
import { comparePage } from '../pages/compare.tsx'
import { drawnCharts } from '../pages/explore/charts.ts'
import { explorePage } from '../pages/explore/index.tsx'
import { allRows, csvOf, savedClaims, savedRows } from '../pages/explore/saved.ts'
import { setDocument, type WebPage } from '../pages/layout.tsx'
import { releasePage } from '../pages/release/index.tsx'
import { relativeTo } from '../pages/setting.ts'
import { sourcePage } from '../pages/source.tsx'
import { troublePage } from '../pages/tools.tsx'
import {
  alike,
  explored,
  FIXED,
  type FoundText,
  foundBy,
  home,
  type KeptRelease,
  KNOWN_KINDS,
  keptRelease,
  knownPage,
  requirementPage,
  shownRelease,
  textElsewhere,
  textHere,
} from '../shown.ts'
import { shownText } from '../statements.ts'
import { ANYWHERE, type Made, made, send, sendOf } from './answers.ts'
import { splitRevision } from './api/index.ts'
import type { Jobs } from './jobs.ts'
import { COMPARED, FORM, wholeBody } from './limits.ts'
import { hasPicture } from './picture.ts'
import { questionPages, receiptPages } from './questions.ts'
import { Refusal } from './refusal.ts'
import { checkRate, checkWriter, rateOf } from './security.ts'
import { isOpen, type Showing } from './serving.ts'
import { told } from './target.ts'

const HTML = 'text/html; charset=utf-8'
const TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.html': HTML,
}
/** longer is nothing that anybody looks for */
const LONGEST_FIND = 100
const SAVED = { 'content-disposition': 'attachment' } as const

/** What a server has beside its pages: audits that are asked for, and an API. */
interface Served {
  readonly jobs: Jobs
  readonly api: Described
}

/** The pages, each at its permanent address; without a server they are set as files that lead to each other. */
export function pages(app: Hono, serving: Showing, served: Served | null): void {
  const { known, names, shelf, origin, writers, memory } = serving
  const { knowledge } = known
  const linkOn = served ? () => (address: string) => address : relativeTo
  const document = (page: WebPage) =>
    made(
      HTML,
      setDocument(page, { knowledge, names, link: linkOn(page.frame.address), served: served !== null, origin }),
    )

  /** A page that is made once in a while. */
  const page = (path: string, make: (c: Context) => Promise<WebPage | null> | WebPage | null) =>
    app.get(path, c => {
      const found = memory.get(c.req.url, async () => {
        const web = await make(c)
        return web === null ? null : document(web)
      })
      return sendOf(c, found, 'nothing is known under that name')
    })

  page(ADDRESSES.home, () => home(shelf, writers.by === 'anybody', serving.filling))
  if (served) page(ADDRESSES.api, c => apiPage(served.api, origin ?? new URL(c.req.url).origin))
  for (const make of FIXED) page(make().frame.address, c => make(c.req.query('find')?.slice(0, LONGEST_FIND)))
  page(ADDRESSES.explore, async c => {
    const found = await explored(shelf, askedIn(c), served ? ROWS : MOST_ROWS)
    return explorePage({ ...found, filling: serving.filling })
  })
  /** What stands beside the table, for what is asked of it. */
  const beside = (path: string, type: string, make: (c: Context) => Promise<string | undefined>) =>
    app.get(path, c => {
      const found = memory.get(c.req.url, async () => {
        const content = await make(c)
        return content === undefined ? null : made(type, content)
      })
      return sendOf(c, found, 'there is no such picture')
    })
  beside(tableAddress('releases.csv'), 'text/csv; charset=utf-8', async c =>
    csvOf(savedRows(await allRows(shelf, askedIn(c)))),
  )
  beside(tableAddress('claims.csv'), 'text/csv; charset=utf-8', async c => csvOf(await savedClaims(shelf, askedIn(c))))
  beside(tableAddress('releases.json'), 'application/json', async c => JSON.stringify(await allRows(shelf, askedIn(c))))
  beside(chartAddress(':id').replace(':id.svg', ':file{[a-z-]+[.]svg}'), 'image/svg+xml', async c =>
    drawnCharts(await shelf.tally(askedIn(c)), askedIn(c), names).get(c.req.param('file')?.replace(/\.svg$/, '') ?? ''),
  )
  page(ADDRESSES.compare, async c => {
    const wanted = [...new Set(c.req.queries('release') ?? [])].filter(name => name.trim() !== '').slice(0, COMPARED)
    const found = await Promise.all(wanted.map(name => shelf.report(...splitRevision(name))))
    return comparePage({
      reports: found.flatMap(one => one?.report ?? []),
      missing: wanted.filter((_, at) => found[at] === null),
    })
  })

  for (const kind of KNOWN_KINDS)
    page(`/knowledge/${kind}/:id`, c => knownPage(kind, c.req.param('id') ?? '', knowledge, shelf))
  page('/knowledge/framework/:framework/:id', c =>
    requirementPage(c.req.param('framework') ?? '', c.req.param('id') ?? '', knowledge),
  )

  if (served) asking(app, serving, served.jobs, document)
  releases(app, serving, document)
}

/** What is asked of the table; what an address was decorated with on its way is nothing of it. */
function askedIn(c: Context): TableQuery {
  const asked = TableQuery.strip().safeParse(c.req.query())
  if (!asked.success) throw new Refusal(400, wrongIn(asked.error))
  return asked.data
}

/** A release asked for in a form, and the page that waits for it. */
function asking(app: Hono, { writers, rates, shelf }: Showing, jobs: Jobs, document: (page: WebPage) => Made): void {
  const rate = rateOf(rates.audits)
  app.post('/audits', wholeBody(FORM), async c => {
    checkWriter(c, writers)
    checkRate(c, rate, 'audits are asked for')
    const { target } = await c.req.parseBody().catch(cause => {
      throw new Refusal(400, 'not a form that can be read', null, { cause })
    })
    const asked = typeof target === 'string' ? target : ''
    // one that was read is opened; hf: before its name, or its whole address, has it read again
    const there = await shelf.report(asked.trim())
    if (there && calledName(there.report) === asked.trim())
      return c.redirect(releaseAddress(calledName(there.report)), 303)
    const found = await foundBy(shelf, asked)
    if (found) return c.redirect(found, 303)
    const job = await jobs.begin(asked).catch((cause: unknown) => {
      throw cause instanceof UnwashError ? new Refusal(422, told(cause), null, { cause, asked }) : cause
    })
    return c.redirect(`/audits/${job.id}`, 303)
  })
  app.get('/audits/:id', c => {
    const job = jobs.find(c.req.param('id'))
    const state = job.state()
    if (state.status === 'done') return c.redirect(state.address, 303)
    const address = `/audits/${job.id}`
    const page =
      state.status === 'failed'
        ? troublePage({ says: state.says, status: 422, ask: job.target, address })
        : auditPage({ target: job.target, steps: job.steps(), address })
    return send(c, document(page), { 'cache-control': 'no-store' })
  })
}

/** The page of a release, what stands beside it, and its sources. */
function releases(app: Hono, serving: Showing, document: (page: WebPage) => Made): void {
  const { known, names, shelf, memory } = serving
  const find = async (c: Context): Promise<{ kept: KeptRelease; pinned: boolean }> => {
    const [name, revision] = splitRevision(nameOfSlug(c.req.param('publisher') ?? '', c.req.param('name') ?? ''))
    const kept = await keptRelease(shelf, name, revision)
    if (kept === null) throw new Refusal(404, `no release is kept under the name ${name.slice(0, 200)}`)
    return { kept, pinned: revision !== undefined }
  }
  type Found = Awaited<ReturnType<typeof find>>
  const beside = (file: string, make: (found: Found, c: Context) => Made | null, headers = {}) =>
    app.get(`/:publisher/:name/${file}`, c =>
      // its own query says nothing: who adds one gets the same
      sendOf(
        c,
        memory.get(c.req.path, async () => {
          const found = await find(c)
          const here = make(found, c)
          if (here !== null) return here
          const back = releaseAddress(calledName(found.kept.report))
          const what = c.req.param('steps')?.slice(0, 200) ?? 'that'
          throw new Refusal(404, `${what} is not kept of this release`, null, { back })
        }),
        undefined,
        headers,
      ),
    )
  app.get('/:publisher/:name', c => {
    const stated = statedIn(c, serving)
    // by what is asked, and not by how: whatever else stands in the address gets the same
    const use = stated === null ? '' : JSON.stringify([[...stated.actions].sort(), stated.users, stated.revenue])
    const found = memory.get(`${c.req.path} ${use}`, async () => {
      const here = await find(c).catch((none: unknown) => alike(shelf, c.req.param(), none))
      if ('frame' in here) return document(here)
      const picture = await hasPicture(here.kept.report, names)
      const shown = shownRelease(here.kept, here.pinned, stated, known.knowledge)
      return document(releasePage({ ...shown, picture }, names))
    })
    return sendOf(c, found)
  })
  for (const [file, id] of Object.entries(FILES_BESIDE)) {
    const reporter = reporters.find(one => one.id === id)
    const type = TYPES[file.slice(file.lastIndexOf('.'))] ?? 'application/json'
    beside(
      file,
      ({ kept }) => {
        if (!reporter) return null
        const { report, text } = shownRelease(kept, false, null, known.knowledge)
        return made(type, reporter.render(report, { names, textOf: text }))
      },
      file.startsWith('memo') ? SAVED : file !== 'report.json' || isOpen(serving) ? ANYWHERE : {},
    )
  }
  beside(EVIDENCE, ({ kept: { evidence } }) =>
    evidence === null ? null : made('application/json', JSON.stringify(evidence)),
  )

  for (const which of ASIDES)
    beside(which, ({ kept, pinned }) =>
      document(asidePage(which, shownRelease(kept, pinned, null, known.knowledge), names)),
    )

  questionPages(app, serving, document, async c => (await find(c)).kept)
  receiptPages(app, serving, document, find)

  /** The texts that are kept, by the steps of their addresses. */
  const source = (folder: string, at: (kept: KeptRelease, steps: string) => FoundText | null) =>
    beside(`${folder}/:steps{.+}`, ({ kept, pinned }, c) => {
      const text = at(kept, c.req.param('steps') ?? '')
      return text && document(sourcePage(shownText(kept, pinned, text, names), names))
    })
  source('source', textHere)
  source('elsewhere', textElsewhere)
}

/** The use that stands in the address. */
function statedIn(c: Context, { known }: Showing): StatedUse | null {
  const use = useIn(new URL(c.req.url).searchParams, known.knowledge)
  if (use && 'wrong' in use) throw new Refusal(400, `“${use.wrong}” is no use that can be stated: ${use.expected}`)
  return use
}
