import { expect, test } from 'vitest'
import { issuesOf } from './axe.ts'
import { keep } from './browser.ts'
import { serveFiles } from './site.ts'
import { HEDGEROW } from './texts.ts'
import { visiting } from './visits.ts'

await visiting('the pages as files below a folder', serveFiles, visits => {
  test('read a license as the served ones do', async () => {
    const page = await visits.open('/')
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Read a text' }).click()
    await page.getByRole('textbox').fill(HEDGEROW)
    await page.locator('.identity').waitFor()
    expect(await page.locator('mark.ban').allTextContents()).toContain(
      'You may not use the Model for military purposes.',
    )
  })

  test('sort and filter the table without a server', async () => {
    const page = await visits.open('/explore/')
    const names = () => page.locator('tr[data-row]:visible th').allTextContents()
    expect(await names()).toHaveLength(4)
    // no server is there to be asked for what is not in the rows
    await page.getByText('More filters').click()
    expect(await page.getByRole('combobox', { name: 'Clause' }).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'release' }).click()
    expect((await names())[0]).toBe('tidewater/siskin-1b')
    await page.getByRole('searchbox', { name: 'Release or model' }).fill('wren')
    expect(await names()).toEqual(['hedgerow/wren-2b'])
    await keep(page, 'files-explore-desktop')
    expect(await issuesOf(page)).toEqual([])
    await page.getByRole('link', { name: 'hedgerow/wren-2b' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(page.url()).toBe(`${visits.site.origin}/hedgerow/wren-2b/`)
  })

  test('show what stands in an address, and compare, without a server', async () => {
    const page = await visits.open('/explore/?kind=open-source&claim=contradicted')
    expect(await page.locator('tr[data-row]:visible th').allTextContents()).toContain('hedgerow/wren-2b')
    expect(await page.getByRole('combobox', { name: 'Claims to be' }).inputValue()).toBe('open-source')
    await page.goto(`${visits.site.origin}/explore/`)
    await page.getByRole('checkbox', { name: 'Compare hedgerow/wren-2b' }).check()
    await page.getByRole('checkbox', { name: 'Compare lanternworks/lumen-7b' }).check()
    await page.getByRole('button', { name: 'Compare what is chosen' }).click()
    await page.getByRole('heading', { name: 'Which may I use?' }).waitFor()
    expect(await page.locator('main').textContent()).toContain('what they differ in is shown')
    await page.getByRole('link', { name: 'hedgerow/wren-2b' }).first().click()
    await page.waitForURL(`${visits.site.origin}/hedgerow/wren-2b/`)
  })

  test('answer for a use that is stated, without a server', async () => {
    const page = await visits.open('/hedgerow/wren-2b/')
    await page.getByRole('checkbox', { name: 'a business' }).first().check()
    await page.locator('#use .lead').waitFor()
    expect(new URL(page.url()).search).toContain('do=commercial')
    const said = await page.locator('#use').textContent()
    const again = await visits.open(`/hedgerow/wren-2b/${new URL(page.url()).search}`)
    await again.locator('#use .lead').waitFor()
    expect(await again.locator('#use').textContent()).toBe(said)
  })
})
