import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { issuesOf } from './axe.ts'
import { keep, keepDark, SIZES } from './browser.ts'

/**
 * Keeps what a page looks like on a phone and a desk, by day and by night: it fits, and axe sees no issue. It was opened
 * on a phone: what is unfolded on a desk stays so.
 */
export async function looksWell(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport)
    await keep(page, `page-${name}-${size}`)
    await keepDark(page, `page-${name}-${size}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
    expect(await issuesOf(page)).toEqual([])
  }
}
