// node test/conformance/fresh.mjs <folder> [--half kept|read] [--show]: audits the public repositories of fresh.tsv that lie in a
// folder as OWNER__NAME, each at its commit, and prints how far the terms agree with what was labelled before the first run.
// Rows whose sha256(repo) begins with an even digit are kept: they are counted and never named, so that nobody tunes to them.
import { resolve } from 'node:path'
import { loadKnown } from '@unwash/library/known'
import { halfOf, reportOf, rowsOf } from './labelled.mjs'
import { isUpward } from './upward.mjs'

const folder = resolve(process.argv[2] ?? '.')
const only = process.argv.includes('--half') ? process.argv[process.argv.indexOf('--half') + 1] : null
const known = await loadKnown()

const tally = {}
for (const row of rowsOf('fresh.tsv')) {
  const half = halfOf(row.repo)
  if (only && half !== only) continue
  const report = await reportOf(row.repo, folder, known)
  if (report === null) continue
  tally[half] = tally[half] ?? {
    rows: 0,
    sure: 0,
    right: 0,
    acceptable: 0,
    upward: 0,
    undetermined: 0,
    conflict: 0,
    found: 0,
    alarmed: 0,
  }
  const counts = tally[half]
  const { id, floor } = report.term
  const sure = row.confidence === 'sure'
  const isRight = id === row.term
  const isUp = sure && isUpward(row.term, floor)
  const disputes = report.conflicts.length > 0
  counts.rows++
  counts.sure += sure
  counts.right += sure && isRight
  counts.acceptable += row.acceptable.split('|').includes(id)
  counts.upward += isUp
  counts.undetermined += id === 'undetermined'
  counts.conflict += row.conflict === 'yes'
  counts.found += row.conflict === 'yes' && disputes
  counts.alarmed += row.conflict === 'no' && disputes
  const isFine = sure ? isRight && !isUp : row.acceptable.split('|').includes(id)
  if (process.argv.includes('--show') && half === 'read' && !(isFine && (row.conflict === 'yes') === disputes)) {
    console.log(
      `\n${row.repo}\n  label: ${row.term} (${row.confidence}; ${row.acceptable}) ${row.weights_license}; conflict ${row.conflict}`,
    )
    console.log(`  ${row.note}\n  unwash: ${id} (floor ${floor}, ${report.term.basis})${isUp ? ' UPWARD' : ''}`)
    for (const { says } of report.findings.filter(({ id }) => report.term.because.includes(id)))
      console.log(`    ${says}`)
    for (const conflict of report.conflicts) console.log(`    conflict (${conflict.kind}): ${conflict.because}`)
  }
}
for (const [half, counts] of Object.entries(tally)) console.log(half, JSON.stringify(counts))
