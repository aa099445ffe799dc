import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { issuesOf } from './axe.ts'
import { keep, SIZES, startBrowser } from './browser.ts'
import { type Site, serveFiles } from './site.ts'
import { HEDGEROW } from './texts.ts'

const browser = await startBrowser()

describe.skipIf(!browser)('the pages as files below a folder', { timeout: 120_000 }, () => {
  let site: Site
  let page: Page

  beforeAll(async () => {
    site = await serveFiles()
  }, 120_000)
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })
  afterEach(async () => {
    await page.context().close()
  })

  async function open(address: string) {
    const context = await browser!.newContext({ viewport: SIZES.desktop })
    page = await context.newPage()
    await page.goto(`${site.origin}${address}`, { waitUntil: 'networkidle' })
  }

  test('read a license as the served ones do', async () => {
    await open('/')
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Read a license' }).click()
    await page.getByRole('textbox').fill(HEDGEROW)
    await page.locator('.identity').waitFor()
    expect(await page.locator('mark.ban').allTextContents()).toContain(
      'You may not use the Model for military purposes.',
    )
  })

  test('sort and filter the table without a server', async () => {
    await open('/explore/')
    const names = () => page.locator('tr[data-row]:visible th').allTextContents()
    expect(await names()).toHaveLength(3)
    // no server is there to be asked for what is not in the rows
    expect(await page.getByRole('combobox', { name: 'Clause' }).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'release' }).click()
    expect((await names())[0]).toBe('tidewater/marten-3b')
    await page.getByRole('searchbox', { name: 'Name' }).fill('wren')
    expect(await names()).toEqual(['hedgerow/wren-2b'])
    await keep(page, 'files-explore-desktop')
    expect(await issuesOf(page)).toEqual([])
    await page.getByRole('link', { name: 'hedgerow/wren-2b' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(page.url()).toBe(`${site.origin}/hedgerow/wren-2b/`)
  })
})
