import type { BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { issuesOf } from './axe.ts'
import { SIZES } from './browser.ts'
import { looksWell } from './looks.ts'
import { ODD } from './odd.ts'
import { PAGES } from './pages.ts'
import { serveSite } from './site.ts'
import { HEDGEROW } from './texts.ts'
import { visiting } from './visits.ts'

/** what the reader knows, which is fetched after the page */
const INDEX = /\.bin$|\/worker-/

const servePages = () => serveSite(null, ODD)

await visiting('the pages', servePages, visits => {
  /** Opens a page, and sees what goes wrong in it, how it was answered and how many bytes came of what it needs. */
  async function open(address: string, options: BrowserContextOptions = {}) {
    const trouble: string[] = []
    const sizes = new Map<string, number>()
    let status = 0
    const page = await visits.open(address, {
      ...options,
      before: async one => {
        one.on('pageerror', error => trouble.push(error.message))
        one.on('console', message => {
          // a page that is not there is told of here too
          if (message.type() === 'error' && !/40[04]/.test(message.text())) trouble.push(message.text())
        })
        const client = await one.context().newCDPSession(one)
        await client.send('Network.enable')
        const paths = new Map<string, string>()
        client.on('Network.responseReceived', ({ requestId, response, type }) => {
          paths.set(requestId, new URL(response.url).pathname)
          if (type === 'Document') status = response.status
        })
        client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
          const path = paths.get(requestId) ?? requestId
          if (!INDEX.test(path)) sizes.set(path, encodedDataLength)
        })
      },
    })
    return {
      page,
      trouble,
      status: () => status,
      bytes: () => [...sizes.values()].reduce((sum, size) => sum + size, 0),
    }
  }

  /** No trouble, less than so many bytes, nothing from elsewhere, fits a phone, and no issue that axe sees. */
  async function isGood(name: string, address: string, most = 100 * 1024) {
    const { page, status, trouble, bytes } = await open(address, { viewport: SIZES.phone })
    expect(status()).toBe(name === 'missing' ? 404 : name === 'refused' ? 400 : 200)
    expect(trouble).toEqual([])
    expect(visits.asked.filter(({ origin }) => origin !== visits.site.origin).map(String)).toEqual([])
    expect(bytes()).toBeGreaterThan(1_000)
    expect(bytes()).toBeLessThan(most)
    await looksWell(page, name)
    return page
  }

  test.each(PAGES)(
    '%s: no trouble, small, nothing from elsewhere, fits a phone, no serious issue',
    async (name, address) => {
      await isGood(name, address)
    },
  )

  test('a release is under 25 KB in at most six requests, and leads to the receipt of a claim', async () => {
    const page = await isGood('release-small', '/_/lumen-7b', 25_000)
    expect(visits.asked.length).toBeLessThanOrEqual(6)
    const receipt = await page.getByRole('link', { name: 'receipt' }).first().getAttribute('href')
    const shown = await isGood('receipt', receipt ?? '')
    expect(await shown.getByRole('heading', { level: 1 }).textContent()).toMatch(/^(?:Contradicted|Goes too far): “/)
  })

  test('a use that is stated answers at once, and its address says it', async () => {
    const { page } = await open('/_/lumen-7b')
    const answers = page.locator('#use')
    const before = await answers.textContent()
    await page.getByRole('checkbox', { name: 'a business' }).check()
    await page.waitForURL('**/_/lumen-7b?do=commercial')
    await answers.getByText('For a business:').first().waitFor()
    await page.getByRole('textbox', { name: 'users a month' }).fill('2e9')
    await page.keyboard.press('Tab')
    await page.waitForURL('**/_/lumen-7b?do=commercial&users=2e9')
    await answers.getByText('2,000,000,000 users a month').first().waitFor()
    const stated = await answers.textContent()
    await page.reload()
    expect(await answers.textContent()).toBe(stated)
    expect(stated).not.toBe(before)
    expect(visits.asked.filter(({ origin }) => origin !== visits.site.origin)).toEqual([])
  })

  test('clauses are shown by topic without a script, and copied with where they stand', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await open('/_/lumen-7b', {
        javaScriptEnabled,
        permissions: ['clipboard-write', 'clipboard-read'],
      })
      const clauses = page.locator('.bound li[data-topics]')
      const all = await clauses.filter({ visible: true }).count()
      await page.getByRole('radio', { name: /^scale/ }).check()
      const few = await clauses.filter({ visible: true }).count()
      expect(few).toBeGreaterThan(0)
      expect(few).toBeLessThan(all)
      if (!javaScriptEnabled) continue
      await clauses.filter({ visible: true }).first().getByRole('button', { name: 'Copy citation' }).click()
      await page.getByRole('button', { name: 'Copied' }).waitFor()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied).toMatch(/^“[^”]+” \(.+, LICENSE:\d+(?:-\d+)?\), .+, http.+#clause-scale\.users$/)
    }
  })

  test('all lines that are cited are marked in the source', async () => {
    const { page } = await open('/_/lumen-7b')
    const place = page.locator('a.place[href*="-L"]').first()
    const [, from = '', to = ''] = /#L(\d+)-L(\d+)$/.exec((await place.getAttribute('href')) ?? '') ?? []
    await place.click()
    await page.locator('.source li.marked').first().waitFor()
    expect(await page.locator('.source li.marked').count()).toBe(Number(to) - Number(from) + 1)
  })

  test.each(PAGES)('%s: says the same without script', async (_, address) => {
    const words = async (javaScriptEnabled: boolean) => {
      const { page } = await open(address, { javaScriptEnabled })
      // what copies is added by the script, and knows where it is; heads that sort are links or buttons
      const told = await page.locator('main').evaluate(main => {
        for (const added of main.querySelectorAll('button, [data-copy], th[data-sort]')) added.remove()
        return main.textContent ?? ''
      })
      return told.replace(/\s+/g, '')
    }
    const without = await words(false)
    // the tools say without script that they need one
    if (address === '/read' || address === '/check') expect(without).toContain('withascript')
    else expect(await words(true)).toBe(without)
  })

  test('is walked by keyboard: past the navigation, to the field, and to a release', async () => {
    const { page } = await open('/')
    const here = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    await page.keyboard.press('Tab')
    expect(await here()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('target')
    // a region that may be moved sideways is reached too, and then what stands in it
    for (let at = 0; at < 40 && (await here()) !== 'lanternworks/lumen-7b'; at++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${visits.site.origin}/lanternworks/lumen-7b`)
    for (let at = 0; at < 90 && !(await here()).startsWith('LICENSE:'); at++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lanternworks\/lumen-7b\/source\/LICENSE#L\d+(?:-L\d+)?$/)
    expect(await page.locator(':target').count()).toBe(1)
  })

  test('card text and file names with markup are shown as text', async () => {
    const { page } = await open('/tidewater/marten-3b')
    expect(await page.title()).not.toBe('run')
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(visits.asked.map(({ pathname }) => pathname)).not.toContain('/hostile')
    expect(await page.locator('main').textContent()).toContain('LICENSE <b>.md')
  })

  test('a text in the field of the first page is read there, and never sent', async () => {
    const page = await visits.open('/')
    await page.getByRole('textbox', { name: 'A release, or a text' }).fill(HEDGEROW)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.locator('.marked mark.ban').first().waitFor()
    expect(visits.asked.map(({ pathname }) => pathname)).not.toContain('/audits')
    expect(visits.asked.filter(({ search }) => search !== '')).toEqual([])
    expect(await issuesOf(page)).toEqual([])
  })

  test('a long list is searched in the page', async () => {
    for (const [address, words] of [
      ['/knowledge', 'apache 2.0'],
      ['/glossary', 'distill'],
    ] as const) {
      const page = await visits.open(address)
      const all = await page.locator('[data-found]:visible').count()
      await page.getByRole('searchbox').fill(words)
      const found = await page.locator('[data-found]:visible').count()
      expect(found).toBeGreaterThan(0)
      expect(found).toBeLessThan(all / 4)
      expect(await page.getByRole('status').textContent()).toBe(`${found} found`)
    }
  })
})
