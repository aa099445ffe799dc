import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { issuesOf } from './axe.ts'
import { keep } from './browser.ts'
import { serveSite } from './site.ts'
import { visiting } from './visits.ts'

await visiting('the table of releases', serveSite, visits => {
  async function open(address = '/explore', script = true) {
    const page = await visits.open(address, { javaScriptEnabled: script })
    visits.asked.length = 0
    return page
  }
  const names = (page: Page) => page.locator('tr[data-row]:visible th').allTextContents()
  // a browser looks for the icon again when the address changes
  const asked = () => visits.asked.filter(({ pathname }) => !pathname.endsWith('/icon.svg'))

  test('is sorted in the page by the head of a column, and back, and nothing is asked for', async () => {
    const page = await open()
    const before = await names(page)
    expect(before).toHaveLength(4)
    await page.getByRole('button', { name: 'release' }).click()
    expect(await names(page)).toEqual([...before].reverse())
    expect(await page.locator('th[aria-sort=descending]').textContent()).toContain('release')
    expect(asked()).toEqual([])
    expect(page.url()).toContain('descending=true')
  })

  test('is filtered while one types, and says how many are left', async () => {
    const page = await open()
    await page.getByRole('searchbox', { name: 'Release or model' }).fill('wren')
    expect(await names(page)).toEqual(['hedgerow/wren-2b'])
    expect(await page.locator('.releases caption').textContent()).toBe('1 of 4 releases')
    expect(asked()).toEqual([])
    await keep(page, 'explore-filtered-desktop')
    expect(await issuesOf(page)).toEqual([])
    // the address shows the same to whoever has no script
    const address = new URL(page.url())
    const plain = await open(`${address.pathname}${address.search}`, false)
    expect(await names(plain)).toEqual(['hedgerow/wren-2b'])
  })

  test('asks the server for what is not in its rows', async () => {
    const page = await open()
    await page.getByText('More filters').click()
    await Promise.all([
      page.waitForURL(/clause=scale\.users/),
      page.getByRole('combobox', { name: 'Clause' }).selectOption('scale.users'),
    ])
    expect(await names(page)).toContain('hedgerow/wren-2b')
  })

  test('is filtered by what is claimed and how that stands, and downloaded so', async () => {
    const page = await open()
    await page.getByRole('combobox', { name: 'Claims to be' }).selectOption('open-source')
    await page.getByRole('combobox', { name: 'and that' }).selectOption('contradicted')
    const shown = await names(page)
    expect(shown).toContain('hedgerow/wren-2b')
    const address = new URL(page.url())
    expect(address.search).toBe('?kind=open-source&claim=contradicted')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV', exact: true }).click(),
    ])
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(lines.slice(1).map(line => line.split(',')[0])).toEqual(shown)
  })

  test('gives a plot as a picture, in both kinds', async () => {
    const page = await open()
    const saved = async (role: 'link' | 'button', name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole(role, { name, exact: true }).first().click(),
      ])
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    }
    await page.getByText('Charts: ').click()
    const svg = await saved('link', 'SVG')
    expect(svg.name).toMatch(/^by-term-\d{4}-\d\d-\d\d\.svg$/)
    expect(svg.bytes.toString()).toMatch(/^<svg.*>By term<\/text>.*>4 releases · all that were read · \d{4}-/)
    const png = await saved('button', 'PNG')
    expect(png.name).toBe(svg.name.replace(/svg$/, 'png'))
    // its width stands after its head
    expect([png.bytes.toString('latin1', 1, 4), png.bytes.readUInt32BE(16)]).toEqual(['PNG', 1584])
  })

  test('compares what is chosen, two at least', async () => {
    const page = await open()
    const compare = page.getByRole('button', { name: 'Compare what is chosen' })
    expect(await compare.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'Compare hedgerow/wren-2b' }).check()
    await page.getByRole('checkbox', { name: 'Compare lanternworks/lumen-7b' }).check()
    expect(await compare.textContent()).toBe('Compare what is chosen (2)')
    await compare.click()
    await page.waitForURL(/\/compare\?/)
    expect(await page.locator('main').textContent()).toContain('hedgerow/wren-2b')
  })
})
