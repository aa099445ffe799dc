import { beforeAll, describe, expect, test } from 'vitest'
import { serveTest } from './served.ts'

const card = (license: string, more = '') =>
  `---\nlicense: ${license}\n---\n\n# Heron\n\nHeron is a language model.\n${more}`
const files = (readme: string) => ({ 'README.md': readme, 'model.safetensors': 'not read\n' })

const server = await serveTest({ listed: files(card('cc-by-nc-4.0')), vendor: files(card('llama2')) })
const clausesOf = async (name: string) => {
  const html = await (await fetch(`${server.at}/_/${name}`, { headers: { accept: 'text/html' } })).text()
  const all = html.slice(html.indexOf('id="clauses"'))
  return [...all.matchAll(/<li data-topics[\s\S]*?<\/li>/g)].map(([item]) => item)
}

beforeAll(async () => {
  for (const name of ['listed', 'vendor'])
    expect(await server.audited(`path:${name}`)).toMatchObject({ status: 'done' })
})

describe('a clause of a license that is named, and whose text is not there', () => {
  test('is cited where the text on the SPDX list has it, whole, and then where it is named', async () => {
    const ban = (await clausesOf('listed')).find(item => item.includes('NonCommercial purposes only')) ?? ''
    expect(ban).toContain('the Licensor hereby grants You')
    expect(ban).toMatch(
      /href="https:\/\/spdx\.org\/licenses\/CC-BY-NC-4\.0\.html"[^>]*>CC-BY-NC-4\.0 §2\(a\)\(1\), line \d+</,
    )
    expect(ban).toMatch(/named at .*README\.md#L2/)
    expect(ban).not.toContain('In part')
  })

  test('is told in our words where no text of it may be given on, with the section and where to read it', async () => {
    const ban = (await clausesOf('vendor')).find(item => item.includes('clause-output.no_train')) ?? ''
    expect(ban).toContain('LLMs, except: its derivatives')
    expect(ban).not.toContain('<blockquote>')
    expect(ban).toContain('is forbidden.')
    expect(ban).toMatch(/href="https:\/\/github\.com\/[^"]+"[^>]*>llama2 §1\.b\.v</)
    expect(ban).toMatch(/class="at"><span class="places"><a class="place" href="https:\/\/github\.com/)
    expect(ban).toMatch(/class="named">, named at .*README\.md#L2/)
  })
})
