import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { TERMS } from '@unwash/core/report/vocabulary'
import { build } from 'esbuild'
import { build as buildPage } from 'vite'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'

/** a program somewhere else, in which this package is installed */
const folder = folderWith({})
mkdirSync(join(folder, 'node_modules'))
symlinkSync(resolve('.'), join(folder, 'node_modules/unwash'))
symlinkSync(resolve('examples'), join(folder, 'examples'))
mkdirSync(join(folder, 'app'))
writeFileSync(join(folder, 'app/app.py'), 'AutoModel.from_pretrained("Qwen/Qwen2.5-7B")\n')
writeFileSync(join(folder, 'package.json'), '{"type": "module", "private": true}')

const run = (file: string) =>
  execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8', env: { ...process.env, HF_HOME: folder } })

describe('docs/api.md', () => {
  const blocks = [...readFileSync('docs/api.md', 'utf8').matchAll(/```ts\n(import [\s\S]*?)```/g)].map(
    ([, code = '']) => code,
  )
  test.each(blocks.map(code => [/import \{ ([^}]+) \}/.exec(code)?.[1] ?? '', code]))(
    '%s does what it says',
    (name, code) => {
      const file = `${name.replaceAll(/\W+/g, '-')}.mjs`
      writeFileSync(join(folder, file), code)
      const says = [...code.matchAll(/\) \/\/ (.+)$/gm)].map(([, words]) => words).join(' ')
      expect(says).not.toBe('')
      expect(run(file).trim().split('\n').join(' ')).toBe(says)
    },
  )
})

test('the words alone are bundled small, and need nothing of a machine', async () => {
  writeFileSync(
    join(folder, 'words.js'),
    "import { reaches, TERMS } from 'unwash/terms'\nconsole.log(TERMS.filter(one => reaches(one, 'open-weights-ai')).join())\n",
  )
  const outfile = join(folder, 'words.bundle.mjs')
  await build({
    entryPoints: [join(folder, 'words.js')],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    minify: true,
    logLevel: 'silent',
  })
  const code = readFileSync(outfile, 'utf8')
  expect(code.length).toBeLessThan(2_000)
  expect(code).not.toMatch(/node:|require\(|process\./)
  expect(run('words.bundle.mjs').trim()).toBe(TERMS.slice(0, 3).join())
})

test('a page of Vite takes the words', async () => {
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>a</title><script type="module" src="./page.js"></script>',
  )
  writeFileSync(
    join(folder, 'page.js'),
    "import { LICENSE_CLASSES } from 'unwash/terms'\ndocument.title = LICENSE_CLASSES.join()\n",
  )
  await buildPage({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { outDir: 'site', modulePreload: false },
  })
  const [, script = ''] = /src="\/(assets\/[^"]+)"/.exec(readFileSync(join(folder, 'site/index.html'), 'utf8')) ?? []
  expect(readFileSync(join(folder, 'site', script), 'utf8')).toContain('community-restricted')
})

test('a program that the library is bundled into finds what it knows where the package is installed', async () => {
  writeFileSync(
    join(folder, 'program.js'),
    "import { audit, auditAll } from 'unwash'\nconsole.log((await audit('examples/lumen-7b')).unwash.version)\nfor await (const one of auditAll(['examples/teal-1b'])) console.log(one.report.term.id)\n",
  )
  const external = ['@duckdb/node-api', 'pg', 'pg-boss', 'unpdf']
  mkdirSync(join(folder, 'out'))
  await build({
    entryPoints: [join(folder, 'program.js')],
    outfile: join(folder, 'out/program.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external,
    logLevel: 'silent',
  })
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(run('out/program.mjs').trim().split('\n')).toEqual([version, 'weights-available-ai'])
})

test.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('the types hold by themselves: module %s, resolution %s', (module, moduleResolution) => {
  writeFileSync(
    join(folder, 'types.mts'),
    `import { type Audited, audit, type Citation, type Clause, type License, type ProjectReport, type Report, UnwashError } from 'unwash'
import { reaches, type TermId } from 'unwash/terms'
const report: Report = await audit({ files: { 'README.md': '' } }, { use: { actions: ['eu'] }, progress: ({ says }) => says })
const term: TermId = report.term.floor
const license: License | undefined = report.licenses[0]
const clause: Clause | undefined = license?.clauses[0]
const cited: Citation | undefined = clause?.cited[0]
// @ts-expect-error a term is none of these words
reaches(term, 'open')
export const used = ({ used }: ProjectReport) => used.map(one => one.audited.term)
export const code = (one: Audited) => ('error' in one && one.error instanceof UnwashError ? one.error.code : cited)
`,
  )
  const options = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    module,
    moduleResolution,
    target: 'es2022',
    lib: ['es2023', 'dom'],
    types: [],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['types.mts'] }))
  const tsc = resolve('node_modules/typescript/bin/tsc')
  let said = ''
  try {
    execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  } catch (error) {
    said = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
  expect(said).toBe('')
})
