import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { issuesOf } from './axe.ts'
import { keep, SIZES, startBrowser } from './browser.ts'
import { type Site, serveSite } from './site.ts'

const browser = await startBrowser()

describe.skipIf(!browser)('the table of releases', { timeout: 120_000 }, () => {
  let site: Site
  let page: Page
  const asked: string[] = []

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

  async function open(address = '/explore', script = true) {
    const context = await browser!.newContext({ viewport: SIZES.desktop, javaScriptEnabled: script })
    page = await context.newPage()
    await page.goto(`${site.origin}${address}`, { waitUntil: 'networkidle' })
    asked.length = 0
    context.on('request', request => {
      // a browser looks for the icon again when the address changes
      if (!request.url().endsWith('/icon.svg')) asked.push(request.url())
    })
  }
  const names = () => page.locator('tr[data-row]:visible th').allTextContents()

  test('is sorted in the page by the head of a column, and back, and nothing is asked for', async () => {
    await open()
    const before = await names()
    expect(before).toHaveLength(3)
    await page.getByRole('button', { name: 'release' }).click()
    expect(await names()).toEqual([...before].reverse())
    expect(await page.locator('th[aria-sort=descending]').textContent()).toContain('release')
    expect(asked).toEqual([])
    expect(page.url()).toContain('descending=true')
  })

  test('is filtered while one types, and says how many are left', async () => {
    await open()
    await page.getByRole('searchbox', { name: 'Name' }).fill('wren')
    expect(await names()).toEqual(['hedgerow/wren-2b'])
    expect(await page.locator('.releases caption').textContent()).toBe('1 of 3 releases')
    expect(asked).toEqual([])
    await keep(page, 'explore-filtered-desktop')
    expect(await issuesOf(page)).toEqual([])
    // the address shows the same to whoever has no script
    const address = new URL(page.url())
    await page.context().close()
    await open(`${address.pathname}${address.search}`, false)
    expect(await names()).toEqual(['hedgerow/wren-2b'])
  })

  test('asks the server for what is not in its rows', async () => {
    await open()
    await Promise.all([
      page.waitForURL(/clause=scale\.users/),
      page.getByRole('combobox', { name: 'Clause' }).selectOption('scale.users'),
    ])
    expect(await names()).toContain('hedgerow/wren-2b')
  })

  test('compares what is chosen, two at least', async () => {
    await open()
    const compare = page.getByRole('button', { name: 'Compare what is chosen' })
    expect(await compare.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'Compare hedgerow/wren-2b' }).check()
    await page.getByRole('checkbox', { name: 'Compare lumen-7b' }).check()
    expect(await compare.textContent()).toBe('Compare what is chosen (2)')
    await compare.click()
    await page.waitForURL(/\/compare\?/)
    expect(await page.locator('main').textContent()).toContain('hedgerow/wren-2b')
  })
})
