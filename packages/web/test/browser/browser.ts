import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

/** own arguments: those of the package switch the safety of the web off */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']

/** Starts a browser; null, with a notice, where none can be started. */
export async function startBrowser(): Promise<Browser | null> {
  const found = inject('chromium')
  try {
    if ('missing' in found) throw new Error(found.missing)
    const { path, env } = found
    return await chromium.launch({
      executablePath: path,
      args: ARGUMENTS,
      env: { ...(process.env as Record<string, string>), ...env },
    })
  } catch (error) {
    const [why] = String(error instanceof Error ? error.message : error).split('\n')
    console.warn(`no browser could be started, so the tests of the pages are skipped: ${why}`)
    return null
  }
}

/** What a phone and a desk show. */
export const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const
export type Size = keyof typeof SIZES

const results = new URL('../../../../test-results/', import.meta.url)

/** Keeps what the page looks like, as `test-results/<name>.png`; what is far below is drawn too. */
export async function keep(page: Page, name: string): Promise<void> {
  mkdirSync(results, { recursive: true })
  await page.evaluate(async () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [sheet]
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  })
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, results)), fullPage: true })
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
  })
}

/** The same in the colors for the night. */
export async function keepDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await keep(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}
