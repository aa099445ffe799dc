import { isRemembered } from '@unwash/core/names/models'
import { loadKnown } from '@unwash/library/known'
import { beforeAll, expect, test } from 'vitest'
import { pdf } from '../../../../test/pdf.ts'
import { issuesOf } from './axe.ts'
import { keep, SIZES, type Size } from './browser.ts'
import { serveSite } from './site.ts'
import { HEDGEROW } from './texts.ts'
import { visiting } from './visits.ts'

await visiting('the claim checker', serveSite, visits => {
  /** a model whose terms are known to have limits */
  let limited = ''
  beforeAll(async () => {
    const { knowledge } = await loadKnown()
    const isLimited = (id: string | null) => knowledge.licenses.get(id ?? '')?.class === 'community-restricted'
    const known = knowledge.models.flatMap(family => family.versions.map(version => ({ family, version })))
    limited = known.find(one => isLimited(one.version.license) && !isRemembered(one))?.version.name ?? ''
  })

  async function check(text: string, size: Size = 'desktop') {
    const page = await visits.open('/check', { viewport: SIZES[size] })
    visits.asked.length = 0
    await page.getByRole('textbox').fill(text)
    await page.locator('.identity').waitFor()
    return page
  }

  const announcement = () =>
    `# Today\n\n${limited} is fully open source, and free for any commercial use.\n\nIt was trained on many ` +
    'books. Thanks to all open source projects.\n'

  test.each(['phone', 'desktop'] as const)(
    'lights up a sentence with its check and what would hold, on a %s',
    async size => {
      const page = await check(announcement(), size)
      expect(await page.locator('.identity h2').textContent()).toMatch(/^\d claims?: \d contradicted/)
      const marks = await page.locator('.marked mark.contradicted').allTextContents()
      expect(marks.join(' ')).toContain('fully open source')
      expect(marks.join(' ')).not.toContain('Thanks to')
      const claim = page.locator('.clauses li.contradicted').first()
      expect(await claim.textContent()).toContain('would hold:')
      await claim.getByRole('link').first().click()
      expect(await page.locator('.marked mark.current').first().textContent()).toContain('fully open source')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES[size].width)
      await keep(page, `check-${size}`)
    },
  )

  test('asks for nothing while it checks', async () => {
    await check(announcement())
    expect(visits.asked).toEqual([])
  })

  test('checks against a release that is kept, which stands in the address', async () => {
    const page = await visits.open('/check?of=hedgerow%2Fwren-2b')
    await page.getByText('Its report is fetched').waitFor()
    visits.asked.length = 0
    await page.getByRole('textbox').fill('Wren-2B is an open source model.')
    await page.locator('.identity a[href="/hedgerow/wren-2b"]').waitFor()
    expect(await page.locator('.clauses li.contradicted').count()).toBe(1)
    expect(await page.locator('.clauses .check').allTextContents()).toEqual(['contradicted'])
    expect(visits.asked).toEqual([])
    await page.getByRole('combobox', { name: 'Against a release' }).fill('nobody/nothing')
    await page.keyboard.press('Tab')
    await page.getByText('No release is kept here under the name nobody/nothing').waitFor()
  })

  test('takes a file that cannot be read for no answer', async () => {
    const page = await visits.open('/check')
    const buffer = Buffer.from([0, 1, 2, 0, 0, 3])
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'news.bin', mimeType: 'application/octet-stream', buffer })
    await page.getByText('Not read: news.bin is no text').waitFor()
    expect(await page.getByText('No claim').count()).toBe(0)
  })

  test('takes the inside of a file that is pasted for no answer either', async () => {
    const page = await visits.open('/check')
    for (const inside of ['%PDF-1.4 1 0 obj << >> endobj', 'a\u0001b\u0002c \ufffd\ufffd']) {
      await page.getByRole('textbox').last().fill(inside)
      await page.getByText('Not read: pasted text is no text').waitFor()
      expect(await page.getByText('No claim').count()).toBe(0)
    }
  })

  test('reads terms that are pasted as a license, and says so', async () => {
    const page = await check(HEDGEROW)
    expect(await page.locator('.identity').textContent()).toContain('it was read as a license')
    expect(await page.locator('mark.ban').count()).toBeGreaterThan(0)
    // and as what one says it is
    await page.getByRole('combobox', { name: 'Read it as' }).selectOption('an announcement or a card')
    await page.getByRole('heading', { name: 'No claim of openness found' }).waitFor()
  })

  test('reads a PDF of terms in the same way', async () => {
    const page = await visits.open('/check')
    const lines = HEDGEROW.split('\n').map(line => line.replace(/[()]/g, ''))
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'terms.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf(lines), 'latin1') })
    await page.getByText('it was read as a license').waitFor()
  })

  test('says so where nothing is claimed', async () => {
    const page = await check('The heron is a bird that stands in the water.')
    expect(await page.getByRole('heading', { name: 'No claim of openness found' }).count()).toBe(1)
  })

  test('has no serious issue for those who use it otherwise', async () => {
    const page = await check(announcement())
    expect(await issuesOf(page)).toEqual([])
  })
})
