import { judge } from '@unwash/core/judge'
import type { Release } from '@unwash/core/release/release'
import { calledName } from '@unwash/reporters/words/counts'
import { open } from '@unwash/sources/index'
import { nameOfSlug, slugOf } from '@unwash/web/addresses'
import { memoryShelf } from '@unwash/web/server/shelf'
import { describe, expect, test } from 'vitest'
import { spdx } from '../../packages/core/test/texts.ts'
import { known, TODAY, WEIGHTS } from '../judged.ts'
import { folderWith, type ReleaseSetup, releaseOf } from '../release.ts'

/** A family of models of which everything is open, by dated facts of the knowledge itself. */
const { account, model } = (() => {
  for (const { organizations, versions } of known.knowledge.models)
    for (const { matches, openCode, openData, source } of versions)
      for (const match of matches)
        if (openCode && openData && source && organizations[0] && !/[*/]/.test(match))
          return { account: organizations[0], model: match }
  throw new Error('no model of the knowledge is open by a fact with a source')
})()

const got = (
  from: Pick<Release, 'source' | 'place'> & { readonly named?: true },
  more: ReleaseSetup = {},
): Release => ({
  ...releaseOf({ name: model, publisher: account, named: false, files: FILES, ...more }),
  ...from,
})
const FILES = { ...WEIGHTS, 'README.md': '---\nlicense: apache-2.0\n---\n\n# Model\n', LICENSE: spdx('Apache-2.0') }
const credits = (release: Release) =>
  judge(release, known, TODAY).components.some(
    ({ id, cited }) => id === 'training-code' && cited.some(one => 'fact' in one),
  )

describe('what is known of a model is credited', () => {
  test.each<[string, Parameters<typeof got>[0]]>([
    ['to an account at the hub', { source: 'hub', place: `https://huggingface.co/${account}/${model}` }],
    ['to an account at a known host of code', { source: 'git', place: `https://github.com/${account}/${model}` }],
    ['to a clone over ssh', { source: 'git', place: `git@github.com:${account}/${model}.git` }],
    ['to what whoever asks calls so', { source: 'folder', place: './download', named: true }],
  ])('%s', (_, from) => expect(credits(got(from))).toBe(true))

  test.each<[string, Parameters<typeof got>[0]]>([
    ["not to a folder's name", { source: 'folder', place: `./${account}--${model}` }],
    ['not to a host that nobody knows', { source: 'git', place: `https://git.example/${account}/${model}` }],
    ['not to a host that is called alike', { source: 'git', place: `https://github.com.example/${account}/${model}` }],
    [
      'not to the user name in an address',
      { source: 'git', place: `https://github.com@git.example/${account}/${model}` },
    ],
    ['not to another port of a host', { source: 'git', place: `https://github.com:8443/${account}/${model}` }],
    ['not without encryption', { source: 'git', place: `http://github.com/${account}/${model}` }],
    ['not to another account', { source: 'git', place: `https://github.com/${account}-fans/${model}` }],
    [
      'not to a registry that anybody runs',
      { source: 'registry', place: `https://models.example/${account}/${model}` },
    ],
  ])('%s', (_, from) => expect(credits(got(from))).toBe(false))
})

test('a name that is given with a release is one that whoever asks says', async () => {
  const folder = folderWith({ LICENSE: spdx('MIT') })
  expect(await open(folder, { name: `${account}/${model}` })).toMatchObject({ publisher: account, named: true })
  expect(await open(folder)).not.toHaveProperty('named')
})

describe('a page is of the place that was read', () => {
  const at = (source: Release['source'], place: string, publisher: string | null = 'marsh') =>
    got({ source, place }, { name: 'egret', publisher })
  const PLACES: readonly (readonly [Release, string])[] = [
    [at('hub', 'https://huggingface.co/marsh/egret'), 'marsh/egret'],
    [at('hub', 'https://huggingface.co/datasets/marsh/egret'), 'datasets/marsh/egret'],
    [at('git', 'https://github.com/marsh/egret@v1'), 'github.com/marsh/egret'],
    [at('git', 'https://gitlab.com/good/marsh/egret'), 'gitlab.com/good/marsh/egret'],
    [at('git', 'https://git.example/marsh/egret.git', null), 'git.example/marsh/egret'],
    [at('git', 'http://127.0.0.1:8080/marsh/egret', null), '127.0.0.1:8080/marsh/egret'],
    [at('registry', 'https://models.example/marsh/a/egret'), 'models.example/marsh/a/egret'],
    [at('folder', 'path:good/marsh--egret'), '_/good/marsh--egret'],
    [at('folder', 'path:evil/marsh--egret'), '_/evil/marsh--egret'],
    [at('folder', 'path:evil~marsh--egret'), 'evil~marsh--egret'],
    [at('folder', 'path:marsh/egret'), '_/marsh/egret'],
    [at('folder', 'path:./marsh--egret'), 'marsh--egret'],
  ]

  test('each has a name and an address of its own, which lead back to one another', () => {
    const names = PLACES.map(([release]) => calledName(judge(release, known, TODAY)))
    expect(names).toEqual(PLACES.map(([, name]) => name))
    expect(new Set(names.map(slugOf)).size).toBe(names.length)
    for (const name of names) {
      const [publisher = '', rest = ''] = slugOf(name).split('/').map(decodeURIComponent)
      expect(nameOfSlug(publisher, rest)).toBe(name)
    }
  })

  test('a stranger replaces nothing', async () => {
    const shelf = memoryShelf()
    for (const [release] of PLACES.toReversed())
      await shelf.put({
        run: 'r',
        target: release.place,
        report: judge(release, known, TODAY),
        evidence: null,
        facts: {},
      })
    const again = got({ source: 'folder', place: 'path:evil/marsh--egret' }, { files: WEIGHTS, publisher: 'marsh' })
    await shelf.put({ run: 'r', target: 'x', report: judge(again, known, TODAY), evidence: null, facts: {} })
    for (const [release, name] of PLACES)
      expect((await shelf.report(name))?.report.release.places).toEqual([release.place])
    expect((await shelf.report('_/good/marsh--egret'))?.report.term.floor).toBe('open-weights-ai')
    expect((await shelf.report('_/evil/marsh--egret'))?.report.term.floor).toBe('unlicensed-weights')
    expect((await shelf.find({})).total).toBe(PLACES.length)
  })
})
