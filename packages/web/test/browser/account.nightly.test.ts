import { readLicenses } from '@unwash/core/license'
import { loadKnown } from '@unwash/library/known'
import { unreadParts } from '@unwash/reporters/licenses/unread'
import { CLASS_LABELS } from '@unwash/reporters/words/labels'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { issuesOf } from './axe.ts'
import { keep, SIZES } from './browser.ts'
import { serveSite } from './site.ts'
import { HEDGEROW, spdxText } from './texts.ts'
import { visiting } from './visits.ts'

const OWL = 'The blue ones go to the owl.'
const STEWARD = 'You must hand every copy back as soon as the steward asks for it.'
const MIXED = `${spdxText('MIT')}
We thank all contributors for their help.
You must not sell the Software.
${OWL}
${STEWARD}
`

await visiting('the account of a text in the license reader', serveSite, visits => {
  async function read(text: string, options = {}) {
    const page = await visits.open('/read', { idle: false, ...options })
    await paste(page, text)
    return page
  }

  async function paste(page: Page, text: string) {
    await page.getByRole('textbox').fill(text)
    await page.locator('.identity').first().waitFor()
  }

  test('comes to the same answers as the command', async () => {
    const known = await loadKnown()
    const page = await visits.open('/read')
    const texts = [
      spdxText('MIT'),
      spdxText('GPL-2.0-only'),
      HEDGEROW,
      MIXED,
      `${spdxText('BSD-3-Clause')}\n${STEWARD}`,
      `${spdxText('MIT')}\n${spdxText('ISC')}\n${OWL}`,
      '你可以使用本模型，但每份副本须在管理人要求时交回。',
    ]
    for (const content of texts) {
      const asked = [{ path: 'pasted text', content, as: 'legal' as const }]
      const { licenses } = readLicenses({ asked, beside: asked, unread: [] }, known)
      await paste(page, content)
      expect(await page.locator('.identity > p:first-of-type').allTextContents()).toEqual(
        licenses.map(license => CLASS_LABELS[license.class]),
      )
      const told = await page
        .locator('.notes li:is(.unread, .possible)')
        .evaluateAll(notes =>
          notes.map(note => [
            note.className,
            note.textContent?.match(/“(.*)”/s)?.[1],
            note.querySelector('strong')?.textContent ?? '',
          ]),
        )
      expect(told).toEqual(
        licenses
          .flatMap(license => unreadParts(license))
          .map(({ is, quote, why = '' }) => [is, quote, is === 'possible' ? `may be: ${why}` : why]),
      )
      await page.getByRole('button', { name: 'Read another text' }).click()
    }
  })

  test('says first how much was not understood, then what one may do, then what is granted', async () => {
    const page = await read(MIXED)
    const says = await page.locator('.identity :is(p, dd)').allTextContents()
    const starts = ['Not understood: 2 parts', 'Non-commercial only', 'Grants: use']
    const found = says.flatMap(words => starts.filter(start => words.startsWith(start)))
    expect([...new Set(found)]).toEqual(starts)
  })

  test('marks what was not understood in its own way, with what it may be, and leads there and back', async () => {
    const page = await read(MIXED)
    const mark = page.locator('.marked mark.possible')
    expect(await mark.textContent()).toBe(STEWARD)
    expect(await page.locator('.marked mark.unread').textContent()).toBe(OWL)
    const looks = await page.locator('.marked mark').evaluateAll(marks =>
      marks.map(one => {
        const { textDecorationStyle, textDecorationThickness } = getComputedStyle(one)
        return [one.classList[0], `${textDecorationStyle} ${textDecorationThickness}`] as const
      }),
    )
    const drawn = new Map(looks)
    expect(drawn.size).toBeGreaterThan(3)
    expect(new Set(drawn.values()).size).toBe(drawn.size)
    await page.locator('.marked .chip.possible').focus()
    await page.keyboard.press('Enter')
    const note = page.locator('.notes li.possible')
    expect(await note.getAttribute('class')).toContain('current')
    expect(await note.textContent()).toMatch(/not understood: may be: \S/)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('chip possible')
  })

  test('hides the marks of what was not understood when asked to', async () => {
    const page = await read(MIXED)
    const mark = page.locator('.marked mark.unread')
    const shown = () => mark.evaluate(one => getComputedStyle(one).backgroundImage)
    expect(await shown()).toContain('gradient')
    await page.getByRole('checkbox', { name: 'not understood 1' }).uncheck()
    expect(await shown()).toBe('none')
    expect(await page.locator('.notes li.unread').isVisible()).toBe(false)
  })

  test.each([
    ['phone', 'light'],
    ['phone', 'dark'],
    ['desktop', 'light'],
    ['desktop', 'dark'],
  ] as const)('fits on a %s, %s, with no serious issue', async (size, colorScheme) => {
    const page = await read(MIXED, { viewport: SIZES[size], colorScheme })
    await keep(page, `read-account-${size}-${colorScheme}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES[size].width)
    expect(await issuesOf(page)).toEqual([])
  })
})
