// Agreement with the European Open Source AI Index on the systems whose releases the corpus has.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Dimensions of the index that a release shows by itself. */
export const DIMENSIONS = [
  'weights_basemodel',
  'weights_endmodel',
  'datasources_basemodel',
  'datasources_endmodel',
  'trainingcode',
  'licenses',
]
const LEVELS = ['open', 'partial', 'closed']

/** Prints, by dimension, how many of the index's judgements ours agree with, and how many of ours are not decided. */
export function compareIndex(folder, results) {
  const truth = join(folder, 'osai_truth.tsv')
  const map = join(folder, 'osai_hf_map.tsv')
  if (!existsSync(truth) || !existsSync(map)) {
    console.log(`\nno table of the European Open Source AI Index at ${folder}: nothing to measure`)
    return
  }
  const places = new Map(readTable(map).map(row => [row.file, row]))
  const pairs = readTable(truth).flatMap(system => {
    const place = places.get(system.file)
    const found =
      place && results.find(({ row, report }) => report && row.g7_term !== 'no-model' && isOf(row.dir, place))
    return found ? [{ system, ...found }] : []
  })
  console.log(`\nEuropean Open Source AI Index, ${pairs.length} of its systems in the corpus`)
  console.log(['dimension', 'agrees', 'of decided', 'not decided'].map(pad).join(''))
  for (const dimension of DIMENSIONS) {
    const judged = pairs.filter(({ system }) => LEVELS.includes(system[dimension]))
    const decided = judged.filter(one => levelOf(one.report, dimension) !== undefined)
    const agrees = decided.filter(one => levelOf(one.report, dimension) === one.system[dimension])
    const share = decided.length === 0 ? '-' : `${Math.round((100 * agrees.length) / decided.length)} %`
    const note = dimension === 'licenses' ? '   (known to be unreliable in the index)' : ''
    console.log(
      [dimension, `${agrees.length} (${share})`, decided.length, judged.length - decided.length].map(pad).join('') +
        note,
    )
    if (process.env.SHOW_INDEX)
      for (const one of judged.filter(one => levelOf(one.report, dimension) !== one.system[dimension]))
        console.log(`  ${one.row.dir}: index ${one.system[dimension]}, unwash ${sayOf(one.report, dimension)}`)
  }
}

/** The very model, or a code repository of the system that carries its name. */
export function isOf(dir, { file, endmodelname, hf_endmodel, github_repos }) {
  const [host, id = ''] = dir.split('/')
  const name = id.replace('__', '/').toLowerCase()
  if (host === 'hf') return name === hf_endmodel.toLowerCase()
  if (!github_repos.toLowerCase().split(' ').includes(name)) return false
  const repository = plain(name.split('/')[1] ?? '')
  return [file, endmodelname].some(called => {
    const [first = ''] = called.split(/[\s-]+\d|[\s-]+(?=[A-Z])|\d/)
    return plain(first).length > 2 && repository.startsWith(plain(first))
  })
}

const plain = text => text.toLowerCase().replace(/[^a-z0-9]/g, '')
const rowOf = (report, dimension) =>
  report.evaluations
    .find(({ framework }) => framework === 'osai-index')
    ?.requirements.find(({ id }) => id === `OSAI-${dimension.replace('_', '-')}`)
export const levelOf = (report, dimension) => rowOf(report, dimension)?.level
export const sayOf = (report, dimension) => {
  const row = rowOf(report, dimension)
  return `${row?.level ?? row?.answer}: ${row?.because}`
}
const pad = (value, at) => (at === 0 ? String(value).padEnd(24) : String(value).padStart(14))

/** The rows of a table of tab-separated values. */
export function readTable(path) {
  const [head = '', ...lines] = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  const names = head.split('\t')
  return lines.map(text => {
    const values = text.split('\t')
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))
  })
}
