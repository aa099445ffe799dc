import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundleCommand, bundlePages } from '../scripts/bundle.mjs'

/** The notices that the build made, by the package and version that each begins with. */
function notices(file: string): ReadonlyMap<string, string> {
  const [, ...sections] = readFileSync(file, 'utf8').split(/^## /m)
  return new Map(sections.map(section => [/^\S+ \S+/.exec(section)?.[0] ?? '', section]))
}

/** What is bundled, as `name version`. */
function packagesIn(paths: ReadonlySet<string>): readonly string[] {
  const folders = [...paths].flatMap(path => {
    const at = path.lastIndexOf('node_modules/')
    if (at < 0) return []
    const steps = path.slice(at + 'node_modules/'.length).split('/')
    return `${path.slice(0, at)}node_modules/${steps.slice(0, steps[0]?.startsWith('@') ? 2 : 1).join('/')}`
  })
  return [...new Set(folders)].map(folder => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    return `${name} ${version}`
  })
}

describe('the notices of others’ work', () => {
  let command: readonly string[]
  let pages: readonly string[]
  beforeAll(async () => {
    // bundled once more and written nowhere: what is really in them decides
    command = packagesIn(await bundleCommand({ write: false }))
    pages = packagesIn(await bundlePages({ write: false }))
  })

  test('name every package that is bundled, in the command and in the pages', () => {
    expect(command.length).toBeGreaterThan(20)
    expect(pages.length).toBeGreaterThan(10)
    const all = notices('dist/third-party-notices.md')
    expect([...command, ...pages].filter(one => !all.has(one))).toEqual([])
    const beside = notices('dist/assets/licenses.md')
    expect(pages.filter(one => !beside.has(one))).toEqual([])
    expect(beside.size).toBe(new Set(pages).size)
  })

  test('hold the text of each license, and of what is within a package', () => {
    for (const [name, section] of notices('dist/third-party-notices.md')) {
      expect(section, name).toMatch(
        /permission|redistribution|public domain|waive|licensed|"AS IS"|grants? (?:you|to)/i,
      )
      expect(section.length, name).toBeGreaterThan(600)
      expect(section, name).not.toContain('<copyright holders>')
    }
    const pdf = [...notices('dist/assets/licenses.md')].find(([name]) => name.startsWith('unpdf '))?.[1]
    expect(pdf).toMatch(/with pdf\.js by Mozilla \(Apache-2\.0\):[\s\S]+TERMS AND CONDITIONS FOR USE/)
  })
})
