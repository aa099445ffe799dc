import { usePurpose } from '@unwash/cli/commands/bundle'
import { spdxText } from '@unwash/cli/commands/fix'
import { judge } from '@unwash/core/judge'
import type { Report } from '@unwash/core/report/report'
import { describe, expect, test } from 'vitest'
import { known, TODAY, WEIGHTS } from '../../../../test/judged.ts'
import { type FileSetup, releaseOf } from '../../../../test/release.ts'
import { spdx } from '../../../core/test/texts.ts'
import { type Bundle, bundleOf, type Purpose } from '../../src/bundle/index.ts'

const HOME = 'https://hub.example/marsh-lab/heron-7b'

/** What goes with an invented release at a hub, and the file of a path in it. */
function bundled(purpose: Purpose, files: Readonly<Record<string, FileSetup>>) {
  const release = { ...releaseOf({ files: { ...WEIGHTS, ...files } }), place: HOME, revision: '0a1b2c3' }
  const report = judge(release, known, TODAY, usePurpose(purpose))
  const bundle = bundleOf(release, report, known, purpose, spdxText)
  const read = (path: string) => bundle.files.find(file => file.path === path)?.content ?? ''
  return { bundle, report, read, paths: bundle.files.map(({ path }) => path) }
}

/** Whatever the facts of the named licenses ask for, held against what was written. */
function lackingIn({ files, missing }: Bundle, report: Report, ids: readonly string[]): string[] {
  const read = (path: string) => files.find(file => file.path === path)?.content ?? ''
  const lacking = (holds: boolean, what: string) => (holds ? [] : [what])
  return ids.flatMap(id => {
    const facts = known.knowledge.licenses.get(id)
    if (!facts) return [`no facts of ${id}`]
    const hasText = report.licenses.some(one => one.id === id && one.text !== null) || files.some(isSpdxOf(facts.spdx))
    return [
      ...facts.obligations.flatMap(duty => lacking(read('README.md').includes(`${duty.when} | ${duty.do} |`), duty.do)),
      ...lacking(hasText || missing.some(one => one.includes(facts.name) && one.includes('https://')), 'its text'),
      ...facts.clauses.flatMap(({ kind, mode, parameters = {} }) => [
        ...lacking(!parameters.notice || read('NOTICE').includes(String(parameters.notice)), `${kind}: the notice`),
        ...lacking(!parameters.text || read('NOTICE').includes(String(parameters.text)), `${kind}: the words`),
        ...lacking(!parameters.prefix || read('CHANGES.md').includes(`“${parameters.prefix}”`), `${kind}: the name`),
        ...lacking(!parameters.url || read('USE-LIMITS.md').includes(String(parameters.url)), `${kind}: the policy`),
        ...lacking(
          mode === 'plea' || !LIMITS.has(kind) || read('USE-LIMITS.md').includes(nameOf(kind)),
          `${kind}: the limits`,
        ),
      ]),
    ]
  })
}

const LIMITS = new Set(['use.restrictions', 'use.policy_external', 'share.flowdown', 'field.military'])
const nameOf = (kind: string) => known.knowledge.clauses.get(kind)?.name ?? kind
const isSpdxOf = (ids: readonly string[]) => (file: { readonly path: string }) =>
  ids.some(id => file.path === `licenses/${id}.txt`)

const card = (front: string, body = 'A model.') => ({ 'README.md': `---\n${front}\n---\n\n# Heron\n\n${body}\n` })

/** Terms in the shape of a community license: a policy beside it, words to show, a prefix, a cap. */
const REED = `REED COMMUNITY LICENSE AGREEMENT

Marsh Lab grants you a worldwide, royalty-free license to use, copy, modify and distribute the Materials.

If you distribute the Materials, you shall provide a copy of this Agreement with them and keep all copyright notices.

You shall prominently display "Built with Reed" on a related website or product documentation.

If you use the Materials to train or improve an AI model that you distribute, you shall include "Reed" at the beginning
of the name of that model.

Your use of the Materials must comply with the Acceptable Use Policy in USE_POLICY.md, which is hereby incorporated by
reference into this Agreement.

If your products have more than 50 million monthly active users, you must request a license from Marsh Lab.
`
const REED_POLICY = `Reed Acceptable Use Policy

You may not use the Materials for military purposes or for the development of weapons.
`
/** Terms in the shape of a RAIL: limits in an attachment that everyone has to be bound to. */
const RAIL = `HERON OPEN RAIL-M LICENSE

1. Marsh Lab grants you a worldwide, royalty-free, irrevocable copyright license to reproduce, prepare derivative works
of, publicly display, sublicense and distribute the Model.

2. You may host and distribute copies of the Model provided that the use-based restrictions of Attachment A MUST be
included as an enforceable provision in any legal agreement that governs the use or distribution of the Model, and you
must give any recipients a copy of this License and cause any modified files to carry prominent notices.

3. You agree not to use the Model for the uses listed in Attachment A.

Attachment A

You agree not to use the Model:
- to harm minors in any way;
- for military purposes or for the development of weapons;
- to provide medical advice.
`

describe('what goes with a model', () => {
  test('under the terms of Llama by name: notice, words, prefix and limits, and where its text is', () => {
    const { bundle, report, read } = bundled('fine-tune', card('license: llama3.1'))
    expect(lackingIn(bundle, report, ['llama3.1'])).toEqual([])
    expect(read('CHANGES.md')).toContain('Llama-<your name for it> is a changed version of')
    expect(bundle.missing).toEqual([expect.stringMatching(/^the text of Llama 3\.1 .+: get it at https:/)])
  })

  test('under a community license whose text lies there: both texts, words, prefix, limits as they stand', () => {
    const { bundle, read, paths } = bundled('fine-tune', {
      ...card('license: other\nlicense_name: reed\nlicense_link: LICENSE'),
      LICENSE: REED,
      'USE_POLICY.md': REED_POLICY,
    })
    expect(paths).toEqual([
      'README.md',
      'NOTICE',
      'USE-LIMITS.md',
      'CHANGES.md',
      'licenses/LICENSE',
      'licenses/USE_POLICY.md',
    ])
    expect(read('licenses/LICENSE')).toBe(REED)
    expect(read('licenses/USE_POLICY.md')).toBe(REED_POLICY)
    expect(read('NOTICE')).toContain('Built with Reed')
    expect(read('CHANGES.md')).toContain('begin with “Reed”')
    expect(read('USE-LIMITS.md')).toContain('> You may not use the Materials for military purposes')
    expect(bundle.missing).toEqual([])
  })

  test('under the terms of Gemma: notice, policy, flow-down', () => {
    const { bundle, report, read } = bundled('redistribute', card('license: gemma'))
    expect(lackingIn(bundle, report, ['gemma'])).toEqual([])
    expect(read('README.md')).toMatch(
      /bind whoever gets it to the same limits on use \| .+ \| USE-LIMITS\.md, its text/,
    )
  })

  test('under a RAIL: its attachment to be passed on word by word, its text, a statement of changes', () => {
    const { bundle, read } = bundled('redistribute', { ...card('license: other'), LICENSE: RAIL })
    expect(read('licenses/LICENSE')).toBe(RAIL)
    expect(read('USE-LIMITS.md')).toContain('only within the limits on use of')
    for (const limit of ['harm minors', 'military purposes', 'medical advice'])
      expect(read('USE-LIMITS.md')).toContain(limit)
    expect(read('CHANGES.md')).toContain('In every changed file')
    expect(bundle.missing).toEqual([])
    const named = bundled('redistribute', card('license: creativeml-openrail-m'))
    expect(lackingIn(named.bundle, named.report, ['creativeml-openrail-m'])).toEqual([])
  })

  test('under CC BY: title, maker, source, license with its address, that it was changed', () => {
    const { bundle, report, read } = bundled('fine-tune', card('license: cc-by-4.0'))
    expect(lackingIn(bundle, report, ['cc-by-4.0'])).toEqual([])
    for (const part of ['marsh-lab', HOME, 'https://spdx.org/licenses/CC-BY-4.0.html', 'It was changed', 'warranties'])
      expect(read('NOTICE')).toContain(part)
    expect(read('licenses/CC-BY-4.0.txt')).toBe(`${spdx('CC-BY-4.0').trimEnd()}\n`)
    expect(bundle.missing).toEqual([])
    expect(read('USE-LIMITS.md')).toBe('')
  })

  test('under Apache with a NOTICE: the notice as it stands, the copyright line, the text', () => {
    const NOTICE = 'Heron\nCopyright 2025 Marsh Lab\n\nThis product has parts of Reed, by Tidewater.'
    const { bundle, report, read } = bundled('redistribute', {
      ...card('license: apache-2.0'),
      LICENSE: spdx('Apache-2.0'),
      NOTICE: `${NOTICE}\n`,
    })
    expect(lackingIn(bundle, report, ['apache-2.0'])).toEqual([])
    expect(read('NOTICE')).toContain(NOTICE)
    expect(read('licenses/NOTICE')).toBe(`${NOTICE}\n`)
    expect(read('licenses/LICENSE')).toBe(spdx('Apache-2.0'))
    expect(bundle.missing).toEqual([])
  })

  test('of a merge of two: what both ask for', () => {
    const { bundle, report, read } = bundled(
      'redistribute',
      card(
        'license: other\nbase_model:\n- meta-llama/Llama-3.1-8B\n- google/gemma-2-9b\ntags: [merge, mergekit]',
        'A merge of both.',
      ),
    )
    expect(lackingIn(bundle, report, ['llama3.1', 'gemma'])).toEqual([])
    expect(read('NOTICE')).toMatch(
      /- meta-llama\/Llama-3\.1-8B, under Llama 3\.1 .+\n- google\/gemma-2-9b, under Gemma/,
    )
    expect(read('USE-LIMITS.md')).toContain('Llama 3.1 Community License Agreement and Gemma Terms of Use')
  })

  test('of a fine-tune under other terms than its base: both, and that they do not fit', () => {
    const { bundle, report, read } = bundled('deploy', card('license: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B'))
    expect(lackingIn(bundle, report, ['apache-2.0'])).toEqual([])
    expect(read('README.md')).toContain('## Llama 3.1 Community License Agreement, of meta-llama/Llama-3.1-8B')
    expect(read('NOTICE')).toContain('Built with Llama')
    expect(read('CHANGES.md')).toBe('')
    const [conflict] = report.conflicts
    expect(read('README.md')).toContain(`- ${conflict?.because} (`)
  })
})

test('terms that are there by name and as a text are told once, and a sentence beside them is no license', () => {
  const { bundle, read } = bundled('redistribute', {
    ...card(
      'license: apache-2.0',
      'A model. The weights are released under the Apache License 2.0.\n\nThe weights may be used for research purposes only.',
    ),
    LICENSE: spdx('Apache-2.0'),
  })
  expect(read('NOTICE').match(/under Apache License 2\.0/g)).toHaveLength(1)
  expect(read('NOTICE')).not.toContain('a sentence')
  expect(read('README.md').match(/^## Apache License 2\.0/gm)).toHaveLength(1)
  expect(read('USE-LIMITS.md')).toContain('The weights may be used for research purposes only.')
  expect(bundle.missing).toEqual([])
})

test('a text that is only related to a known one is given no line of that', () => {
  const report = judge(releaseOf({ files: WEIGHTS }), known, TODAY)
  const related = {
    ...report,
    licenses: [
      {
        id: null,
        name: 'Sedge License',
        class: 'unknown' as const,
        text: null,
        covers: ['weights' as const],
        match: { kind: 'related' as const, nearest: 'gemma', residue: [] },
        clauses: [],
        grants: [],
        selfLabels: [],
        cited: [{ path: 'README.md' }],
      },
    ],
  }
  const { files } = bundleOf(null, related, known, 'deploy', spdxText)
  expect(files.find(({ path }) => path === 'NOTICE')?.content).not.toContain('Gemma')
})

describe('what cannot be carried is told', () => {
  test('a place for a holder in a standard text that no file of the release fills', () => {
    const { bundle } = bundled('redistribute', card('license: mit'))
    expect(bundle.missing).toEqual([expect.stringMatching(/^licenses\/MIT\.txt has a place for the year/)])
  })

  test('terms that are nowhere, and a maker nobody tells', () => {
    const release = releaseOf({ publisher: null, files: { ...WEIGHTS, 'README.md': '# Heron\n\nA model.\n' } })
    const report = judge(release, known, TODAY, usePurpose('deploy'))
    const { missing, barred } = bundleOf(release, report, known, 'deploy', spdxText)
    expect(missing).toEqual([
      expect.stringContaining('no license of'),
      expect.stringContaining('whom to credit'),
      expect.stringContaining('its address'),
    ])
    expect(barred).toContain('nothing found here permits it')
  })

  test('a text that was read in part', () => {
    const release = releaseOf({ files: { ...WEIGHTS, LICENSE: REED } })
    const text = { path: 'LICENSE', content: REED, encoding: 'utf-8', truncated: true } as const
    const cut = { ...release, texts: new Map([['LICENSE', text]]) }
    const { missing, files } = bundleOf(cut, judge(cut, known, TODAY), known, 'deploy', spdxText)
    expect(missing).toContainEqual('LICENSE was not wholly read: copy it from the release')
    expect(files.map(({ path }) => path)).not.toContain('licenses/LICENSE')
  })
})

test('no path of a release leads out of the folder, and two of one name stay apart', () => {
  const { paths } = bundled('redistribute', {
    ...card('license: other'),
    'LICENSES/../LICENSE': REED,
    'LICENSES/Reed Terms.md': REED,
    'LICENSES/Reed-Terms.md': REED_POLICY,
  })
  expect(new Set(paths).size).toBe(paths.length)
  for (const path of paths) expect(path).toMatch(/^(?:[A-Z-]+(?:\.md)?|licenses\/[A-Za-z0-9_][\w.-]*)$/)
})

test('a purpose is of uses that are known', () => {
  const ids = known.knowledge.uses.actions.map(({ id }) => id)
  for (const purpose of ['deploy', 'redistribute', 'fine-tune'] as const)
    expect(ids).toEqual(expect.arrayContaining([...usePurpose(purpose).actions]))
})
