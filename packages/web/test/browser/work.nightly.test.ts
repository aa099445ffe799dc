import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Report } from '@unwash/core/report/report'
import { strToU8, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { HERON } from '../server/served.ts'
import { issuesOf } from './axe.ts'
import { keep, SIZES } from './browser.ts'
import { serveSite } from './site.ts'
import { HEDGEROW } from './texts.ts'
import { visiting } from './visits.ts'

const LUMEN = fileURLToPath(new URL('../../../../examples/lumen-7b', import.meta.url))

await visiting('a release that is read in the browser', serveSite, visits => {
  const give = async (page: Page, name: string, buffer: Buffer) => {
    await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await page.locator('.status.read, .status.failed').waitFor()
  }
  const term = (page: Page) => page.locator('.local').getByText('Weights Available AI').first().waitFor()

  test('is a folder, a zip, a saved report or evidence, and nothing of it is sent', async () => {
    const page = await visits.open('/read')
    visits.asked.length = 0
    await page.locator('input[type=file]').nth(1).setInputFiles(LUMEN)
    await term(page)
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toContainEqual(
      expect.stringContaining('lumen-7b'),
    )
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('combobox', { name: 'Save it as' }).selectOption('JSON'),
    ])
    const saved = readFileSync(await download.path())
    expect(Report.parse(JSON.parse(saved.toString())).term.id).toBe('weights-available-ai')
    await keep(page, 'work-folder-desktop')
    expect(await issuesOf(page)).toEqual([])
    await page.setViewportSize(SIZES.phone)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES.phone.width)
    await page.getByRole('button', { name: 'Read another text' }).click()
    await give(page, 'report.json', saved)
    await term(page)
    await page.getByRole('button', { name: 'Read another text' }).click()
    const files = Object.fromEntries(Object.entries(HERON).map(([path, of]) => [`heron-7b/${path}`, strToU8(of)]))
    await give(page, 'heron-7b.zip', Buffer.from(zipSync(files)))
    await term(page)
    await page.getByText('contradicted').first().waitFor()
    expect(visits.asked).toEqual([])
  })

  test('is evidence that a server kept, and not where somebody changed it', async () => {
    const page = await visits.open('/read')
    const evidence = await (await fetch(`${visits.site.origin}/hedgerow/wren-2b/evidence.json`)).text()
    await give(page, 'evidence.json', Buffer.from(evidence))
    await term(page)
    await page.getByRole('button', { name: 'Read another text' }).click()
    await give(page, 'evidence.json', Buffer.from(evidence.replace('military purposes', 'good purposes')))
    expect(await page.getByRole('status').textContent()).toBe('LICENSE was changed in the evidence after it was saved')
  })

  test('that cannot be read is told of in a sentence', async () => {
    const page = await visits.open('/read')
    await give(page, 'bad.zip', Buffer.from(zipSync({ LICENSE: strToU8(HEDGEROW) })).subarray(0, 60))
    expect(await page.getByRole('status').textContent()).toMatch(/^bad\.zip is a zip that cannot be read/)
    expect(await issuesOf(page)).toEqual([])
  })

  test('says of a text with neither terms nor claims that there are none, and what to try', async () => {
    const page = await visits.open('/read')
    await page.getByRole('textbox').fill('Hello world, this is nothing.')
    await page.getByRole('heading', { name: 'Neither terms nor claims were found' }).waitFor()
    expect(await page.locator('main').textContent()).not.toContain('use it commercially')
    expect(await issuesOf(page)).toEqual([])
  })

  test('is what it is: a card is checked, terms are read, and either way when one says so', async () => {
    const page = await visits.open('/read')
    await page.getByRole('textbox').fill('Wren-2B is a fully open source model. We release the weights.')
    await page.locator('.clauses li').first().waitFor()
    expect(await page.locator('.identity h2').textContent()).toMatch(/^\d claims?/)
    await page.getByRole('combobox', { name: 'Read it as' }).selectOption('a license')
    await page.getByRole('complementary', { name: 'What the text says' }).waitFor()
  })
})
