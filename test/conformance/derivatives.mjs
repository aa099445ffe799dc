// What npm run corpus prints of a folder of derivatives: cards of quantizations, adapters and merges, each read as a
// release of one file, against the verdict of a reader where that is plain.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from '@unwash/core/judge'
import { open } from '@unwash/sources/index'

/** The plain verdicts of a reader, and how the terms stand to the base where one agrees. */
const PLAIN = [
  { word: 'consistent', says: /^consistent\b/, stands: ['same', 'narrower', 'both-open'], conflict: false },
  { word: 'LAUNDERING', says: /^LAUNDERING:/, stands: ['wider'], conflict: true },
  { word: 'DROPPED', says: /\bDROPPED\b/, stands: ['missing', 'wider'], conflict: true },
  { word: 'NARROWING', says: /^NARROWING from/, stands: ['narrower'], conflict: false },
  { word: 'unknown', says: /^unknown\b/, stands: ['unknown'], conflict: false },
]
/** the worst of several steps is the one that a reader speaks of */
const WORST = ['incompatible', 'wider', 'missing', 'unknown', 'narrower', 'same', 'both-open']

/** Prints how many plain verdicts agree, and each that does not. */
export async function compareDerivatives(folder, expanded, known) {
  const index = join(folder, 'INDEX.tsv')
  if (!existsSync(index)) {
    console.log(`\nno derivatives at ${folder}: nothing to compare`)
    return
  }
  const rows = readFileSync(index, 'utf8').split('\n').slice(1).filter(Boolean)
  const counts = new Map(PLAIN.map(({ word }) => [word, { agree: 0, conflicts: 0, all: 0 }]))
  const apart = []
  const others = []
  for (const row of rows) {
    const [file, , name, relation, said] = row.split('\t')
    const verdict = said.replace(/^"|"$/g, '')
    const plain = relation === 'base' ? undefined : PLAIN.find(({ says }) => says.test(verdict))
    const report = await read(join(folder, file), name, expanded, known)
    const steps = report.lineage.map(({ model, stands, license }) => `${model} ${stands} (${license})`)
    const stands = WORST.find(word => report.lineage.some(step => step.stands === word)) ?? 'no base'
    const conflicts = report.conflicts.filter(({ kind }) => kind.startsWith('lineage'))
    const ours = `${stands}${conflicts.length > 0 ? `, ${conflicts.map(({ kind }) => kind).join(', ')}` : ''} [${steps.slice(0, 3).join('; ')}]`
    if (!plain) {
      others.push(`${file}: reader "${verdict}" — unwash ${ours}`)
      continue
    }
    const count = counts.get(plain.word)
    count.all++
    const agrees = plain.stands.includes(stands)
    if (agrees) count.agree++
    if (conflicts.length > 0 === plain.conflict) count.conflicts++
    if (!agrees || conflicts.length > 0 !== plain.conflict) apart.push(`${file}: reader "${verdict}" — unwash ${ours}`)
  }
  const sum = part => [...counts.values()].reduce((all, count) => all + count[part], 0)
  console.log(
    `\nderivatives: ${rows.length} cards, ${sum('all')} with a plain verdict; standing agrees ${sum('agree')} of ${sum('all')}, conflict or none agrees ${sum('conflicts')} of ${sum('all')}`,
  )
  for (const [word, { agree, conflicts, all }] of counts)
    console.log(`  ${word.padEnd(12)} standing ${agree} of ${all}, conflict or none ${conflicts} of ${all}`)
  console.log(`  apart: ${apart.length}`)
  for (const one of apart) console.log(`    ${one}`)
  if (process.env.SHOW_DERIVATIVES) for (const one of others) console.log(`    not plain: ${one}`)
}

/** A card as a release of one file, called as the reader could name it. */
async function read(file, name, expanded, known) {
  const [publisher = '', model = ''] = name.split('/')
  const called = /^\(/.test(publisher) ? model : name
  const target = join(expanded, 'derivatives', called.replace('/', '__').replace(/[()]/g, ''))
  mkdirSync(target, { recursive: true })
  copyFileSync(file, join(target, 'README.md'))
  return judge(await open(target, { name: called }), known)
}
