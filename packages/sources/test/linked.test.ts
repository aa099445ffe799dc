import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Report } from '@unwash/core/report/report'
import { audit } from '@unwash/library/audit'
import { describe, expect, test, vi } from 'vitest'
import { heron, reeds } from '../../../test/hub/releases.ts'
import { folderWith } from '../../../test/release.ts'
import { repositoryWith } from './fixture.ts'
import { aHub } from './hub/fixture.ts'

/** A model whose card names its code and its training data, each at a place of its own. */
const stilt = {
  ...heron,
  name: 'stilt-1b',
  files: {
    ...heron.files,
    'README.md':
      '---\nlicense: apache-2.0\ndatasets:\n  - marsh-lab/reeds\nlibrary_name: transformers\n---\n\n# Stilt 1B\n\nStilt is a language model. Code: https://github.com/marsh-lab/stilt\n',
  },
}

const CODE = {
  LICENSE: 'MIT License\n\nCopyright (c) 2026 Marsh Lab\n',
  'README.md': '# Stilt\n\nThe training code of Stilt.\n',
  'train.py': 'import torch\n',
  'configs/train.yaml': 'lr: 0.001\n',
  'evaluate.py': 'import torch\n',
}

/** Git, by a user whose settings find the code on this disk. */
function codeAt(files: Readonly<Record<string, string>> | null) {
  const folder = files === null ? '/nowhere' : repositoryWith(files)
  const home = folderWith({})
  writeFileSync(
    join(home, '.gitconfig'),
    `[url "${pathToFileURL(folder).href}"]\n  insteadOf = https://github.com/marsh-lab/stilt\n`,
  )
  vi.stubEnv('HOME', home)
}

const componentOf = ({ components }: Report, id: string) => components.find(one => one.id === id)

describe('a model whose card names other places of its publisher', () => {
  test('is judged with its code and its data, each cited at its place', async () => {
    const hub = await aHub({ releases: [stilt, reeds] })
    codeAt(CODE)
    const report = await audit('marsh-lab/stilt-1b')
    const code = 'https://github.com/marsh-lab/stilt'
    const data = `${hub.endpoint}/datasets/marsh-lab/reeds`
    expect(report.release.places).toEqual([`${hub.endpoint}/marsh-lab/stilt-1b`, data, code])
    expect(componentOf(report, 'training-code')).toMatchObject({
      presence: 'released',
      licensing: { concluded: 'mit' },
    })
    expect(componentOf(report, 'training-code')?.cited[0]).toEqual({ path: 'train.py', place: code })
    expect(componentOf(report, 'datasets')).toMatchObject({
      presence: 'released',
      ladder: 'released',
      licensing: { concluded: 'cc-by-4.0' },
    })
    const [, ...theirs] = report.licenses
    expect(
      theirs.map(({ id, covers, cited }) => [id, covers, cited.flatMap(one => ('place' in one ? [one.place] : []))[0]]),
    ).toEqual([
      ['mit', ['training-code', 'evaluation-code'], code],
      ['cc-by-4.0', ['datasets'], data],
    ])
    expect(report.notes.map(({ says }) => says).filter(says => says.startsWith('named here'))).toEqual([])
  })

  test('asks nothing the second time, also offline', async () => {
    const hub = await aHub({ releases: [stilt, reeds] })
    codeAt(CODE)
    const first = await audit('marsh-lab/stilt-1b')
    codeAt(null)
    const asked = hub.requests.length
    const { notes, ...again } = await audit('marsh-lab/stilt-1b', { offline: true })
    expect({ ...again, notes: notes.filter(({ says }) => !says.startsWith('offline')) }).toEqual(first)
    expect(hub.requests).toHaveLength(asked)
  })

  test('is saved with them, and judged again the same', async () => {
    await aHub({ releases: [stilt, reeds] })
    codeAt(CODE)
    const evidence = join(folderWith({}), 'stilt.json')
    const report = await audit('marsh-lab/stilt-1b', { evidence })
    expect(await audit(evidence)).toEqual(report)
  })

  test('is judged without the places that cannot be read, and says so', async () => {
    await aHub({ releases: [stilt] })
    codeAt(null)
    const report = await audit('marsh-lab/stilt-1b')
    expect(report.release.places).toHaveLength(1)
    expect(componentOf(report, 'training-code')?.presence).not.toBe('released')
    const said = report.notes.map(({ says }) => says).filter(says => says.startsWith('named here'))
    expect(said).toHaveLength(3)
    expect(said.join('\n')).toContain('marsh-lab/reeds')
  })

  test('takes no library that serves many models for its own code', async () => {
    await aHub({
      releases: [
        {
          ...stilt,
          files: { ...stilt.files, 'README.md': 'See https://github.com/marsh-lab/stilt' },
          name: 'crake-1b',
        },
      ],
    })
    codeAt({ ...CODE, 'README.md': '# A library\n' })
    const report = await audit('marsh-lab/crake-1b')
    expect(report.release.places).toHaveLength(2)
    expect(componentOf(report, 'training-code')?.presence).not.toBe('released')
  })
})
