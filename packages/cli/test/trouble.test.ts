import { execFile, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, openSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import packed from '../../../package.json' with { type: 'json' }
import { folderWith } from '../../../test/release.ts'
import { troubleOf } from '../src/main.ts'
import { run, runBuilt } from './golden.ts'

const LUMEN = resolve('examples/lumen-7b')
const BUG = 'This is a bug'

function folder(): string {
  const made = folderWith({})
  return made
}

/** Runs the command where no file may be larger than so many blocks of 512 bytes, which is a full disk to it. */
function confined(blocks: number, args: readonly string[]) {
  const words = [process.execPath, 'dist/bin/unwash.js', ...args].map(word => `'${word}'`).join(' ')
  return new Promise<{ code: number; stderr: string }>(done => {
    execFile('sh', ['-c', `ulimit -f ${blocks}; ${words}`], (error, _, stderr) =>
      done({ code: error ? Number(error.code) : 0, stderr }),
    )
  })
}

describe('an installation without the program of its database', () => {
  /** The packages are there, but for the one that is made for this machine. */
  function installed(): string {
    const at = folder()
    cpSync('dist/bin', join(at, 'dist/bin'), { recursive: true })
    for (const name of ['dist/data', 'knowledge', 'package.json']) symlinkSync(resolve(name), join(at, name))
    mkdirSync(join(at, 'node_modules/@duckdb'), { recursive: true })
    for (const name of ['node-api', 'node-bindings'])
      cpSync(join('node_modules/@duckdb', name), join(at, 'node_modules/@duckdb', name), { recursive: true })
    for (const name of readdirSync('node_modules'))
      if (name !== '@duckdb') symlinkSync(resolve('node_modules', name), join(at, 'node_modules', name))
    return join(at, 'dist/bin/unwash.js')
  }

  test('is told once, with what to do, and never with the code of a gate that is not met', async () => {
    const command = installed()
    const { stdout, stderr, code } = await runBuilt(
      ['survey', 'examples', '--store', join(folder(), 'x.duckdb')],
      {},
      { command },
    )
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/a part of the installation is missing .*@duckdb\/node-bindings-.*install unwash again/)
    // what needs no database works
    expect((await runBuilt(['explain', 'mit'], {}, { command })).code).toBe(0)
  })
})

test.each(Object.keys(packed.peerDependencies).filter(name => name !== 'unpdf'))(
  '%s is asked for by name where it is not installed',
  name => {
    const missing = `needs? a package that is not installed, "${name}": run npm install ${name} `
    const load = createRequire(join(folder(), 'alone.js'))
    expect(() => {
      try {
        load(name)
      } catch (error) {
        throw troubleOf(error)
      }
    }).toThrow(new RegExp(missing))
  },
)

describe('a full disk', () => {
  test.skipIf(!existsSync('/dev/full'))('under the output is told, with exit code 2', () => {
    const { status, stderr } = spawnSync(process.execPath, ['dist/bin/unwash.js', 'explain', 'mit'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stderr).toBe('unwash: no room is left for "the output": make room on its disk, or name another\n')
  })

  test.skipIf(process.platform === 'win32')('under what is written is told, and is no bug', async () => {
    const at = folder()
    const store = join(at, 'x.duckdb')
    expect((await runBuilt(['survey', 'examples', '--store', store, '--progress', 'none'])).code).toBe(0)
    for (const [blocks, args] of [
      [20, ['site', join(at, 'site'), LUMEN]],
      [1, ['survey', 'report', store, '--out', join(at, 'report')]],
      [1, ['survey', 'export', store, '--out', join(at, 'tables')]],
      [200, ['survey', 'examples', '--store', join(at, 'y.duckdb'), '--progress', 'none']],
      [1, [LUMEN, '--evidence', join(at, 'evidence.json')]],
    ] as const) {
      const { code, stderr } = await confined(blocks, args)
      expect({ args, code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/room/) })
      expect(stderr).not.toContain(BUG)
    }
  })
})

test('a name that is no UTF-8 costs its file, and is no bug', async () => {
  const at = folder()
  writeFileSync(join(at, 'LICENSE'), 'You may use, copy, modify and share this for any purpose.\n')
  try {
    writeFileSync(Buffer.concat([Buffer.from(join(at, 'LICENSE-')), Buffer.from([0xff])]), 'a')
  } catch {
    // this disk has no such names
    return
  }
  const { stdout, stderr } = await run(['license', at])
  expect(stderr).not.toContain(BUG)
  expect(stdout).toContain('was not read')
})

describe('trouble of the machine', () => {
  const failed = (code: string, more = {}) => Object.assign(new Error(`${code}: it did not work`), { code, ...more })

  test.each(['EACCES', 'EROFS', 'ENOSPC', 'EDQUOT', 'EMFILE', 'EISDIR', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EIO'])(
    '%s names the place and what to do',
    code => {
      expect(troubleOf(failed(code, { path: '/a/place' }))).toMatchObject({
        name: 'UnwashError',
        message: expect.stringContaining('"/a/place": '),
      })
    },
  )

  test('is what a database says of itself', () => {
    const dropped = failed('42P01', { severity: 'ERROR', message: 'relation "releases" does not exist' })
    expect(troubleOf(dropped)).toMatchObject({
      message:
        'the database does not do what is asked: "relation "releases" does not exist (42P01)": look at the database',
    })
  })

  test.each([new TypeError('x is not a function'), new Error('no'), failed('ERR_INVALID_ARG_TYPE'), 'a word'])(
    '%s is none: it stays a bug',
    error => {
      expect(troubleOf(error)).toBe(error)
    },
  )
})
