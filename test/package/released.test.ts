import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { expect, test } from 'vitest'
import { folderWith } from '../release.ts'

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

test('a release is the same packed twice, with its hash and a bill of what is in it', {
  timeout: 240_000,
}, async () => {
  const out = folderWith({})
  execFileSync(process.execPath, ['scripts/release.mjs', '--built', '--out', out], { stdio: 'pipe' })
  const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
  expect(sums).toHaveLength(2)
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(readFileSync(join(out, name)))
        .digest('hex'),
    ).toBe(sum)
  }
  const bom = readFileSync(join(out, sums[1]?.split('  ')[1] ?? ''), 'utf8')
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bom)).toBeNull()
  const { components } = JSON.parse(bom) as { components: { name: string; properties: { value: string }[] }[] }
  const are = (kind: string) =>
    components.filter(({ properties }) => properties.some(({ value }) => value === kind)).map(({ name }) => name)
  expect(are('installed')).toEqual(expect.arrayContaining(Object.keys(json('package.json').dependencies ?? {})))
  expect(are('bundled')).toEqual(expect.arrayContaining(['commander', 'markdown-it', 'preact']))
})

test('every dependency has one version, and a hash', () => {
  const { dependencies, devDependencies } = json('package.json')
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, at]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(`${at}`),
  )
  expect(loose).toEqual([])
  const { packages } = json('package-lock.json') as { packages: Record<string, { integrity?: string }> }
  expect(
    Object.entries(packages).filter(
      ([path, { integrity }]) => /(?:^|\/)node_modules\/(?!@unwash\/)/.test(path) && !integrity?.startsWith('sha512-'),
    ),
  ).toEqual([])
})

test('the Action installs without the scripts of packages, and who finds a hole is told where to say so', () => {
  const scripts = ['action.yml', 'scripts/install.sh'].map(path => readFileSync(path, 'utf8')).join('\n')
  const installs = [...scripts.matchAll(/npm (?:ci|i|install)\b.*/g)].map(([line]) => line)
  expect(installs).not.toEqual([])
  expect(installs.filter(line => !line.includes('--ignore-scripts'))).toEqual([])
  expect(existsSync('SECURITY.md')).toBe(true)
})
