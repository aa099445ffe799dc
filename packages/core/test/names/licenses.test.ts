import { describe, expect, it } from 'vitest'
import { endsWithin, inFull } from '../../../../test/tiers.ts'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { licensesMentionedIn, placeholderOf, resolveBadge, resolveLink, resolveName } from '../../src/names/index.ts'

describe('resolveName', () => {
  it.each([
    ['apache-2.0', 'apache-2.0'],
    ['APACHE-2.0', 'apache-2.0'],
    ['Apache License 2.0', 'apache-2.0'],
    ['Apache License, Version 2.0', 'apache-2.0'],
    ['MIT License', 'mit'],
    ['The MIT License (MIT)', 'mit'],
    ['CC BY-NC 4.0', 'cc-by-nc-4.0'],
    ['cc-by-nc-sa-4.0', 'cc-by-nc-sa-4.0'],
    ['Creative Commons Attribution 4.0 International (CC BY 4.0)', 'cc-by-4.0'],
    ['llama3.1', 'llama3.1'],
    ['llama-3.1-community-license', 'llama3.1'],
    ['openrail++', 'openrail++-m'],
    ['gemma-terms-of-use', 'gemma'],
    ['BSL-1.0', 'bsl-1.0'],
    ['BSL 1.1', 'business-source-1.1'],
    ['木兰宽松许可证 第2版', 'mulan-psl-2.0'],
    ['https://creativecommons.org/licenses/by-sa/4.0/', 'cc-by-sa-4.0'],
    ['Sleepycat', 'Sleepycat'],
  ])('%s is %s', (spelled, id) => expect(resolveName(spelled, knowledge)?.id).toBe(id))

  it('reads a range off the spelling and never assumes one', () => {
    expect(resolveName('GPLv3', knowledge)?.spdx).toBe('GPL-3.0-only')
    expect(resolveName('gpl-3.0', knowledge)?.spdx).toBe('GPL-3.0-only')
    expect(resolveName('GPL-3.0-or-later', knowledge)?.spdx).toBe('GPL-3.0-or-later')
    expect(resolveName('GNU GPL v3 or any later version', knowledge)?.spdx).toBe('GPL-3.0-or-later')
    expect(resolveName('GNU General Public License v2.0 or later', knowledge)?.spdx).toBe('GPL-2.0-or-later')
    expect(resolveName('LGPL v2.1 only', knowledge)?.spdx).toBe('LGPL-2.1-only')
  })

  it('reads expressions: "and" is as open as its least open part, "or" as its most open', () => {
    expect(resolveName('Apache-2.0 AND MIT', knowledge)).toMatchObject({
      id: 'apache-2.0 AND mit',
      class: 'open-source',
    })
    expect(resolveName('MIT or CC-BY-NC-4.0', knowledge)).toMatchObject({ class: 'open-source', osiApproved: true })
    expect(resolveName('(MIT OR Apache 2.0) AND cc-by-nc-4.0', knowledge)).toMatchObject({
      id: '(mit OR apache-2.0) AND cc-by-nc-4.0',
      class: 'non-commercial',
      compound: { operator: 'and' },
    })
    expect(resolveName('Apache-2.0 WITH LLVM-exception', knowledge)?.id).toBe('apache-2.0')
  })

  it.each([
    'MIT with restrictions',
    'MIT AND something of our own',
    'Apache-2.0 WITH a-revenue-cap',
    'AND MIT',
    'llama 5.7',
    'free for research',
    '',
    '('.repeat(400),
  ])('%j names no license', spelled => expect(resolveName(spelled, knowledge)).toBeNull())

  it('tells a placeholder from a name it does not know', () => {
    expect(placeholderOf('Other')).toBe('other')
    expect(placeholderOf('unknown')).toBe('unknown')
    expect(placeholderOf('NOASSERTION')).toBe('unknown')
    expect(placeholderOf('none')).toBe('none')
    expect(placeholderOf('our-own-license')).toBeNull()
    expect(resolveName('other', knowledge)).toBeNull()
  })

  it('knows a family without claiming a version', () => {
    expect(resolveName('cc', knowledge)).toMatchObject({ id: 'cc', class: 'unknown', family: true })
    expect(resolveName('Llama Community License', knowledge)).toMatchObject({ id: 'llama-community', family: true })
    expect(resolveName('bsd', knowledge)).toMatchObject({ id: 'bsd', family: true })
  })
})

describe('mentionsIn', () => {
  it.each([
    ['Everything here is under the Apache 2.0 License.', ['apache-2.0']],
    ['Apache License,\nVersion 2.0', ['apache-2.0']],
    ['Weights: CC BY-NC-SA 4.0, code: MIT.', ['cc-by-nc-sa-4.0']],
    ['Code under MIT, weights under CC BY-NC-SA 4.0.', ['mit', 'cc-by-nc-sa-4.0']],
    ['See the Creative Commons Attribution-NonCommercial 4.0 International license.', ['cc-by-nc-4.0']],
    ['Creative Commons Attribution Non Commercial 4.0', ['cc-by-nc-4.0']],
    ['The weights follow the Llama 3.1 Community License Agreement.', ['llama3.1']],
    ['Use is subject to the Gemma Terms of Use', ['gemma']],
    ['released with an OpenRAIL++-M tag', ['openrail++-m']],
    ['本项目采用 MIT 协议，权重遵循 Apache 2.0 许可证。', ['mit', 'apache-2.0']],
    ['LGPL v3, GPLv3 and BSD 3-Clause parts', ['lgpl-3.0', 'gpl-3.0', 'bsd-3-clause']],
    ['MIT and Apache-2.0 licenses apply', ['mit', 'apache-2.0']],
    ['dual-licensed MIT/Apache-2.0', ['mit', 'apache-2.0']],
    ['[MIT](LICENSE)', ['mit']],
    ['## License\n\nMIT\n', ['mit']],
    ['license: mit', ['mit']],
    ['| License | MIT |', ['mit']],
    ['This tool is MIT-licensed.', ['mit']],
    ['It is MIT licensed, the model is not.', ['mit']],
    ['the Apache license', ['apache']],
    ['any Llama community license', ['llama-community']],
    ['under the Gemma license', ['gemma']],
    ['Released under Unlicense or CC0.', ['unlicense', 'cc0-1.0']],
    ['licensed under the GNU Affero General Public License v3.0', ['agpl-3.0']],
    ['the Tongyi Qianwen LICENSE AGREEMENT', ['tongyi-qianwen']],
  ])('%j', (text, ids) => expect(licensesMentionedIn(text, knowledge).map(mention => mention.id)).toEqual(ids))

  it.each([
    'Two students of MIT and one of Stanford wrote it.',
    'MIT researchers, under a grant, tested Apache Spark.',
    'Gemma 2 and Llama 3.1 are compared with Qwen2.5.',
    'Our license differs. MIT people asked why.',
    'an MIT-style license',
    'tags:\n- llama-3\nlicense: other',
    'commit 28cc0b72cf574a4a',
    'https://example.org/llama/license/mit',
    'The ISC conference and the PSF',
    'a transmitting license',
    'the Zlib and curl tools',
    'performs well under Llama 3.1, not under load',
  ])('finds no license in %j', text => expect(licensesMentionedIn(text, knowledge)).toEqual([]))

  it('says where, and how it was spelled', () => {
    const text = 'Weights come under the **Llama 3.2 Community License**, tools under GPL.'
    const found = licensesMentionedIn(text, knowledge)
    expect(found.map(({ spelled, specific }) => [spelled, specific])).toEqual([
      ['Llama 3.2 Community License', true],
      ['GPL', false],
    ])
    for (const { start, end, spelled } of found) expect(text.slice(start, end)).toBe(spelled)
  })

  it('reads a crafted text in linear time', async () => {
    const crafted = [
      '1.'.repeat(inFull(50_000)),
      'GNU General Public '.repeat(inFull(6_000)),
      '](('.repeat(inFull(40_000)),
      'license: '.repeat(inFull(12_000)),
    ]
    for (const text of crafted) await endsWithin(4_000, () => licensesMentionedIn(text, knowledge))
  })
})

describe('resolveLink', () => {
  it.each([
    ['http://www.apache.org/licenses/LICENSE-2.0', 'apache-2.0'],
    ['https://www.apache.org/licenses/LICENSE-2.0.txt', 'apache-2.0'],
    ['https://opensource.org/licenses/MIT', 'mit'],
    ['https://opensource.org/license/bsd-3-clause/', 'bsd-3-clause'],
    ['https://spdx.org/licenses/GPL-3.0-or-later.html', 'gpl-3.0'],
    ['https://creativecommons.org/licenses/by-nc-sa/3.0/us/', 'cc-by-nc-sa-3.0'],
    ['https://creativecommons.org/licenses/by/4.0/legalcode.de', 'cc-by-4.0'],
    ['https://ai.google.dev/gemma/terms?hl=en', 'gemma'],
    ['https://github.com/QwenLM/Qwen/blob/main/Tongyi%20Qianwen%20LICENSE%20AGREEMENT', 'tongyi-qianwen'],
    ['https://huggingface.co/meta-llama/Llama-3.3-70B-Instruct/blob/main/LICENSE', 'llama3.3'],
    ['https://huggingface.co/stabilityai/stable-diffusion-xl-base-1.0/blob/main/LICENSE.md', 'openrail++-m'],
  ])('%s is %s', (url, id) => expect(resolveLink(url, knowledge)?.id).toBe(id))

  it.each([
    'https://example.org/LICENSE',
    'https://github.com/some/thing/blob/main/LICENSE',
    'https://opensource.org/licenses',
    'not a link',
    '%E0%A4%A',
  ])('%s is no known license', url => expect(resolveLink(url, knowledge)).toBeNull())
})

describe('resolveBadge', () => {
  it.each([
    ['https://img.shields.io/badge/License-Apache_2.0-blue.svg', 'apache-2.0', 'License'],
    ['https://img.shields.io/badge/license-CC--BY--NC--4.0-lightgrey', 'cc-by-nc-4.0', 'license'],
    ['https://img.shields.io/badge/Model_License-MIT-red?style=flat', 'mit', 'Model License'],
    ['https://img.shields.io/badge/Apache%202.0-License-green', 'apache-2.0', 'License'],
    ['https://img.shields.io/static/v1?label=license&message=Apache-2.0&color=blue', 'apache-2.0', 'license'],
  ])('%s', (url, id, label) => {
    const badge = resolveBadge(url, knowledge)
    expect(badge?.license.id).toBe(id)
    expect(badge?.label).toBe(label)
  })

  it.each([
    'https://img.shields.io/badge/python-3.8-blue',
    'https://img.shields.io/badge/License-Our_Own-blue',
    'https://img.shields.io/github/license/some/thing',
    'https://img.shields.io/badge/school-MIT-red',
    'https://img.shields.io/badge/',
  ])('%s shows no license', url => expect(resolveBadge(url, knowledge)).toBeNull())
})
