import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readSmall } from '../files/head.ts'
import type { GitPlace } from './place.ts'
import { copyPlainFiles, plainFilesIn } from './plain.ts'

/** packed names of the largest repositories are a few megabytes */
const PACKED_BYTES = 8 * 1024 * 1024

/** heads that git keeps beside HEAD */
const HEADS = ['FETCH_HEAD', 'ORIG_HEAD', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD']

/** a commit, or the name that stands for one */
const VALUE = /^(?:[0-9a-f]{64}|[0-9a-f]{40}|ref: (refs\/\S{1,500}))/

/** how git lets nobody write a name, so that one like it is made up */
const NO_NAME = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[./]$/

/** What HEAD or another head holds; null where it is not there or none. */
export async function headOf(git: string, name: string): Promise<string | null> {
  const [value, target = ''] = VALUE.exec((await readSmall(join(git, name), 1024)) ?? '') ?? []
  return value === undefined || NO_NAME.test(target) ? null : value
}

/** Writes the branches, tags and heads of a repository into another; with `records` those of where they were, too. */
export async function writeNames({ git, common }: GitPlace, to: string, records: boolean): Promise<void> {
  for (const name of HEADS) {
    const head = await headOf(git, name)
    if (head !== null) await writeFile(join(to, name), `${head}\n`)
  }
  const values = new Map(packedIn((await readSmall(join(common, 'packed-refs'), PACKED_BYTES)) ?? ''))
  const loose = (await plainFilesIn(join(common, 'refs'))).paths.map(path => `refs/${path}`)
  for (const name of loose.filter(one => !NO_NAME.test(one))) {
    const value = await headOf(common, name)
    if (value?.startsWith('ref: ')) {
      values.delete(name)
      await mkdir(dirname(join(to, name)), { recursive: true })
      await writeFile(join(to, name), `${value}\n`)
    } else if (value !== null) values.set(name, value)
  }
  await writeFile(join(to, 'packed-refs'), [...values].map(([name, hash]) => `${hash} ${name}\n`).join(''))
  await copyPlainFiles(join(common, 'reftable'), join(to, 'reftable'))
  if (!records) return
  await copyPlainFiles(join(common, 'logs'), join(to, 'logs'))
  // a worktree has a HEAD of its own
  if (git !== common) await copyPlainFiles(join(git, 'logs'), join(to, 'logs'))
}

function packedIn(text: string): [string, string][] {
  return text.split('\n').flatMap((line): [string, string][] => {
    const [, hash, name] = /^([0-9a-f]{64}|[0-9a-f]{40}) (refs\/\S{1,500})$/.exec(line) ?? []
    return hash === undefined || name === undefined || NO_NAME.test(name) ? [] : [[name, hash]]
  })
}
