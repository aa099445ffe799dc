import { execFileSync, spawnSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { judge } from '@unwash/core/judge'
import type { Report } from '@unwash/core/report/report'
import { audit } from '@unwash/library/audit'
import { html } from '@unwash/reporters/html/index'
import { markdown } from '@unwash/reporters/markdown/index'
import { sarif } from '@unwash/reporters/sarif/index'
import { terminal } from '@unwash/reporters/terminal/index'
import { describe, expect, test } from 'vitest'
import { whenTestEnds } from '../../../test/ends.ts'
import type { RepositorySetup } from '../../../test/hub/repository.ts'
import { known } from '../../../test/judged.ts'
import { folderWith, releaseOf } from '../../../test/release.ts'
import { endsWithin } from '../../../test/tiers.ts'
import { MEADOW, POLICY, QUAY, spdx } from '../../core/test/texts.ts'
import { names } from '../../reporters/test/names.ts'
import { pointer, repositoryWith } from './fixture.ts'
import { aHub } from './hub/fixture.ts'

/** A card that calls its model MIT, with weights beside it. */
const OPEN = {
  'README.md': '---\nlicense: mit\n---\n\n# Heron\n\nHeron is a language model.\n',
  'model.safetensors': pointer(4_000_000_000),
}
const MIT = spdx('MIT')
const FORBIDS = `\n\nYou may not use the model for any commercial purpose.\n`

/** A release that would be proven to be open, but for what is put beside it. */
function releaseWith(files: Readonly<Record<string, string | Uint8Array>>, put: (folder: string) => void = () => {}) {
  const folder = folderWith({ ...OPEN, ...files }, 'heron')
  put(folder)
  return folder
}

const utf32 = (words: string) =>
  Buffer.concat(
    [...words].map(character => {
      const unit = Buffer.alloc(4)
      unit.writeUInt32LE(character.codePointAt(0) ?? 0)
      return unit
    }),
  )

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`part${at}/LICENSE`, MIT]))
const deep = (levels: number) => Array.from({ length: levels }, (_, at) => `d${at}`).join('/')

/** What stands where a license should: what it is, the files, what is done beside, where, and why it is not read. */
const CASES: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  put: ((folder: string) => void) | null,
  path: string,
  why: string,
])[] = [
  ['a PDF', { 'LICENSE.pdf': '%PDF-1.7\nnot for commerce' }, null, 'LICENSE.pdf', 'pdf'],
  ['a PDF by another name', { LICENSE: '%PDF-1.7\nnot for commerce' }, null, 'LICENSE', 'pdf'],
  [
    'a PDF of a policy',
    { LICENSE: MIT, 'Acceptable_Use_Policy.pdf': '%PDF-1.7' },
    null,
    'Acceptable_Use_Policy.pdf',
    'pdf',
  ],
  ['a document', { 'MODEL_LICENSE.docx': 'PK\u0003\u0004 words' }, null, 'MODEL_LICENSE.docx', 'document'],
  ['a picture', { LICENSE: MIT, 'LICENSE.png': FORBIDS }, null, 'LICENSE.png', 'document'],
  ['data', { LICENSE: MIT, 'licenses.json': FORBIDS }, null, 'licenses.json', 'document'],
  ['a program', { LICENSE: MIT, 'license.py': FORBIDS }, null, 'license.py', 'document'],
  ['a pointer', { LICENSE: pointer(12_000) }, null, 'LICENSE', 'pointer'],
  ['a pointer to a PDF', { 'LICENSE.pdf': pointer(12_000) }, null, 'LICENSE.pdf', 'pointer'],
  ['a link that leads outside', {}, at => symlinkSync('/etc/hostname', join(at, 'LICENSE')), 'LICENSE', 'link'],
  ['a link that leads nowhere', {}, at => symlinkSync('gone.txt', join(at, 'EULA')), 'EULA', 'link'],
  ['a pipe', {}, at => void execFileSync('mkfifo', [join(at, 'LICENSE')]), 'LICENSE', 'special'],
  [
    'a link to a pipe',
    {},
    at => {
      execFileSync('mkfifo', [join(at, 'pipe')])
      symlinkSync('pipe', join(at, 'LICENSE'))
    },
    'LICENSE',
    'link',
  ],
  ['bytes', { LICENSE: Buffer.from([1, 2, 3, 0, 0, 7, 200, 0, 9]) }, null, 'LICENSE', 'binary'],
  ['UTF-32', { LICENSE: utf32(`${MIT}${FORBIDS}`) }, null, 'LICENSE', 'encoding'],
  [
    'an encoding that is not known',
    { LICENSE: Buffer.from(Array.from({ length: 400 }, (_, at) => (at % 9 === 8 ? 0x20 : 0xb0 + (at % 40)))) },
    null,
    'LICENSE',
    'encoding',
  ],
  ['more than is read', { LICENSE: `${MIT}${' '.repeat(1_100_000)}${FORBIDS}` }, null, 'LICENSE', 'too-large'],
  [
    'a policy of more than is read',
    { 'POLICY.md': `${' '.repeat(1_100_000)}${FORBIDS}` },
    null,
    'POLICY.md',
    'too-large',
  ],
  ['a folder too deep', { [`${deep(30)}/LICENSE`]: QUAY }, null, `${deep(25)}/`, 'too-deep'],
]

const reasonOf = (report: Report) => report.findings.find(({ id }) => id === report.term.because[0])

describe('a legal file that was not wholly read', () => {
  test.each(CASES)('%s: the weights are not proven to be open', async (_, files, put, path, why) => {
    const report = await audit(releaseWith(files, put ?? undefined))
    expect(report.term).toMatchObject({ id: 'undetermined', floor: 'undetermined' })
    expect(report.unread).toContainEqual(expect.objectContaining({ path, why, mayBind: true }))
    // the first reason cites it, and says what would change it
    expect(reasonOf(report)).toMatchObject({ kind: 'legal-file-not-read', cited: [{ path }] })
    expect(reasonOf(report)?.wouldChange).not.toBe('')
    expect(report.term.toMoveUp.join()).toContain('Give the text of')
    // a license of class unknown covers the weights
    const unknown = report.licenses.filter(license => license.class === 'unknown')
    expect(
      unknown.some(({ covers, cited }) => covers.includes('weights') && JSON.stringify(cited).includes(path)),
    ).toBe(true)
  })

  test('without it the same release is proven to be open', async () => {
    const report = await audit(releaseWith({ LICENSE: MIT }))
    expect(report.term).toMatchObject({ floor: 'open-weights-ai' })
    expect(report.unread).toBeUndefined()
  })

  test('a socket', async () => {
    const folder = releaseWith({})
    const server = createServer().listen(join(folder, 'LICENSE'))
    whenTestEnds(() => server.close())
    await new Promise(listening => server.once('listening', listening))
    const report = await audit(folder)
    expect(report.term.floor).toBe('undetermined')
    expect(report.unread).toMatchObject([{ path: 'LICENSE', why: 'special', mayBind: true }])
  })

  test('nothing that is open beside it outvotes it', async () => {
    const files = { 'LICENSE.pdf': '%PDF-1.7', LICENSE: MIT, MODEL_LICENSE: spdx('Apache-2.0'), 'docs/LICENSE': MIT }
    const report = await audit(releaseWith(files))
    expect(report.term).toMatchObject({ floor: 'undetermined' })
  })

  test('does not take away a restriction that was read', async () => {
    const report = await audit(releaseWith({ LICENSE: `${QUAY}${' '.repeat(1_100_000)}The end.` }))
    expect(report.term).toMatchObject({ floor: 'weights-available-ai', ceiling: 'open-weights-ai' })
    expect(report.unread).toMatchObject([{ path: 'LICENSE', why: 'too-large' }])
    expect(report.licenses.some(({ clauses }) => clauses.some(({ kind }) => kind === 'purpose.noncommercial'))).toBe(
      true,
    )
  })

  test('in a folder that no weights lie in is told, and binds nothing', async () => {
    const report = await audit(releaseWith(many(201)))
    expect(report.term.floor).toBe('open-weights-ai')
    expect(report.unread).toContainEqual(
      expect.objectContaining({ path: 'part99/LICENSE', why: 'too-many', mayBind: false }),
    )
  })

  test('that is all there is of a license leaves it unknown, not missing', async () => {
    const files = { 'README.md': '# Heron\n\nHeron is a language model.\n', 'docs/TERMS.pdf': '%PDF-1.7' }
    const report = await audit(releaseWith(files))
    expect(report.term).toMatchObject({ floor: 'undetermined', ceiling: 'open-weights-ai' })
  })

  test('among tens of thousands costs little, and is one of few reasons', async () => {
    const files: Record<string, { kind: 'pointer' }> = {}
    for (let at = 0; at < 30_000; at++) files[`part${at}/LICENSE`] = { kind: 'pointer' }
    const links = Array.from({ length: 20_000 }, (_, at) => `[x](part${at}/LICENSE.md)`).join(' ')
    const release = releaseOf({ files: { ...OPEN, 'README.md': OPEN['README.md'] + links, ...files } })
    const reports: Report[] = []
    await endsWithin(20_000, () => reports.push(judge(release, known)))
    const [report] = reports
    expect(report?.term.floor).toBe('open-weights-ai')
    expect(report?.unread?.length).toBeLessThan(500)
    expect(report?.term.because.length).toBeLessThan(50)
  })

  test('an open name makes nothing open of a text that was not understood', async () => {
    const readme = `${OPEN['README.md']}\nThe weights are under the [MIT License](LICENSE).\n`
    const german =
      'Das Modell darf nur von Vereinen genutzt werden, die am Wattenmeer liegen, und von niemandem sonst. '
    for (const LICENSE of [german.repeat(4), 'VGhlIG1vZGVsIGlzIG5vdCBmb3IgY29tbWVyY2U='])
      expect((await audit(releaseWith({ 'README.md': readme, LICENSE }))).term.floor).toBe('undetermined')
  })

  test('in a commit likewise: a link, a pointer', async () => {
    for (const put of [
      (at: string) => symlinkSync('../outside', join(at, 'LICENSE')),
      (at: string) => symlinkSync('nowhere', join(at, 'AUP.md')),
      (at: string) => writeFileSync(join(at, 'EULA.txt'), pointer(9_000)),
    ]) {
      const folder = repositoryWith(OPEN, 'heron')
      put(folder)
      execFileSync('git', ['-C', folder, 'add', '--all'])
      execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '-qm', 'More'])
      const report = await audit(`${folder}@HEAD`)
      expect(report.term.floor).toBe('undetermined')
      expect(report.unread).toHaveLength(1)
    }
  })
})

describe('at a hub', () => {
  const heron: RepositorySetup = {
    publisher: 'marsh-lab',
    files: { ...OPEN, 'model.safetensors': { size: 4_100_000 }, LICENSE: MIT },
  }

  test.each([
    [503, 'failed'],
    [429, 'failed'],
    [403, 'refused'],
  ] as const)('a %i on LICENSE leaves it unread', async (status, why) => {
    const hub = await aHub({ releases: [heron] })
    expect((await audit('hf:marsh-lab/heron-7b@main')).term.floor).toBe('open-weights-ai')
    const other = { ...heron, name: 'heron-9b' }
    hub.publish(other)
    hub.fail(/resolve\/.*LICENSE/, { status, headers: { 'retry-after': '0' } }, 100)
    const report = await audit('hf:marsh-lab/heron-9b')
    expect(report.term).toMatchObject({ floor: 'undetermined' })
    expect(report.unread).toContainEqual(expect.objectContaining({ path: 'LICENSE', why, mayBind: true }))
    expect(reasonOf(report)?.says).toContain(String(status))
  })

  test('a file shorter than its listing says is unread, and not kept', async () => {
    const hub = await aHub({ releases: [heron] })
    const end = hub.fail(/resolve\/.*LICENSE/, { status: 200, body: MIT.slice(0, 300) }, 100)
    const report = await audit('hf:marsh-lab/heron-7b')
    expect(report.term.floor).toBe('undetermined')
    expect(report.unread).toMatchObject([{ path: 'LICENSE', why: 'short', mayBind: true }])
    end()
    expect((await audit('hf:marsh-lab/heron-7b')).term.floor).toBe('open-weights-ai')
  })

  test('a path too deep is told', async () => {
    await aHub({ releases: [{ ...heron, files: { ...heron.files, [`${deep(30)}/LICENSE`]: QUAY } }] })
    const report = await audit('hf:marsh-lab/heron-7b')
    expect(report.term.floor).toBe('open-weights-ai')
    expect(report.unread).toMatchObject([{ path: `${deep(30)}/LICENSE`, why: 'too-deep', mayBind: false }])
  })
})

describe('what a legal file is', () => {
  test.each([
    'EULA',
    'AUP',
    'COPYRIGHT',
    'COPYING',
    'CONDITIONS',
    'POLICY.md',
    'Terms.txt',
    'Agreement.rst',
    'legal.html',
    'USE_POLICY.md',
    'MODEL_LICENSE',
    'LICENSE-weights.txt',
    'Acceptable-Use-Policy.txt',
    'legal/TERMS.md',
    'weights/EULA.txt',
    `${deep(12)}/LICENSE`,
  ])('%s is read, and what it restricts counts', async path => {
    const report = await audit(releaseWith({ LICENSE: MIT, [path]: `Terms of the weights of Heron\n${FORBIDS}` }))
    expect(report.term).toMatchObject({ floor: 'weights-available-ai' })
    const cited = report.term.because.flatMap(id => report.findings.find(finding => finding.id === id)?.cited ?? [])
    expect(cited.some(citation => 'path' in citation && citation.path === path)).toBe(true)
  })

  test.each([
    'src/license.py',
    'license_check.py',
    'policy.safetensors',
    'policy_network.py',
    'terms.csv',
    'policy/README.md',
    'policy/config.yaml',
    'docs/LICENSE.png',
    'third_party/tern/LICENSE.pdf',
    'node_modules/tern/LICENSE.pdf',
    'vendor/tern/EULA.pdf',
    'examples/chat/deps/tern/AUP.docx',
    'LICENSE-CODE.pdf',
    'DATA_LICENSE.pdf',
  ])('%s does not stand in the way', async path => {
    const report = await audit(releaseWith({ LICENSE: MIT, [path]: '%PDF-1.7 You may not use it for commerce.' }))
    expect(report.term.floor).toBe('open-weights-ai')
  })

  test('a license among code is that of the code, wherever the weights are not', async () => {
    const code = { 'clean/dest/run.py': 'print(1)\n', 'clean/dest/LICENSE.pdf': '%PDF-1.7' }
    const beside = await audit(releaseWith({ LICENSE: MIT, ...code }))
    expect(beside.term.floor).toBe('open-weights-ai')
    expect(beside.unread).toMatchObject([{ path: 'clean/dest/LICENSE.pdf', mayBind: false }])
    const weights = { 'clean/dest/model.safetensors': pointer(4_000_000_000) }
    expect((await audit(releaseWith({ LICENSE: MIT, ...code, ...weights }))).term.floor).toBe('undetermined')
  })

  test('one that says nothing of terms says nothing', async () => {
    const report = await audit(releaseWith({ LICENSE: MIT, COPYRIGHT: 'Copyright 2026 Marsh Lab\n' }))
    expect(report.term.floor).toBe('open-weights-ai')
    const disclaimer = 'Disclaimer\n\nThe model is provided as it is.\n'
    expect((await audit(releaseWith({ LICENSE: MIT, 'DISCLAIMER.md': disclaimer }))).term.floor).toBe('open-weights-ai')
  })

  test('one that forbids in words that nobody knows is not passed over', async () => {
    const words = 'Copyright 2026 Marsh Lab\n\nThe model may not be deployed in a lighthouse.\n'
    expect((await audit(releaseWith({ LICENSE: MIT, COPYRIGHT: words }))).term.floor).not.toBe('open-weights-ai')
    const german = 'Urheberrecht Marsh Lab. Das Modell darf nur von Vereinen genutzt werden, die am Wattenmeer liegen. '
    expect((await audit(releaseWith({ LICENSE: MIT, COPYRIGHT: german.repeat(4) }))).term.floor).not.toBe(
      'open-weights-ai',
    )
  })

  test('terms that nobody has approved are for a person', async () => {
    const report = await audit(releaseWith({ TERMS: MEADOW }))
    expect(report.term.floor).not.toBe('open-weights-ai')
  })

  test('a policy that a document leads to is for its sentences to bind', async () => {
    const readme = `${OPEN['README.md']}\nWhat we hope for is in the [use policy](USE_POLICY.md).\n`
    const report = await audit(releaseWith({ 'README.md': readme, 'USE_POLICY.md': POLICY }))
    expect(report.term.floor).toBe('open-weights-ai')
  })

  test('of several models the one that its name names is doubted', async () => {
    const readme =
      '# Heron\n\n| Model | License |\n|---|---|\n| [Heron-A](https://huggingface.co/marsh-lab/Heron-A) | MIT |\n| [Heron-B](https://huggingface.co/marsh-lab/Heron-B) | Apache-2.0 |\n'
    const folder = folderWith({ 'README.md': readme, 'LICENSE-Heron-B.pdf': '%PDF-1.7' }, 'heron')
    const { models, term } = await audit(folder)
    const floors = Object.fromEntries(models.map(({ name, term }) => [name, term.floor]))
    expect(floors['Heron-A']).toBe('open-weights-ai')
    expect(floors['Heron-B']).toBe('undetermined')
    expect(term.floor).toBe('undetermined')
  })
})

describe('the report', () => {
  const folder = () => releaseWith({ LICENSE: MIT, 'EULA.pdf': '%PDF-1.7', 'third_party/x/LICENSE.pdf': '%PDF-1.7' })

  test('shows what was not read, for a reader and for code scanning', async () => {
    const report = await audit(folder())
    for (const reporter of [terminal, markdown, html]) {
      const shown = reporter.render(report, { names })
      expect(shown).toContain('Legal files not read')
      expect(shown).toContain('EULA')
      expect(shown).toContain('is a PDF')
    }
    const log = JSON.parse(sarif.render(report, { names }))
    const results = log.runs[0].results.filter((one: { ruleId: string }) => one.ruleId === 'legal-file.not-read')
    expect(results).toMatchObject([
      { kind: 'fail', level: 'note', locations: [{ physicalLocation: { artifactLocation: { uri: 'EULA.pdf' } } }] },
      { kind: 'informational' },
    ])
  })

  test('is the same judged again from what was saved', async () => {
    for (const files of [
      { 'EULA.pdf': '%PDF-1.7' },
      { LICENSE: `${MIT}${' '.repeat(1_100_000)}${FORBIDS}` },
      { [`${deep(30)}/LICENSE`]: QUAY },
    ] as const) {
      const release = releaseWith(files)
      const saved = join(dirname(release), 'evidence.json')
      const report = await audit(release, { evidence: saved })
      expect(await audit(saved)).toEqual(report)
      expect(report.unread).toHaveLength(1)
    }
  })

  test('a gate fails with that reason', () => {
    const command = join(import.meta.dirname, '../../../dist/bin/unwash.js')
    const ran = spawnSync(process.execPath, [command, folder(), '--require', 'weights-available-ai'], {
      encoding: 'utf8',
    })
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain('EULA.pdf is a PDF, and was not read')
  })
})
