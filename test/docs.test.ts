import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const pages = ['CONTRIBUTING.md', 'README.md', ...readdirSync('docs').map(name => `docs/${name}`)]

const NAMED_IN_COMMENT = /(?<![\w./])(?:src|test|knowledge|scripts|docs)\/[\w./-]+(?![\w./-]|<)/g

describe('pages for people', () => {
  test.each(pages)('%s names files and folders that are there', page => {
    const text = readFileSync(page, 'utf8')
    const named = [...text.matchAll(/`((?:src|test|knowledge|scripts|examples)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    )
    const pagesNamed = [...text.matchAll(/\bdocs\/[\w-]+\.md\b/g)].map(([path]) => path)
    expect([...named, ...pagesNamed].filter(path => !existsSync(path))).toEqual([])
  })

  test('comments of knowledge name files and folders that are there', () => {
    const files = readdirSync('knowledge', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yml'))
    const named = files.flatMap(file =>
      readFileSync(`knowledge/${file}`, 'utf8')
        .split('\n')
        .flatMap(line => [...(/(?:^|\s)#.*/.exec(line)?.[0].matchAll(NAMED_IN_COMMENT) ?? [])])
        .map(([path]) => path.replace(/[.,]$/, '')),
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(path => !existsSync(path))).toEqual([])
  })

  test('the page on the rooms says what each file at the root of knowledge holds', () => {
    const rows = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `([\w-]+\.(?:yml|bin))` \| /gm)]
    const files = readdirSync('knowledge').filter(name => name.includes('.'))
    expect(rows.map(([, name]) => name).toSorted()).toEqual(files.toSorted())
  })

  test('the page on reading names files of the rooms it speaks of', () => {
    const text = readFileSync('docs/how-it-reads.md', 'utf8')
    const bare = [...text.matchAll(/`([\w-]+\.ts)`/g)].map(([, name = '']) => name)
    const there = ['terms', 'terms/statements', 'verdict', 'licenses/account', 'licenses', 'claims']
    expect(bare.length).toBeGreaterThan(8)
    expect(bare.filter(name => !there.some(room => existsSync(`packages/core/src/${room}/${name}`)))).toEqual([])
  })

  // whoever takes a name at a registry, or moves a tag, would run at every reader's
  test.each([...pages, 'action.yml', 'SECURITY.md'])(
    '%s runs no package of our name from a registry, nor a tag',
    page => {
      const text = readFileSync(page, 'utf8')
      const run = /\bnpx (?:-y |--yes )?unwash\b|\bnpm (?:i|install)\b[^\n`]*? unwash\b|"-y", "unwash"/
      expect(run.exec(text)?.[0]).toBe(undefined)
      const moving = [...text.matchAll(/\b(?:uses|rev): *([^\s#]+)/g)].filter(
        ([, at = '']) => !/(?:^|@)(?:COMMIT|[0-9a-f]{40})$|^\.\//.test(at),
      )
      expect(moving.map(([line]) => line)).toEqual([])
    },
  )
})
