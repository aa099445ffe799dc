// node test/conformance/fresh-claims.mjs <folder> [--show]: audits the public repositories of fresh-claims.tsv that lie in a folder
// as OWNER__NAME and prints how the claims are checked beside how a reader checked them, who saw no answer of unwash.
// Rows whose sha256(repo) begins with an even digit are kept: they are counted and never named, so that nobody tunes to them.
import { resolve } from 'node:path'
import { loadKnown } from '@unwash/library/known'
import { halfOf, reportOf, rowsOf } from './labelled.mjs'

const folder = resolve(process.argv[2] ?? '.')
const show = process.argv.includes('--show')
const known = await loadKnown()
const rows = rowsOf('fresh-claims.tsv')

const counts = {}
const add = (half, label, answer) => {
  counts[half] = counts[half] ?? {}
  counts[half][label] = counts[half][label] ?? {}
  counts[half][label][answer] = (counts[half][label][answer] ?? 0) + 1
}
for (const repo of new Set(rows.map(row => row.repo))) {
  const report = await reportOf(repo, folder, known)
  if (report === null) continue
  const half = halfOf(repo)
  const labelled = rows.filter(row => row.repo === repo)
  const at = (claim, { file, line }) =>
    claim.cited.some(
      one =>
        one.path === file &&
        one.line !== undefined &&
        one.line <= Number(line) &&
        Number(line) <= (one.endLine ?? one.line),
    )
  for (const row of labelled) {
    const claims = report.claims.filter(claim => at(claim, row))
    const answers = claims.map(({ check }) => check)
    const answer = ['contradicted', 'undetermined', 'supported'].find(one => answers.includes(one)) ?? 'not found'
    add(half, row.check, answer)
    const agrees =
      row.check === answer || (['not-claim', 'undetermined'].includes(row.check) && answer !== 'contradicted')
    if (show && half === 'read' && !agrees)
      console.log(
        `${repo} ${row.file}:${row.line} ${row.lang} ${row.kind} of ${row.about}: label ${row.check}, unwash ${answer}; term ${report.term.id}`,
      )
  }
  for (const claim of report.claims.filter(({ check }) => check === 'contradicted'))
    if (!labelled.some(row => at(claim, row))) {
      add(half, 'not labelled', 'contradicted')
      const [cited] = claim.cited
      if (show && half === 'read')
        console.log(
          `${repo} ${cited.path}:${cited.line} "${claim.says}" contradicted, not labelled; term ${report.term.id}`,
        )
    }
}
for (const [half, labels] of Object.entries(counts))
  for (const [label, answers] of Object.entries(labels)) console.log(half, label.padEnd(13), JSON.stringify(answers))
