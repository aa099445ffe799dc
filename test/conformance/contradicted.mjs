// What is called contradicted in a corpus, drawn at random to be read one by one: corpus.mjs <folder> --contradicted
// [seed [count]]. Only rows that may be read are drawn from.
import { createHash } from 'node:crypto'
import { judge } from '@unwash/core/judge'
import { open } from '@unwash/sources/index'
import { placeOf } from './lineage.mjs'
import { nameOf } from './names.mjs'

/** Prints so many contradicted claims of the releases `dirs`, in an order that the seed decides, with what decides each. */
export async function drawContradicted(folder, expanded, dirs, known, { seed = '1', count = 100 }) {
  const all = []
  for (const dir of dirs) {
    const report = judge(await open(placeOf(folder, expanded, `releases/${dir}`), { name: nameOf(dir) }), known)
    const said = id => report.findings.find(one => one.id === id)?.says ?? id
    for (const claim of report.claims.filter(({ check }) => check === 'contradicted'))
      all.push({ dir, report, claim, because: claim.because.map(said) })
  }
  const order = ({ dir, claim }) =>
    createHash('sha256')
      .update(`${seed} ${dir} ${JSON.stringify(claim.cited)} ${claim.kind}`)
      .digest('hex')
  const drawn = all
    .map(one => ({ ...one, at: order(one) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .slice(0, count)
  console.log(`${drawn.length} of ${all.length} contradicted claims in ${dirs.length} releases, seed ${seed}`)
  for (const [number, { dir, report, claim, because }] of drawn.entries()) {
    const [{ path, line, quote = '' }] = claim.cited
    console.log(
      `\n${number + 1}. ${dir} ${path}:${line} [${claim.kind} of ${claim.about.join(', ')}; ${report.term.id}]`,
    )
    console.log(`   "${quote}"`)
    for (const says of because) console.log(`   ${says}`)
  }
}
