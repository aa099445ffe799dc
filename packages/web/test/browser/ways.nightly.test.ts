import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { folderWith } from '../../../../test/release.ts'
import { HERON } from '../server/served.ts'
import { issuesOf } from './axe.ts'
import { keep, SIZES } from './browser.ts'
import { serveSite } from './site.ts'
import { visiting } from './visits.ts'

const results = new URL('../../../../test-results/', import.meta.url)
const root = folderWith(Object.fromEntries(Object.entries(HERON).map(([path, words]) => [`heron/${path}`, words])))
const COPYING = { permissions: ['clipboard-write', 'clipboard-read'] }
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Steps on a way through the pages, each kept as a picture, and all of them written down in the end. */
function wayOf(who: string, page: Page) {
  const steps: string[] = []
  return {
    async step(says: string) {
      steps.push(says)
      await keep(page, `journey-${who}-${steps.length}`)
    },
    end() {
      mkdirSync(results, { recursive: true })
      writeFileSync(new URL(`journey-${who}.md`, results), steps.map((says, at) => `${at + 1}. ${says}\n`).join(''))
      return steps.length
    },
  }
}

await visiting(
  'on the way through the pages',
  () => serveSite(root),
  visits => {
    test('a lawyer finds the clause on rival models whole, copies it with its place, and takes the memo along', async () => {
      const page = await visits.open('/_/lumen-7b', COPYING)
      const way = wayOf('lawyer', page)
      await way.step(`opens the release: “${await page.locator('.term').textContent()}”`)
      await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Clauses' }).click()
      await page.getByRole('radio', { name: /^competitor/ }).check()
      const clause = page.locator('.bound li[data-topics]:visible', { hasText: 'improve any other' })
      const words = (await clause.locator('blockquote').textContent()) ?? ''
      expect(words).toMatch(/^6\. Improving.*|You may not use .* language model, except Derived Models\.$/)
      expect(words).toContain('except Derived Models.')
      await way.step('filters the clauses by “competitor”: the ban stands there with its exception')

      await clause.getByRole('button', { name: 'Copy citation' }).click()
      await page.getByRole('button', { name: 'Copied' }).waitFor()
      const citation = await copied(page)
      expect(citation).toContain('except Derived Models.”')
      expect(citation).toMatch(/\(.+, LICENSE:\d+(?:-\d+)?\), lanternworks \/ lumen-7b, http/)
      await way.step('copies the citation: words, file, line and a permanent link')

      const link = /http\S+#clause-\S+$/.exec(citation)?.[0] ?? ''
      await page.setViewportSize(SIZES.phone)
      await page.goto('about:blank')
      await page.goto(link)
      await page.locator(':target').waitFor()
      expect(await page.locator(':target').isVisible()).toBe(true)
      await way.step('opens the link on a phone: the clause is unfolded')
      await page.setViewportSize(SIZES.desktop)

      await page.getByRole('link', { name: 'Memo for counsel' }).click()
      await page.getByRole('heading', { level: 1, name: /^Memorandum/ }).waitFor()
      expect(await issuesOf(page)).toEqual([])
      await way.step('opens the memo')
      for (const [name, says] of [
        ['Markdown', /### What restricts us\?[\s\S]*except Derived Models/],
        ['HTML', /<h2>What restricts us\?<\/h2>[\s\S]*except Derived Models/],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: `Save as ${name}` }).click(),
        ])
        expect(download.suggestedFilename()).toMatch(/^[\w-]+\.memo\.(?:md|html)$/)
        const file = readFileSync(await download.path(), 'utf8')
        expect(file).toMatch(says)
        expect(file).toMatch(/LICENSE:\d+/)
      }
      await way.step('saves the memo as Markdown and as HTML')
      expect(way.end()).toBe(6)
    })

    test('a maintainer has a folder read, sees what would move it up, and copies the badge', async () => {
      const page = await visits.open('/', COPYING)
      const way = wayOf('maintainer', page)
      await page.getByRole('textbox', { name: /^(?:Release|A release, or a text)$/ }).fill('path:heron')
      await page.getByRole('button', { name: 'Read it' }).click()
      await page.waitForURL(`${visits.site.origin}/_/heron`)
      await way.step('asks for the folder, and is led to its page')

      await page.locator('#to-move-up > summary').click()
      const steps = await page.locator('#to-move-up li').allTextContents()
      expect(steps.length).toBeGreaterThan(0)
      await way.step(`opens what would move it up: “${steps[0]}”`)

      await page.getByText('Badge for a README').click()
      await page.locator('.snippet', { hasText: 'Markdown' }).getByRole('button', { name: 'Copy' }).click()
      await page.getByRole('button', { name: 'Copied' }).waitFor()
      const [, words, badge = '', leads = ''] =
        /^\[!\[AI openness: (.+)\]\((.+)\)\]\((.+)\)$/.exec(await copied(page)) ?? []
      expect(words).toContain('Weights Available AI')
      expect(leads).toBe(`${visits.site.origin}/_/heron`)
      const picture = await (await fetch(badge)).text()
      expect(picture).toContain(`AI openness: ${words}`)
      await way.step('copies the Markdown of the badge, which shows the verdict and leads to the page')
      expect(await issuesOf(page)).toEqual([])
      expect(way.end()).toBe(3)
    })

    test('a phone shows the answer first: what else there is follows folded, and is opened by whatever leads to it', async () => {
      const page = await visits.open('/_/lumen-7b', { viewport: SIZES.phone })
      const parts = page.locator('details.part')
      expect(await parts.evaluateAll(all => all.every(part => !(part as HTMLDetailsElement).open))).toBe(true)
      const topOf = async (what: string) => (await page.locator(what).first().boundingBox())?.y
      expect(await topOf('#can-i')).toBeLessThan(SIZES.phone.height)
      expect(await topOf('main > details.part')).toBeLessThan(SIZES.phone.height * 1.6)
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(SIZES.phone.height * 2.6)
      await page.goto(`${visits.site.origin}/_/lumen-7b#components`)
      await page.locator('#components .parts').waitFor()
    })
  },
)
