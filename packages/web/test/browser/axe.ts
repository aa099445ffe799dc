import axe from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** the rules of axe that colors decide, but for those that are off unless asked for */
const OF_COLORS = ['color-contrast', 'link-in-text-block']

/**
 * The serious and critical issues that axe sees on a page: a rule, and where it is broken. In the dark only what has to
 * do with colors is looked at again; all else is the same page.
 */
export async function issuesOf(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // evaluated, not added to the page, whose policy allows no script of others; once, as it is half a megabyte
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
    const only = colorScheme === 'dark' ? { runOnly: { type: 'rule' as const, values: OF_COLORS } } : {}
    const { violations, passes } = await page.evaluate(
      options => window.axe.run(document, { resultTypes: ['violations'], ...options }),
      only,
    )
    // else nothing was looked at
    if (violations.length + passes.length === 0) found.push(`${colorScheme}: axe looked at nothing`)
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(...nodes.map(({ target }) => `${colorScheme}: ${id} at ${target.join(' ')}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
