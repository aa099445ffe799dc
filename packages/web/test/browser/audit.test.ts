import { expect, test } from 'vitest'
import { folderWith } from '../../../../test/release.ts'
import { HERON } from '../server/served.ts'
import { issuesOf } from './axe.ts'
import { keep } from './browser.ts'
import { serveSite } from './site.ts'
import { visiting } from './visits.ts'

const root = folderWith(Object.fromEntries(Object.entries(HERON).map(([path, words]) => [`heron/${path}`, words])))

await visiting(
  'asking for a release in the page',
  () => serveSite(root),
  visits => {
    const ask = async (target: string, javaScriptEnabled = true) => {
      const page = await visits.open('/', { javaScriptEnabled })
      await page.getByRole('textbox', { name: 'Release' }).fill(target)
      await page.getByRole('button', { name: 'Read it' }).click()
      return page
    }

    test('shows its steps as the server tells them, and leads to its page', async () => {
      const page = await ask('path:heron')
      await page.getByRole('heading', { name: 'Reading path:heron' }).waitFor()
      await page.locator('.steps li').first().waitFor()
      await keep(page, 'audit-desktop')
      await page.waitForURL(`${visits.site.origin}/_/heron`)
      expect(visits.asked.map(({ pathname }) => pathname)).toContainEqual(
        expect.stringMatching(/^\/api\/v1\/audits\/[\w-]+\/events$/),
      )
      // one load of the page was enough
      const loads = visits.asked.filter(({ pathname }) => /^\/audits\/[\w-]+$/.test(pathname))
      expect(loads).toHaveLength(1)
    })

    test('leads to its page without script too', async () => {
      const page = await ask('path:heron', false)
      await page.waitForURL(`${visits.site.origin}/_/heron`)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('heron')
    })

    test('says why a release could not be read, and offers to ask again', async () => {
      // what names a machine within is not fetched
      const page = await ask('http://127.0.0.1:9/marsh/heron')
      await page.getByRole('heading', { name: 'Not read' }).waitFor()
      expect(await page.locator('main').textContent()).toContain('open internet')
      expect(await page.getByRole('textbox', { name: 'Release' }).inputValue()).toBe('http://127.0.0.1:9/marsh/heron')
      expect(await issuesOf(page)).toEqual([])
    })
  },
)
