import { readFileSync } from 'node:fs'
import { loadKnown } from '@unwash/library/known'
import spdx from 'spdx-license-list/full.js'
import { describe, expect, test } from 'vitest'
import { readLicenses } from '../src/license.ts'
import type { GivenLicenses, GivenText } from '../src/licenses/given/given.ts'
import { prepare } from '../src/licenses/given/prepare.ts'
import { type Citation, type License, LicensesReport } from '../src/report/report.ts'

const known = await loadKnown()
const MIT = (spdx.MIT?.licenseText ?? '').replace('<year>', '2026').replace('<copyright holders>', 'Harbor Works')
const APACHE = spdx['Apache-2.0']?.licenseText ?? ''
const sample = (name: string) => readFileSync(new URL(`../../cli/test/texts/${name}`, import.meta.url), 'utf8')

interface Texts {
  readonly [path: string]: string | Partial<GivenText>
}

async function opened(texts: Texts): Promise<readonly GivenText[]> {
  return Promise.all(
    Object.entries(texts).map(([path, text]) =>
      prepare({ path, as: 'legal', content: '', ...(typeof text === 'string' ? { content: text } : text) }),
    ),
  )
}

/** Reads texts, after checking that the report holds by its schema and every quote stands on its lines. */
async function read(asked: Texts, beside: Texts = {}, unread: GivenLicenses['unread'] = []) {
  const given = { asked: await opened(asked), beside: await opened(beside), unread }
  const report = readLicenses(given, known)
  expect(LicensesReport.parse(report)).toEqual(report)
  const contents = new Map([...given.asked, ...given.beside].map(text => [text.path, text.content.split('\n')]))
  const cited = report.licenses.flatMap((license): Citation[] => [
    ...license.cited,
    ...[...license.clauses, ...license.selfLabels, ...(license.defects ?? [])].flatMap(one => one.cited),
  ])
  for (const one of cited) {
    if (!('quote' in one)) continue
    const lines = contents.get(one.path)?.slice(one.line - 1, one.endLine) ?? []
    expect(lines.join('\n')).toContain(one.quote)
  }
  return report
}

const only = (licenses: readonly License[]): License => {
  expect(licenses).toHaveLength(1)
  const [license] = licenses
  if (!license) throw new Error('no license')
  return license
}
const kinds = (license: License) => license.clauses.map(clause => clause.kind)
const verdicts = (license: License) =>
  Object.fromEntries((license.frameworks ?? []).map(({ framework, verdict }) => [framework, verdict]))

describe('a known text', () => {
  test('is named, granted and met by every framework', async () => {
    const license = only((await read({ LICENSE: MIT })).licenses)
    expect(license).toMatchObject({ id: 'mit', class: 'open-source', match: { kind: 'exact' }, language: 'English' })
    expect(license.grants).toEqual(['use', 'copy', 'modify', 'distribute', 'sublicense'])
    expect(verdicts(license)).toEqual({ osaid: 'met', osd: 'met', mof: 'met', eu: 'met' })
    expect(license.obligations?.map(({ clause }) => clause)).toEqual(['share.attribution_notice'])
  })

  test('with a paragraph more is not that text: the words are shown, and who they bind', async () => {
    const rider =
      'If your product has more than 1 million monthly active users, you must obtain a separate license from Harbor.'
    const license = only((await read({ LICENSE: `${MIT}\n${rider}\n` })).licenses)
    expect(license.id).toBeNull()
    expect(license.match).toMatchObject({
      kind: 'residue',
      nearest: 'mit',
      residue: [{ side: 'added', reads: 'condition', quote: rider }],
    })
    expect(verdicts(license)).toEqual({ osaid: 'unmet', osd: 'unmet', mof: 'unmet', eu: 'unmet' })
    expect(license.frameworks?.[0]?.because).toContain('scale.users')
    expect(license.obligations?.map(({ when }) => when)).toContainEqual(expect.stringContaining('1,000,000'))
  })

  test('twice in one file is two licenses', async () => {
    const { licenses } = await read({ NOTICE: `${MIT}\n\n${APACHE}\n` })
    expect(licenses.map(({ id }) => id).sort()).toEqual(['apache-2.0', 'mit'])
  })

  test('in a file that is mostly something else is not called open while that is not understood', async () => {
    const about = Array.from(
      { length: 60 },
      (_, at) => `On day ${at} the blue ones go to the owl, and the red ones wait for the harbor master.`,
    )
    const license = only((await read({ 'about.txt': `${about.join('\n')}\n\n${MIT}\n` })).licenses)
    expect(license).toMatchObject({ id: null, class: 'unknown', match: { kind: 'contained', nearest: 'mit' } })
    expect(license.parts?.filter(({ is }) => is === 'unread' || is === 'possible').length).toBeGreaterThan(40)
  })
})

describe('a text that the FSF counts as free and the OSI has not approved', () => {
  test('is open, and left to a person by what the definitions ask', async () => {
    const license = only((await read({ LICENSE: spdx.FTL?.licenseText ?? '' })).licenses)
    expect(license).toMatchObject({ id: 'FTL', class: 'open-source', match: { kind: 'exact' } })
    for (const framework of license.frameworks ?? [])
      expect(framework).toMatchObject({ verdict: 'needs-human', says: expect.stringContaining('the FSF') })
  })
})

describe('a text nobody has named', () => {
  test('is read clause by clause', async () => {
    const license = only((await read({ LICENSE: sample('harbor-2.txt') })).licenses)
    expect(license).toMatchObject({ id: null, name: 'HARBOR MODEL LICENSE', class: 'community-restricted' })
    expect(kinds(license)).toEqual(
      expect.arrayContaining(['geo.exclusion', 'scale.users', 'output.no_train', 'share.attribution_notice']),
    )
    expect(license.frameworks?.find(({ framework }) => framework === 'eu')?.rows.length).toBeGreaterThan(0)
  })

  test('in a language of which only the decisive wordings are read says so', async () => {
    const { licenses, findings } = await read({ LICENSE: sample('deutsch.txt') })
    // what is worded in it is found and counts; the rest is not read, and said so
    expect(only(licenses)).toMatchObject({ class: 'non-commercial', language: 'German' })
    expect(kinds(only(licenses))).toEqual(['purpose.noncommercial'])
    expect(verdicts(only(licenses)).osaid).toBe('unmet')
    expect(findings.map(({ kind }) => kind)).toEqual(['language-not-read'])
  })

  test('in two languages is said to be in both', async () => {
    const chinese =
      '港口公司授予您使用、复制、修改和分发该模型的许可。您不得将该模型用于军事目的。若您的服务月活跃用户超过一百万，您须另行申请商业授权。本协议不适用于欧盟。'
    const license = only((await read({ LICENSE: `${sample('harbor-1.txt')}\n\n${chinese.repeat(3)}\n` })).licenses)
    expect(license.language).toBe('English and Chinese')
    expect(kinds(license)).toContain('field.military')
  })
})

describe('a policy', () => {
  const license =
    'Harbor License\n\nWe grant you a license to use, copy, modify and distribute the model.\nYour use must follow the Acceptable Use Policy, which is incorporated by reference into this agreement.\n'
  const policy =
    'Acceptable Use Policy\n\nYou agree not to use the model for military purposes.\nThese rights are not granted in the European Union.\n'

  test('is read with the license that incorporates it, and shown once', async () => {
    const { licenses, findings } = await read({ LICENSE: license, 'USE_POLICY.md': { content: policy, as: 'policy' } })
    const one = only(licenses)
    expect(one.readWith).toEqual(['USE_POLICY.md'])
    const excluded = one.clauses.find(({ kind }) => kind === 'geo.exclusion')
    expect(excluded?.cited).toMatchObject([{ path: 'USE_POLICY.md', line: 4 }])
    expect(findings).toEqual([])
  })

  test('of another model is left alone', async () => {
    const other = { 'gull-2-use-policy.md': { content: policy, as: 'policy' } } as const
    const { licenses, findings } = await read({ LICENSE: license }, other)
    expect(kinds(only(licenses))).not.toContain('geo.exclusion')
    expect(findings.map(({ kind }) => kind)).toEqual(['policy-not-read'])
  })

  test('does not bind an open text beside it', async () => {
    const { licenses } = await read({ LICENSE: MIT }, { 'USE_POLICY.md': { content: policy, as: 'policy' } })
    expect(only(licenses)).toMatchObject({ id: 'mit', class: 'open-source' })
  })
})

describe('a text that only points', () => {
  test('to a file beside it leads there', async () => {
    const { licenses, findings } = await read({ LICENSE: 'See docs/LICENSE.full.\n' }, { 'docs/LICENSE.full': MIT })
    expect(only(licenses)).toMatchObject({ id: 'mit', text: { path: 'docs/LICENSE.full' } })
    expect(findings.map(({ kind }) => kind)).toEqual(['pointer-followed'])
  })

  test('to an address is not read, and never open', async () => {
    const { licenses, findings } = await read({ LICENSE: sample('address.txt') })
    expect(only(licenses)).toMatchObject({ class: 'unknown', text: null })
    expect(findings.map(({ kind }) => kind)).toEqual(['url-not-read'])
  })

  test('to a license by its name is that license, without its text', async () => {
    const { licenses, findings } = await read({ LICENSE: 'Licensed under the Apache License 2.0.\n' })
    expect(only(licenses)).toMatchObject({ id: 'apache-2.0', text: null })
    expect(findings.map(({ kind }) => kind)).toEqual(['named-only'])
  })

  test('and states terms of its own is read for those', async () => {
    const terms = 'Research use only; commercial use is prohibited. Questions: https://harbor.example\n'
    expect(only((await read({ LICENSE: terms })).licenses).class).toBe('non-commercial')
  })
})

describe('a web page', () => {
  test('is read without what it wears, and cited in its own lines', async () => {
    const license = only((await read({ 'page.html': sample('page.html') })).licenses)
    expect(license.name).toBe('Harbor Terms of Use')
    expect(kinds(license)).toEqual(['use.restrictions', 'field.military', 'field.surveillance_biometric'])
    expect(license.clauses[1]?.cited).toMatchObject([{ line: 9, quote: 'for <b>military</b> purposes &amp; weapons;' }])
  })

  test('on one line holds the known text it shows', async () => {
    const paragraphs = MIT.split('\n\n').map(part => `<p>${part.replaceAll('\n', ' ').replaceAll('"', '&quot;')}</p>`)
    const page = `<!doctype html><html><head><title>MIT</title></head><body>${paragraphs.join('')}</body></html>`
    expect(only((await read({ LICENSE: page })).licenses)).toMatchObject({ id: 'mit', match: { kind: 'exact' } })
  })

  test('to sign in is no license', async () => {
    const { licenses, findings } = await read({ LICENSE: sample('login-page') })
    expect(licenses).toEqual([])
    expect(findings).toMatchObject([
      { kind: 'not-a-license', says: expect.stringContaining('“Sign in to Harbor Hub”') },
    ])
  })
})

describe('a card', () => {
  test('whose metadata cannot be read says so, and has a license that is not known', async () => {
    const content = `---\ntags: x\n"license": ${'['.repeat(1_000)}\n---\n# Heron\n`
    const { licenses, findings } = await read({ 'README.md': { content, as: 'prose' } })
    expect(licenses).toMatchObject([{ class: 'unknown', cited: [{ path: 'README.md', line: 3 }] }])
    expect(findings).toMatchObject([
      { kind: 'metadata-not-read', says: expect.stringMatching(/^README\.md: the metadata block is not valid YAML/) },
    ])
  })

  test('is read for the prompt it asks to agree to, and the license it names', async () => {
    const { licenses, findings } = await read({ 'README.md': { content: sample('card.md'), as: 'prose' } })
    expect(licenses[0]).toMatchObject({ class: 'non-commercial', text: { path: 'README.md' } })
    expect(licenses[1]).toMatchObject({ name: 'harbor-research', class: 'unknown', text: null })
    expect(findings.map(({ kind }) => kind)).toEqual(['license-not-known'])
  })

  test('is read for its prose', async () => {
    const prose = '# Harbor\n\nThe weights are for research only; commercial use is prohibited.\n'
    const license = only((await read({ 'README.md': { content: prose, as: 'prose' } })).licenses)
    expect(license).toMatchObject({ class: 'non-commercial', match: { kind: 'none', nearest: null } })
  })

  test('binds by the parts that state terms, not by how its program is run', async () => {
    const runs = [
      '# Harbor',
      '',
      'Make sure to install the latest version of the tools. You need to filter the results.',
      'You must set the flag before you call the function in `production`.',
      '',
      '```sh',
      '# license: research only, commercial use is prohibited',
      'harbor run --limit 8192',
      '```',
      '',
      '| model | parameters | price |',
      '|---|---|---|',
      '| Harbor 8B | 8 | you must register |',
    ].join('\n')
    const nothing = await read({ 'README.md': { content: runs, as: 'prose' } })
    expect(nothing.licenses).toEqual([])
    const terms = `${runs}\n\n## Acceptable use\n\nYou may not use Harbor for:\n\n- fraud;\n- spam;\n- surveillance.\n`
    const license = only((await read({ 'README.md': { content: terms, as: 'prose' } })).licenses)
    expect(license.clauses.map(({ kind }) => kind)).toContain('use.restrictions')
    expect(license.clauses.every(({ cited }) => cited.every(place => 'line' in place && (place.line ?? 0) >= 15))).toBe(
      true,
    )
  })

  test('is under the licenses that it names, after what it says itself', async () => {
    const named = '# Harbor\n\n## License\n\nThe code is released under the Apache License 2.0.\n'
    const { licenses, findings } = await read({ 'README.md': { content: named, as: 'prose' } })
    expect(only(licenses)).toMatchObject({ id: 'apache-2.0', text: null })
    expect(findings.map(({ kind }) => kind)).toEqual(['named-only'])
    const limited = `${named}\nThe weights may be used for non-commercial research only.\n`
    const both = (await read({ 'README.md': { content: limited, as: 'prose' } })).licenses
    expect(both.map(license => license.class)).toEqual(['non-commercial', 'open-source'])
  })

  test('that says nothing of a license is said to say nothing', async () => {
    const { licenses, findings } = await read({ 'README.md': { content: '# Harbor\n\nA model.\n', as: 'prose' } })
    expect(licenses).toEqual([])
    expect(findings.map(({ kind }) => kind)).toEqual(['no-license'])
  })
})

describe('data saved as a license', () => {
  test('that names a license is that license, without its text', async () => {
    const { licenses, findings } = await read({ LICENSE: sample('names-mit.yml.txt') })
    expect(only(licenses)).toMatchObject({ id: 'mit', text: null })
    expect(findings).toMatchObject([
      { kind: 'names-a-license', says: expect.stringContaining('is YAML with the keys') },
    ])
  })

  test('that names none is no license', async () => {
    for (const content of [sample('settings.txt'), '{ "name": "harbor", "version": 2 }\n']) {
      const { licenses, findings } = await read({ LICENSE: content })
      expect(licenses).toEqual([])
      expect(findings.map(({ kind }) => kind)).toEqual(['not-a-license'])
    }
  })
})

describe('a PDF', () => {
  test('that was read is cited by its page', async () => {
    const content = sample('harbor-2.txt')
    const pages = [0, 12]
    const license = only((await read({ 'LICENSE.pdf': { content, pages } })).licenses)
    const pagesOf = license.clauses.flatMap(clause =>
      clause.cited.map(one => ('page' in one ? [clause.kind, one.page] : [])),
    )
    expect(pagesOf).toContainEqual(['geo.exclusion', 1])
    expect(pagesOf).toContainEqual(['scale.users', 2])
  })

  test('that was not read is unknown, never silence', async () => {
    const unread = [{ path: 'LICENSE.pdf', kind: 'pdf-not-read', says: 'not read', wouldChange: 'a reader' }]
    const { licenses, findings } = await read({}, {}, unread)
    expect(only(licenses)).toMatchObject({ class: 'unknown', text: { path: 'LICENSE.pdf' } })
    expect(findings).toMatchObject([{ kind: 'pdf-not-read', cited: [{ path: 'LICENSE.pdf' }] }])
  })
})

describe('a text that nobody has named', () => {
  const GRANT = 'Hedgerow grants you the right to use, copy and modify the model.'
  const classOf = async (text: string) => only((await read({ LICENSE: text })).licenses)

  test('is not called open when it forbids what no clause tells', async () => {
    const text = `Hedgerow Model License\n\n${GRANT}\n\nAny cloning of the raw architecture is strictly prohibited.`
    expect((await classOf(text)).class).toBe('unknown')
    const all = `${GRANT} You may copy, modify and distribute it.`
    expect((await classOf(`Hedgerow Model License\n\n${all}`)).class).toBe('open-model')
  })

  test('is not called open when it grants no more than use, whatever it leaves unsaid', async () => {
    const text = 'Hedgerow Model License\n\nHedgerow grants you a revocable license to use the weights.'
    expect((await classOf(text)).class).toBe('unknown')
    const agreement = 'Data Use Agreement\n\nI will acknowledge Hedgerow in what I publish.'
    expect((await classOf(agreement)).class).toBe('unknown')
  })

  test('is believed about its title where the title names limits', async () => {
    const text = `Yi Series Models License Agreement\n\n${GRANT}`
    expect(await classOf(text)).toMatchObject({ class: 'community-restricted', match: { nearest: 'yi' } })
  })

  test('is not believed where the title names an open license', async () => {
    const text = `Apache License 2.0\n\n${GRANT}\n\nAny cloning of the raw architecture is strictly prohibited.`
    expect(['open-source', 'open-model']).not.toContain((await classOf(text)).class)
  })

  test('with forbidden uses that travel is a behavioral-use license, also with a right to enforce them', async () => {
    const text = `Hedgerow Model License\n\n${GRANT}\n\nYou agree not to use the model:\n- to break the law;\n- to harm minors;\n- to spread malware.\n\nThese use restrictions must be included in any agreement with those who get the model from you.\n\nHedgerow reserves the right to restrict usage of the model remotely.`
    const license = await classOf(text)
    expect(kinds(license)).toContain('control.remote')
    expect(license.class).toBe('use-restricted')
  })
})

test('a passage in the midst of a known text counts to it, also where another license stands in the file', async () => {
  const alone = await read({ LICENSE: spdx['CC-BY-NC-4.0']?.licenseText ?? '' })
  const both = await read({ LICENSE: `${MIT}\n\n${spdx['CC-BY-NC-4.0']?.licenseText}` })
  const kinds = (licenses: readonly License[]) =>
    licenses.find(({ id }) => id === 'cc-by-nc-4.0')?.clauses.map(({ kind }) => kind)
  expect(kinds(both.licenses)).toEqual(kinds(alone.licenses))
})
