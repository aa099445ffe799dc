import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { issuesOf } from './axe.ts'
import { keep, SIZES, startBrowser } from './browser.ts'
import { type Site, serveSite } from './site.ts'

const browser = await startBrowser()

/** Every kind of page, and an address of one. */
const PAGES = [
  ['home', '/'],
  ['release', '/_/lumen-7b'],
  ['release-for-a-use', '/_/lumen-7b?do=commercial&users=1000'],
  ['release-hostile', '/tidewater/marten-3b'],
  ['source', '/_/lumen-7b/source/README.md'],
  ['explore', '/explore'],
  ['compare', '/compare?release=lumen-7b&release=hedgerow/wren-2b'],
  ['knowledge', '/knowledge'],
  ['license', '/knowledge/license/apache-2.0'],
  ['clause', '/knowledge/clause/scale.users'],
  ['term', '/knowledge/term/open-weights-ai'],
  ['framework', '/knowledge/framework/osaid-1.0'],
  ['corrections', '/corrections'],
  ['read', '/read'],
  ['check', '/check'],
  ['missing', '/nobody/nothing'],
] as const

describe.skipIf(!browser)('the pages', { timeout: 120_000 }, () => {
  let site: Site
  let page: Page
  const asked: URL[] = []

  beforeAll(async () => {
    site = await serveSite()
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })
  afterEach(async () => {
    await page.context().close()
  })

  async function open(address: string, options: BrowserContextOptions = {}) {
    const context = await browser!.newContext({ viewport: SIZES.desktop, ...options })
    asked.length = 0
    context.on('request', request => asked.push(new URL(request.url())))
    page = await context.newPage()
    const trouble: string[] = []
    page.on('pageerror', error => trouble.push(error.message))
    page.on('console', message => {
      // a page that is not there is told of here too
      if (message.type() === 'error' && !message.text().includes('404')) trouble.push(message.text())
    })
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    let bytes = 0
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    const response = await page.goto(`${site.origin}${address}`, { waitUntil: 'networkidle' })
    return { status: response?.status(), trouble, bytes: () => bytes }
  }

  test.each(PAGES)(
    '%s: no trouble, less than 100 KB, nothing from elsewhere, fits a phone, no serious issue in either color scheme',
    async (name, address) => {
      const { status, trouble, bytes } = await open(address)
      expect(status).toBe(name === 'missing' ? 404 : 200)
      expect(trouble).toEqual([])
      expect(asked.filter(({ origin }) => origin !== site.origin).map(String)).toEqual([])
      expect(bytes()).toBeGreaterThan(1_000)
      expect(bytes()).toBeLessThan(100 * 1024)
      await keep(page, `page-${name}-desktop`)
      expect(await issuesOf(page)).toEqual([])
      await page.setViewportSize(SIZES.phone)
      await keep(page, `page-${name}-phone`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES.phone.width)
    },
  )

  test.each(PAGES)('%s: says the same without script', async (_, address) => {
    await open(address, { javaScriptEnabled: false })
    const words = async () => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ').trim()
    const without = await words()
    await page.context().close()
    await open(address)
    // the tools say without script what else does the same, and the table has links in place of buttons
    if (address === '/read' || address === '/check') expect(without).toContain('on the command line')
    else if (address === '/explore') expect(without).toContain('hedgerow/wren-2b')
    else expect(await words()).toBe(without)
  })

  test('card text and file names with markup are shown as text', async () => {
    await open('/tidewater/marten-3b')
    expect(await page.title()).not.toBe('run')
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(asked.map(({ pathname }) => pathname)).not.toContain('/hostile')
    expect(await page.locator('main').textContent()).toContain('LICENSE <b>.md')
  })
})
