import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pdf } from '../../../../test/pdf.ts'
import { issuesOf } from './axe.ts'
import { keep, SIZES, type Size } from './browser.ts'
import { serveSite } from './site.ts'
import { HEDGEROW, HOSTILE, longLicense, spdxText } from './texts.ts'
import { visiting } from './visits.ts'

await visiting('the license reader', serveSite, visits => {
  const { asked, browser } = visits

  /** Opens the reader, and waits until all that it needs is there. */
  async function open(size: Size = 'desktop') {
    const page = await visits.open('/read', { viewport: SIZES[size], idle: false })
    await page.waitForFunction(() => (document.querySelector('select')?.options.length ?? 0) > 1)
    asked.length = 0
    return page
  }

  async function paste(page: Page, text: string) {
    await page.getByRole('textbox').fill(text)
    await page.locator('.identity').first().waitFor()
  }

  const modes = (page: Page) =>
    page
      .locator('.marked mark')
      .evaluateAll(marks =>
        Object.fromEntries(
          marks.map(mark => [
            mark.classList[0],
            `${getComputedStyle(mark).textDecorationStyle} ${getComputedStyle(mark).textDecorationThickness}`,
          ]),
        ),
      )

  test.each(['phone', 'desktop'] as const)('marks a pasted text by the kind of each clause, on a %s', async size => {
    const page = await open(size)
    await keep(page, `read-empty-${size}`)
    await paste(page, HEDGEROW)
    expect(await page.getByRole('region', { name: 'The text of pasted text' }).textContent()).toContain(
      'Hedgerow Model License',
    )
    expect(await page.locator('mark.ban').allTextContents()).toContain(
      'You may not use the Model for military purposes.',
    )
    const looks = await modes(page)
    expect(Object.keys(looks)).toEqual(expect.arrayContaining(['ban', 'duty', 'grant', 'plea']))
    // told apart without color
    expect(new Set(Object.values(looks)).size).toBe(Object.keys(looks).length)
    await keep(page, `read-${size}`)
    // nothing is wider than the screen
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES[size].width)
  })

  test('says what it read to those who listen', async () => {
    const page = await open()
    await paste(page, HEDGEROW)
    expect(await page.getByRole('status').textContent()).toMatch(/^Read here in \d+ ms; nothing of it was sent\.$/)
    // whoever listens is led to what was read
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hedgerow Model License 1.0')
    await page.getByRole('button', { name: 'Read another text' }).click()
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
  })

  test('asks for nothing while a text is read: it works with no network at all', async () => {
    const page = await open()
    await page.context().setOffline(true)
    for (const text of [
      HEDGEROW,
      `<!doctype html><title>Terms</title><p>${HEDGEROW}`,
      '{"license": "mit"}',
      `${spdxText('MIT')}\nNo military use.`,
    ]) {
      await paste(page, text)
      await page.getByRole('button', { name: 'Read another text' }).click()
    }
    await page.locator('select').selectOption('Apache-2.0')
    await page.locator('.identity').first().waitFor()
    expect(asked).toEqual([])
  })

  test('fetches what it knows as soon as the page stands', async () => {
    await visits.open('/read')
    expect(asked.map(({ pathname }) => pathname)).toContain('/assets/fingerprints.bin')
    expect(asked.filter(({ origin }) => origin !== visits.site.origin)).toEqual([])
  })

  test('leads from the words to the clause and back, by keyboard', async () => {
    const page = await open()
    await paste(page, HEDGEROW)
    const mark = page.locator('.marked .chip.ban').first()
    const number = await mark.textContent()
    await mark.focus()
    await page.keyboard.press('Enter')
    const here = () => page.evaluate(() => document.activeElement?.id)
    expect(await here()).toBe(`note-${number}`)
    expect(await page.locator('.clauses li.current').textContent()).toMatch(/forbidden/)
    await page.keyboard.press('Enter')
    expect(await here()).toBe(`mark-${number}`)
    expect(await page.locator('.marked mark.current').first().textContent()).toContain('You may not use')
  })

  test('says what each definition makes of it and what must be done, with the clauses it rests on', async () => {
    const page = await open()
    await paste(page, HEDGEROW)
    await page.getByRole('link', { name: 'What the definitions make of it' }).click()
    const made = page.locator('section:target table', { hasText: 'Open Source AI Definition' })
    expect(await made.textContent()).toContain('unmet')
    expect(await made.getByRole('link').count()).toBeGreaterThan(0)
    const duty = page.locator('.identity li', { hasText: 'keep the notices' })
    await duty.getByRole('link').first().click()
    expect(await page.locator('.marked mark.current').first().textContent()).toContain('retain this notice')
  })

  test('shows in what a text differs from the known one, word for word', async () => {
    const page = await open()
    const changed = spdxText('MIT')
      .replace('without restriction', 'with some restriction')
      .concat('\nYou must not sell the Software.\n')
    await paste(page, changed)
    const notes = page.locator('div.read')
    await notes.getByRole('heading', { name: 'word for word against MIT' }).waitFor()
    expect(await notes.textContent()).toMatch(/added \d+ words?, read as a condition/)
    expect(await notes.locator('li .bad').allTextContents()).toContainEqual(expect.stringContaining('without'))
    expect(await notes.locator('li .good').allTextContents()).toContainEqual(
      expect.stringContaining('You must not sell the Software'),
    )
    await keep(page, 'read-changed-desktop')
  })

  test('shows markup and script in a text as text', async () => {
    const page = await open()
    await paste(page, HOSTILE)
    expect(await page.locator('.marked').textContent()).toContain('<img src="/hostile"')
    expect(await page.locator('.marked img, .marked script').count()).toBe(0)
    expect(await page.title()).not.toBe('run')
    expect(asked).toEqual([])
  })

  test('reads a file that is chosen, and one that is dropped', async () => {
    const page = await open()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'LICENSE', mimeType: 'text/plain', buffer: Buffer.from(HEDGEROW) })
    await page.getByRole('region', { name: 'The text of LICENSE' }).waitFor()
    await page.getByRole('button', { name: 'Read another text' }).click()
    await page.evaluate(text => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'TERMS.md'))
      document
        .querySelector('.given')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, HEDGEROW)
    await page.getByRole('region', { name: 'The text of TERMS.md' }).waitFor()
  })

  const openFile = (page: Page, name: string, words: string) =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(words, 'latin1') })

  test('reads a PDF, with a script of this site that is fetched for it, and sends nothing', async () => {
    const page = await open()
    await openFile(page, 'terms.pdf', pdf(['Harbor License', 'You must not use the model'], ['for military purposes.']))
    await page.getByRole('region', { name: 'The text of terms.pdf' }).waitFor()
    expect((await page.locator('.marked mark.ban').allTextContents()).join(' ')).toContain('You must not use the model')
    const script = /^\/assets\/pdf-[\w-]+\.js$/
    expect(asked.map(({ pathname }) => pathname.replace(script, 'the script'))).toEqual(['the script'])
    expect(asked.filter(({ origin, search }) => origin !== visits.site.origin || search !== '')).toEqual([])
  })

  test('says of a PDF that is broken, or holds no text, why it was not read', async () => {
    const page = await open()
    await openFile(page, 'LICENSE.pdf', '%PDF-1.7 …')
    await page.getByText('LICENSE.pdf is a PDF and was not read: its reader says').first().waitFor()
    await openFile(page, 'scan.pdf', pdf([]))
    await page.getByText('scan.pdf is a PDF and was not read: its pages hold pictures').first().waitFor()
    await openFile(page, 'book.pdf', pdf(...Array.from({ length: 1_001 }, () => ['Page'])))
    await page.getByText('book.pdf is a PDF and was not read: it has 1001 pages').first().waitFor()
  })

  test('answers what everybody asks first, of a model that is under the text alone', async () => {
    const page = await open()
    await paste(page, HEDGEROW)
    const answers = await page.locator('.decided > div').allTextContents()
    expect(answers).toContainEqual(
      expect.stringMatching(/You may on a condition use it commercially.*Up to 100M monthly active users.*line \d/s),
    )
    await page.locator('.decided a.place').first().click()
    const { hash } = new URL(page.url())
    expect(hash).toMatch(/^#mark-\d+$/)
    // the words that decide are lit up in the text, all of them
    expect(await page.locator('.marked mark.current').first().isVisible()).toBe(true)
  })

  test('has a link that holds the text, and saves what it read', async () => {
    const page = await open()
    await paste(page, HEDGEROW)
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await page.waitForFunction(() => location.hash.startsWith('#text='))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('combobox', { name: 'Save it as' }).selectOption('Markdown'),
    ])
    expect(download.suggestedFilename()).toBe('pasted-text.md')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('combobox', { name: 'Copy it as' }).selectOption('Markdown')
    await page.getByText('Copied as Markdown').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^#+ /)
    const [memo] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('combobox', { name: 'Save it as' }).selectOption('memo-html'),
    ])
    expect(memo.suggestedFilename()).toBe('pasted-text.memo.html')
    const { pathname, hash } = new URL(page.url())
    expect(asked.filter(({ search }) => search !== '')).toEqual([])
    const other = await visits.open(`${pathname}${hash}`, { idle: false })
    await other.locator('.identity').waitFor()
    expect(await other.locator('mark.ban').count()).toBeGreaterThan(0)
    // what stands behind the # is sent nowhere
    expect(asked.map(({ pathname: path }) => path)).not.toContain('/api/v1/license')
  })

  test('has no serious issue for those who use it otherwise', async () => {
    const page = await open()
    expect(await issuesOf(page)).toEqual([])
    await paste(page, `${spdxText('MIT')}\n${HEDGEROW}`)
    expect(await issuesOf(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await keep(page, 'read-dark-desktop')
  })

  test('reads a license of 15 KB, and the time it takes is printed', async () => {
    const page = await open()
    const processor = await processorOf(browser)
    // the reader makes itself fast before anyone asks
    for (let before = -100, now = 0; now - before > 20; before = now, now = await processor())
      await page.waitForTimeout(500)
    const times: string[] = []
    // a real license with a sentence added, and one in which every sentence is a clause
    const texts = [1, 2, 3, 4].map(turn => `${spdxText('MPL-2.0')}\nYou must not sell copy ${turn}.`)
    for (const text of [...texts, longLicense(15_000), `${longLicense(15_000)}.`]) {
      const used = await processor()
      // from the paste to the painted marks
      const took = await page.evaluate(async content => {
        const field = document.querySelector('textarea')
        if (!field) throw new Error('no field')
        const began = performance.now()
        field.value = content
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
        while (!document.querySelector('.marked mark')) await new Promise(done => setTimeout(done, 1))
        await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))
        return performance.now() - began
      }, text)
      times.push(`${took.toFixed(0)} (${((await processor()) - used).toFixed(0)})`)
      expect(await page.locator('.marked mark').count()).toBeGreaterThan(10)
      await page.getByRole('button', { name: 'Read another text' }).click()
    }
    console.log(
      `a license of 15 KB, from the paste to the marks, ms on the clock (of the processor): ${times.join(', ')}`,
    )
  })
})

/** Tells the milliseconds of the processor that the pages and workers of a browser have used. */
async function processorOf(of: Browser): Promise<() => Promise<number>> {
  const session = await of.newBrowserCDPSession()
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
  }
}
