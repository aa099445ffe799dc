import { createRequire } from 'node:module'
import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { reportWith } from '../../../../test/judged.ts'
import { PIER } from '../../../core/test/texts.ts'
import { flowing } from '../../src/client/marked/text.tsx'
import { readClaims, readTexts } from '../../src/client/read/licenses.tsx'
import { speakOfTerms } from '../../src/client/read/marks.ts'
import { contentOf } from '../../src/pages/layout.tsx'
import { settingOf } from '../setting.ts'

const known = { ...(await loadKnown()), texts: new Map() }
const texts = createRequire(import.meta.url)('spdx-license-list/full') as Readonly<
  Record<string, { readonly licenseText: string }>
>
const mit = texts.MIT?.licenseText ?? ''

const OWL = 'The blue ones go to the owl.'
const STEWARD = 'You must hand every copy back as soon as the steward asks for it.'
const MIXED = `${mit}

We thank all contributors for their help.
You must not sell the Software. ${OWL}
${STEWARD}
`

const frame = { title: '', description: '', address: '/read' }
const read = async (content: string, path = 'LICENSE') => {
  const { marks, show } = await readTexts([{ path, content }], known)
  return { marks, html: contentOf({ frame, content: show() }, await settingOf()) }
}
/** the words that are marked so */
const marked = (html: string, look: string) =>
  [...html.matchAll(new RegExp(`<mark class="${look}[^"]*" data-marks[^>]*>([^<]*)</mark>`, 'g'))].map(([, at]) => at)

describe('a text that is pasted', () => {
  test.each([
    ['You may use this model for any purpose.', true],
    ['Heron is an open source model that anyone may study.', false],
  ])('is terms where its only claim is what it grants: %s', async (content, isTerms) => {
    const given = [{ path: 'pasted.txt', content }]
    const claims = await readClaims(given, null, known)
    expect(claims.marks).toHaveLength(1)
    expect(speakOfTerms((await readTexts(given, known)).marks, claims.marks)).toBe(isTerms)
  })
})

describe('a license that is read in the page', () => {
  test('has what was not understood after the clauses, and its words marked', async () => {
    const { marks, html } = await read(MIXED)
    expect(marks.slice(-2).map(({ look }) => look)).toEqual(['unread', 'possible'])
    expect(marks.at(-1)?.name).toMatch(/^may be: \S/)
    expect(marked(html, 'unread')).toEqual([OWL])
    expect(marked(html, 'possible')).toEqual([STEWARD])
    for (const at of marks.keys()) expect(html).toContain(`href="#mark-${at + 1}"`)
  })

  test('tells what decides: an open text is not called open until the words are read', async () => {
    const { html } = await read(`${mit}\n${OWL}\n`)
    expect(html).toContain('the text is not called open')
    expect(html).not.toContain('Limits: ')
    const restricted = await read(MIXED)
    expect(restricted.html).toContain('It restricts whatever these say')
    // what decides an answer is told there, and not once more
    expect(restricted.html).not.toContain('Limits')
  })

  test('answers what everybody asks first, with the sentence that decides, once, and its line', async () => {
    const { marks, html } = await read(MIXED)
    const at = marks.findIndex(({ name }) => name === 'Non-commercial only') + 1
    const [told = ''] = /<dl class="terms decided".*?<\/dl>/s.exec(html) ?? []
    expect(told).toMatch(new RegExp(`You may not use it commercially.*?href="#mark-${at}">line 21<`, 's'))
    expect(told.match(/<mark>You must not sell the Software\.<\/mark>/g)).toHaveLength(1)
  })

  test('says what was added to the text that it is closest to, before the answers', async () => {
    const { html } = await read(`${mit}\nYou may not use the Software to run a hosted service.\n`)
    const [head = ''] = /<header.*?<dl/s.exec(html) ?? []
    expect(head).toMatch(
      /known text with changes<\/span>: <a [^>]*>MIT License<.*“You may not use the Software to run a hosted service\.”/s,
    )
    expect(html).not.toContain('What is changed')
  })

  test('is answered of a web page by what the page says', async () => {
    const page = `<html><body>${mit
      .split(/\n\n+/)
      .map(one => `<p>${one}</p>`)
      .join('\n')}</body></html>`
    const { html } = await read(page, 'pasted text')
    expect(html).toContain('Open source license'.toLowerCase())
    expect(html).not.toMatch(/[Pp]resumably/)
  })

  test('is no permission where it only forbids, nor where its grant was not understood', async () => {
    const words = (html: string) => html.replace(/<[^>]*>/g, '')
    const forbids = words((await read('You may not use the model to compete with us.', 'pasted text')).html)
    expect(forbids).toContain('what is not forbidden is not permitted by that')
    expect(forbids).toContain('Nothing here permits it')
    const unless = words(
      (await read('You may use the model freely unless you compete with us.', 'pasted text')).html.split(
        '</header>',
      )[0] ?? '',
    )
    expect(unless).toContain('Grants: nothing that was understood whole')
    expect(unless).toContain('Not understood: 1 part')
    for (const told of [forbids, unless])
      expect(told).not.toMatch(/You may(?:,| train| use| fine)|Presumably|Limits: none/)
  })

  test('has a memo of a model that is under it alone, that says nothing of a law', async () => {
    const { alone } = await readTexts([{ path: 'LICENSE', content: MIXED }], known)
    expect(alone?.licenses).toHaveLength(1)
    expect(alone?.evaluations).toEqual([])
  })

  test('is marked where it is a web page', async () => {
    const page = `<html><body>\n<h1>Heron License</h1>\n<p>You may use the Model.</p>\n\n<p>${OWL}</p></body></html>`
    expect(marked((await read(page, 'terms.html')).html, 'unread')).toEqual([OWL])
  })
})

test('an announcement that is read in the page has its claims marked, and what they rest on beside them', async () => {
  const content = 'Our model is fully open source.\n<b>We thank you.</b>'
  const { marks, show } = await readClaims([{ path: 'news.md', content }], null, known)
  expect(marks.length).toBeGreaterThan(0)
  const html = contentOf({ frame, content: show() }, await settingOf())
  expect(html).toContain('&lt;b>We thank you.')
  expect(marked(html, marks[0]?.look ?? '').join()).toContain('open source')
})

test('a claim is told first: its sentence, how it stands, why with its line, and what would hold', async () => {
  const against = { report: reportWith({ LICENSE: PIER }), texts: true }
  const { show } = await readClaims([{ path: 'news.md', content: 'Heron-7B is open source.' }], against, known)
  const html = contentOf({ frame, content: show() }, await settingOf())
  const [, told = ''] = /<ul class="claims[^>]*>(.*?)<h2/s.exec(html) ?? []
  expect(told.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toMatch(
    /Heron-7B is open source \. .*line 1 contradicted PIER .*LICENSE:5-6.* would hold: Heron-7B is weights-available/,
  )
  // the line that decides is in the release that is kept here
  expect(told).toMatch(/href="[^"]*\/source\/LICENSE#L5-L6"/)
})

test('lines that go on are one paragraph', () => {
  const full = 'You may not use the Model, nor any part of it, to do what'
  expect(flowing(['Title', full, full, 'end.', ''])).toEqual([[0], [1, 2, 3], [4]])
})
