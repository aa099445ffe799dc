import { knownNames, reporters } from '@unwash/reporters/index'
import { surveyReport } from '@unwash/survey/report/index'
import { openDuckdb } from '@unwash/survey/store/duckdb/index'
import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { folder } from '../../../survey/test/store/kept.ts'
import { auditPage } from '../../src/pages/audit.tsx'
import { explorePage } from '../../src/pages/explore/index.tsx'
import { setDocument, type WebPage } from '../../src/pages/layout.tsx'
import { troublePage } from '../../src/pages/tools.tsx'
import { pages } from '../../src/server/pages.ts'
import { explored, home } from '../../src/shown.ts'
import { settingOf } from '../setting.ts'
import { SIZES } from './browser.ts'
import { looksWell } from './looks.ts'
import { ODD } from './odd.ts'
import { PAGES } from './pages.ts'
import { keptReleases, serveSite } from './site.ts'
import { HEDGEROW } from './texts.ts'
import { visiting } from './visits.ts'

const { known, shelf } = await keptReleases(ODD)
const names = knownNames(known.knowledge)
const filling = {
  total: 5,
  done: 2,
  now: new Set(['tidewater__heron-7b']),
  failed: [
    { target: 'tidewater__gone', says: 'it is no folder of a release: give one that holds a README or a license' },
  ],
}

/** What a page looks like in a state that does not last, as a server answers it. */
const STATES: readonly (readonly [name: string, make: () => Promise<WebPage> | WebPage])[] = [
  [
    'audit',
    () =>
      auditPage({ target: 'tidewater/heron-7b', steps: ['asking the hub', 'reading LICENSE'], address: '/audits/1' }),
  ],
  ['audit-failed', () => troublePage({ says: 'nothing is at tidewater/gone', status: 422, ask: 'tidewater/gone' })],
  ['busy', () => troublePage({ says: 'too much is asked for at once', status: 503 })],
  ['home-filling', () => home(shelf, true, filling)],
  ['home-without-asking', () => home(shelf, false)],
  ['explore-filling', async () => explorePage({ ...(await explored(shelf, {})), filling })],
  ['explore-empty', () => explorePage({ asked: {}, rows: [], total: 0, tally: [] })],
]

/** What is saved as a file of its own. */
const SAVED = ['html', 'memo-html'].flatMap(id =>
  ['lumen-7b', 'weique/苇雀-7b', 'tidewater/dabchick'].map(name => [id, name] as const),
)

const serveOdd = () => serveSite(null, ODD)

await visiting('pages that few see', serveOdd, visits => {
  /** Opens what is given where a server would answer it. */
  const shown = (html: string): Promise<Page> =>
    // it is looked at as long as it takes: nothing leads on
    visits.open('/given', {
      viewport: SIZES.phone,
      before: page =>
        page.route('**/given', route =>
          route.fulfill({
            body: html.replace(/<meta http-equiv="refresh"[^>]*>|<script[^>]*>/g, ''),
            contentType: 'text/html; charset=utf-8',
          }),
        ),
    })

  test.each(STATES)('%s', async (name, make) => {
    await looksWell(await shown(setDocument(await make(), settingOf())), name)
  })

  test.each(SAVED)('saved as %s: %s', async (id, name) => {
    const { report, evidence } = (await shelf.report(name)) ?? {}
    if (!report) throw new Error(`${name} is not kept`)
    expect(evidence).not.toBeNull()
    const html = reporters.find(one => one.id === id)?.render(report, { names }) ?? ''
    await looksWell(await shown(html), `saved-${id}-${name.replace(/^.*\//, '')}`)
  })

  test('the report of a survey', async () => {
    using place = folder()
    const store = await openDuckdb(place.at('survey.duckdb'), { unwash: '0.1.0' })
    const startedAt = '2026-11-24T10:00:00.000Z'
    await store.begin({ id: 'test', startedAt, unwash: '0.1.0', knowledge: '2026-11-24', source: 'birds.txt' })
    for (const { name } of (await shelf.find({})).rows) {
      const kept = await shelf.report(name)
      if (kept) await store.put({ run: 'test', target: name, facts: { createdAt: '2024-02-03' }, ...kept })
    }
    const html = await surveyReport(store, known.knowledge)
    await store.close()
    await looksWell(await shown(html), 'survey')
  })

  test('a text read and a card checked', async () => {
    for (const [address, text, there] of [
      ['/read', HEDGEROW, '.marked mark.ban'],
      ['/read', ODD[0]?.texts.get('LICENSE')?.content ?? '', '.marked mark.ban'],
      ['/check?of=hedgerow%2Fwren-2b', 'Wren-2B is an open source model. Its weights are open.', '.clauses li'],
    ] as const) {
      const page = await visits.open(address, { viewport: SIZES.phone })
      await page.getByRole('textbox').last().fill(text)
      await page.locator(there).first().waitFor()
      await looksWell(page, `done${address.replace(/\?.*/, '').replace('/', '-')}-${text.length}`)
    }
  })

  test('clauses of a topic, frameworks unfolded, and the badge', async () => {
    const page = await visits.open('/_/lumen-7b', { viewport: SIZES.phone })
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
    })
    await looksWell(page, 'release-unfolded')
    const several = await visits.open('/tidewater/dabchick', { viewport: SIZES.phone })
    await several.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
    })
    await looksWell(several, 'release-of-several-unfolded')
  })
})

test('every kind of page is looked at', () => {
  const app = new Hono()
  const nobody = { writers: { by: 'nobody' }, rates: { audits: 0, texts: 0 }, hosts: null } as const
  const memory = { get: async () => null, forget() {} }
  pages(app, { known, names, shelf, filling, memory, origin: null, ...nobody }, null)
  const routes = app.routes.filter(({ method, path }) => method === 'GET' && !/[.]\]?\w+\}?$/.test(path))
  const led = PAGES.flatMap(([, address]) => {
    const [[, route] = []] = app.router
      .match('GET', new URL(address, 'http://site').pathname)[0]
      .map(([found]) => found)
    return route?.path ?? []
  })
  expect(routes.map(({ path }) => path).filter(path => !led.includes(path))).toEqual([])
})
