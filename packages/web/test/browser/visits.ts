import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { SIZES, startBrowser } from './browser.ts'
import type { Site } from './site.ts'

/** A site that is visited with a browser. */
export interface Visits {
  readonly browser: Browser
  readonly site: Site
  /** what the pages of the last visit asked for, and their workers, in order; whoever looks may empty it */
  readonly asked: URL[]
  /** Opens a page of the site in a browser that knows nothing yet; `before` is done before anything is asked for. */
  open(
    address: string,
    options?: BrowserContextOptions & { readonly before?: (page: Page) => unknown; readonly idle?: boolean },
  ): Promise<Page>
}

/** Tests of a site in a real browser, skipped with a notice where none can be started. Each has its own window. */
export async function visiting(
  name: string,
  serve: () => Promise<Site>,
  tests: (visits: Visits) => void,
): Promise<void> {
  const browser = await startBrowser()
  describe.skipIf(!browser)(name, { timeout: 120_000 }, () => {
    if (browser === null) return
    let site: Site | undefined
    const asked: URL[] = []
    beforeAll(async () => {
      site = await serve()
    }, 120_000)
    afterAll(async () => {
      await site?.close()
      await browser.close()
    })
    afterEach(() => Promise.all(browser.contexts().map(context => context.close())))
    tests({
      browser,
      get site() {
        if (!site) throw new Error('the site is not served yet')
        return site
      },
      asked,
      async open(address, { before, idle = true, ...options } = {}) {
        const context = await browser.newContext({ viewport: SIZES.desktop, ...options })
        asked.length = 0
        context.on('request', request => asked.push(new URL(request.url())))
        const page = await context.newPage()
        await before?.(page)
        await page.goto(`${this.site.origin}${address}`, idle ? { waitUntil: 'networkidle' } : {})
        return page
      },
    })
  })
}
