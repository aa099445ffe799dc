import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { invalid } from '@unwash/core/error'
import { count } from '@unwash/reporters/words/counts'
import { foundAt } from '@unwash/sources/files/disk'
import type { ListOfTargets, Target, Targets } from './target.ts'

/** A file of names: a target on each line; what follows `#` at the beginning of a line is left out. */
export const names = { accepts, list } satisfies ListOfTargets

function accepts(word: string): boolean {
  return foundAt(word)?.isFile() === true
}

/** a path or an address of any length there is; a longer line is no name */
const NAME_LENGTH = 4_096

async function list(word: string): Promise<Targets> {
  const lines = { name: 0, blank: 0, again: 0, remark: 0 }
  for await (const { is } of read(word)) lines[is] += 1
  const { name: total, blank, again } = lines
  if (total === 0) throw invalid('no names are in', word, 'give a file with a release on each line')
  const notes = [
    ...(blank > 0 ? [`${word}: ${count(blank, 'blank line')} left out`] : []),
    ...(again > 0
      ? [`${word}: ${count(again, 'line')} left out that ${again === 1 ? 'names' : 'name'} a release again`]
      : []),
  ]
  return {
    source: resolve(word),
    total,
    notes,
    each: async function* () {
      for await (const { is, name } of read(word)) if (is === 'name') yield { target: name, facts: {} } satisfies Target
    },
  }
}

interface Line {
  readonly is: 'name' | 'blank' | 'again' | 'remark'
  readonly name: string
}

async function* read(path: string): AsyncIterable<Line> {
  const seen = new Set<string>()
  const file = await open(path)
  let number = 0
  try {
    for await (const line of file.readLines({ encoding: 'utf8' })) {
      number += 1
      const name = line.replace(/^\uFEFF/, '').trim()
      if (name.includes('\0') || name.includes('\uFFFD') || name.length > NAME_LENGTH) {
        const what = `line ${number} is no name of a release in`
        throw invalid(what, path, 'give a text file in UTF-8 with a release on each line')
      }
      if (name === '' || name.startsWith('#')) yield { is: name === '' ? 'blank' : 'remark', name }
      else if (seen.has(name)) yield { is: 'again', name }
      else {
        seen.add(name)
        yield { is: 'name', name }
      }
    }
  } finally {
    await file.close()
  }
}
