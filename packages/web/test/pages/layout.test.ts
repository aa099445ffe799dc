import { describe, expect, test } from 'vitest'
import { setDocument } from '../../src/pages/layout.tsx'
import { relativeTo } from '../../src/pages/setting.ts'
import { checkPage, readPage } from '../../src/pages/tools.tsx'
import { settingOf } from '../setting.ts'

describe('the frame of a page', () => {
  test('loads its scripts as modules of the site, and has no script or style of its own', () => {
    for (const page of [readPage(), checkPage()]) {
      const html = setDocument(page, settingOf())
      expect(html).toContain(`<script type="module" src="/assets/${page.frame.scripts?.[0]}.js"></script>`)
      expect(html.match(/<script(?![^>]* src=)/)).toBeNull()
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/)
    }
  })

  test('says where the root of the site is', () => {
    expect(setDocument(readPage(), settingOf())).toContain('data-root="/" data-served="yes"')
    expect(setDocument(readPage(), settingOf('/read'))).toContain('data-root="../" data-served="no"')
  })

  test.each([
    ['/', '/explore', './explore/'],
    ['/explore', '/', '../'],
    ['/explore', '/assets/unwash.css', '../assets/unwash.css'],
    ['/marsh/heron', '/marsh/heron/source/docs/a.md#L3', '../../marsh/heron/source/docs/a.md/#L3'],
    ['/marsh/heron', '/marsh/heron/badge.svg', '../../marsh/heron/badge.svg'],
    // a model may be called like a file
    ['/explore', '/marsh/heron.bin', '../marsh/heron.bin/'],
  ])('of a static file, %s links to %s as %s', (page, address, written) => {
    expect(relativeTo(page)(address)).toBe(written)
  })
})
