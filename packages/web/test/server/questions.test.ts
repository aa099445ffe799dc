import { beforeAll, expect, test } from 'vitest'
import { spdx } from '../../../core/test/texts.ts'
import { HERON, serveTest } from './served.ts'

const HATCHERY = (name: string) => `Whoever runs a hatchery for gain with ${name} must first come to terms with us.`
const DARK = 'Whoever runs a hatchery for gain must first come to terms with us.'
const server = await serveTest({
  plover: {
    ...HERON,
    'README.md': `# Plover\n\nPlover is a language model.\n\n## License\n\nThe license is in LICENSE.\n\n${DARK} <b>now</b>\n`,
    LICENSE: spdx('MIT'),
    'model.safetensors': 'x'.repeat(2_000_000),
  },
  // one passage, and one that differs by a name alone, are one question
  wren: {
    ...HERON,
    'README.md': `# Wren\n\nWren is a language model.\n\n## License\n\nThe license is in LICENSE.\n\n${HATCHERY('Wren-1B')}\n\n${HATCHERY('Wren-7B')}\n`,
    LICENSE: spdx('MIT'),
    'model.safetensors': 'x'.repeat(2_000_000),
  },
})
const address = `${server.at}/_/plover/questions`
const page = async (path: string) => (await fetch(path, { headers: { accept: 'text/html' } })).text()
const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(address, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' })

beforeAll(async () => {
  expect(await server.audited('path:plover')).toMatchObject({ status: 'done' })
})

test('what could not be decided is asked on a page, and judged again with what a person answers', async () => {
  expect(await page(`${server.at}/_/plover`)).toContain('href="/_/plover/questions">Answer them</a>')
  const html = await page(address)
  expect(html).toContain('Whoever runs a hatchery for gain')
  expect(html).not.toContain('<b>now</b>')
  const [, id = ''] = /name="([0-9a-f]{12})" value="purpose\.noncommercial"/.exec(html) ?? []
  expect(id).toMatch(/^[0-9a-f]{12}$/)

  expect((await post({ [id]: 'purpose.noncommercial' })).status).toBe(400)
  expect((await post({ [id]: 'open', by: 'Ada' })).status).toBe(400)
  expect((await post({ [id]: 'nothing', by: 'Ada' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)

  const answered = await post({ [id]: 'purpose.noncommercial', by: '<i>Ada</i> Example' })
  expect(answered.status).toBe(303)
  const { term, readings } = await (await fetch(`${server.at}/_/plover/report.json`)).json()
  expect(term.floor).toBe('weights-available-ai')
  expect(readings).toMatchObject([
    { answer: 'purpose.noncommercial', by: { kind: 'person', name: '<i>Ada</i> Example' } },
  ])
  const after = await page(`${server.at}/_/plover`)
  expect(after).toContain('Read by others')
  expect(after).not.toContain('<i>Ada</i>')
})

test('each answer says what it would change, and the page how much is asked', async () => {
  await server.audited('path:wren')
  // what answers change is worked out beside: the page does not wait for it
  let html = await page(`${server.at}/_/wren/questions`)
  while (html.includes('being worked out')) html = await page(`${server.at}/_/wren/questions`)
  expect(html).toContain('1 question. As it stands: ')
  expect(html).toMatch(
    /Non-commercial only<span[^>]*><span class="then">term: [^<]+<\/span><span class="then">use it commercially[^<]* → no</,
  )
})
