import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { add, folderWith } from '../../../test/release.ts'
import { gguf } from './bytes.ts'

export { type GgufValue, gguf, safetensors, u32, u64 } from './bytes.ts'

/** Runs git in a folder, with nobody's configuration. */
export const git = (folder: string, ...args: string[]): string => gitGiven('', folder, ...args)

/** The same, with something on its standard input. */
export function gitGiven(input: string, folder: string, ...args: string[]): string {
  const who = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@b.example',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@b.example',
  }
  const env = { ...process.env, ...who, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', ['-C', folder, ...args], {
    env,
    encoding: 'utf8',
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
  }).trim()
}

/** A repository with one commit of these files. */
export function repositoryWith(files: Readonly<Record<string, string | Uint8Array>>, name = 'release'): string {
  const folder = folderWith(files, name)
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message=First')
  return folder
}

/** A repository of two commits: the license changes, and weights come. */
export function twoCommits(): { folder: string; first: string; second: string } {
  const folder = repositoryWith({ LICENSE: 'Old terms.\r\n', 'docs/README.md': 'Hello' })
  git(folder, 'config', 'core.autocrlf', 'false')
  git(folder, 'tag', 'v1')
  const first = git(folder, 'rev-parse', 'HEAD')
  add(folder, {
    LICENSE: `${'New terms. '.repeat(60)}\r\n`,
    'w/LICENSE-MODEL': 'Weights terms.',
    'w/model.safetensors': pointer(7_000_000_000),
    'w/small.gguf': Buffer.concat([gguf({ 'general.license': 'x-1' }, [[4]]), Buffer.alloc(50_000, 'w')]),
  })
  symlinkSync('docs/README.md', join(folder, 'README.md'))
  symlinkSync('../../outside', join(folder, 'NOTICE'))
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message=Second')
  git(folder, 'config', 'uploadpack.allowFilter', 'true')
  return { folder, first, second: git(folder, 'rev-parse', 'HEAD') }
}

/** A Git LFS pointer for a file of so many bytes. */
export function pointer(size: number): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${'0b'.repeat(32)}\nsize ${size}\n`
}
