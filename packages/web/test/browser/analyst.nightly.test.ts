import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { keep } from './browser.ts'
import { serveSite } from './site.ts'
import { HEDGEROW } from './texts.ts'
import { visiting } from './visits.ts'

const results = new URL('../../../../test-results/', import.meta.url)

/** Walks a journey step by step; what each step is, and what is seen then, is kept beside a picture of it. */
async function walk(
  name: string,
  page: Page,
  steps: readonly (readonly [does: string, step: () => Promise<unknown>])[],
) {
  const told: string[] = []
  for (const [at, [does, step]] of steps.entries()) {
    const seen = await step()
    told.push(`${at + 1}. ${does}: ${typeof seen === 'string' ? seen : new URL(page.url()).pathname}`)
    await keep(page, `journey-${name}-${at + 1}`)
  }
  mkdirSync(results, { recursive: true })
  writeFileSync(new URL(`journey-${name}.md`, results), `${told.join('\n')}\n`)
}

const words = async (download: Download) => readFileSync(await download.path(), 'utf8')

await visiting('somebody', serveSite, visits => {
  test('who compares many releases filters by a kind of claim, and takes rows and a plot away', async () => {
    const page = await visits.open('/')
    const saved = async (name: string) =>
      (
        await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name, exact: true }).first().click(),
        ])
      )[0]
    const rows = page.locator('tr[data-row]:visible')
    await walk('analyst', page, [
      ['opens the table', () => page.getByRole('link', { name: 'Explore' }).click()],
      [
        'asks for those whose claim to be open source goes too far',
        async () => {
          await page.getByRole('combobox', { name: 'Claims to be' }).selectOption('“open source”')
          await page.getByRole('combobox', { name: 'and that' }).selectOption('goes too far')
          expect(await rows.locator('th').allTextContents()).toEqual(['tidewater/siskin-1b'])
          expect(await rows.first().textContent()).toContain('“open source” goes too far')
          // the plots count the same rows
          await page.getByText('Charts: how they spread').click()
          expect(await page.getByRole('row', { name: /^goes too far/ }).textContent()).toMatch(/1$/)
          return `${await rows.count()} release, at ${new URL(page.url()).search}`
        },
      ],
      [
        'asks for those that are contradicted, which are others',
        async () => {
          await page.getByRole('combobox', { name: 'and that' }).selectOption('contradicted')
          expect(await rows.locator('th').allTextContents()).not.toContain('tidewater/siskin-1b')
          await page.getByRole('combobox', { name: 'and that' }).selectOption('goes too far')
          return `${await rows.count()} release`
        },
      ],
      [
        'saves the rows',
        async () => {
          const csv = await saved('CSV')
          expect(csv.suggestedFilename()).toMatch(/^releases-kind=open-source-claim=goes-too-far-\d{4}-\d\d-\d\d\.csv$/)
          const [head = '', ...lines] = (await words(csv)).trimEnd().split('\r\n')
          expect(lines).toHaveLength(1)
          expect(lines[0]?.split(',')[head.split(',').indexOf('claims_stand')]).toBe('goes too far')
          return csv.suggestedFilename()
        },
      ],
      [
        'saves a plot of them, which says what it shows, of what, and when',
        async () => {
          const svg = await saved('SVG')
          const drawn = await words(svg)
          expect(drawn).toContain('>By term</text>')
          expect(drawn).toMatch(/>1 release · “open source” goes too far · \d{4}-\d\d-\d\d · unwash</)
          return svg.suggestedFilename()
        },
      ],
    ])
  })

  test('who has a license or a name comes from the first page to a verdict', async () => {
    const page = await visits.open('/')
    const field = page.getByRole('textbox', { name: 'A release, or a text' })
    await walk('anyone', page, [
      [
        'pastes a license',
        async () => {
          await field.fill(HEDGEROW)
          await page.getByRole('button', { name: 'Read it' }).click()
          const verdict = page.locator('.identity')
          await verdict.waitFor()
          expect(await verdict.textContent()).toMatch(/You may on a condition use it commercially.*Up to 100M/s)
          return (await verdict.textContent())?.slice(0, 120)
        },
      ],
      ['goes back', () => page.getByRole('link', { name: 'unwash', exact: true }).click()],
      [
        'names a release',
        async () => {
          await field.fill('hedgerow/wren-2b')
          await field.press('Enter')
          await page.waitForURL('**/hedgerow/wren-2b')
          const main = await page.locator('main').textContent()
          expect(main).toContain('Weights Available AI')
          expect(main).toContain('contradicted')
          return page.title()
        },
      ],
    ])
    expect(visits.asked.filter(({ origin }) => origin !== visits.site.origin)).toEqual([])
  })
})
