// node scripts/learn/statements.mjs <folder…> [--keep <file>] [--labels <table>] [--curve]: what a reader that learns from
// labelled sentences of cards and READMEs (test/conformance/statements.tsv) comes to, beside the one that is there. The
// folders have the releases as github/OWNER__NAME and hf/ORG__NAME: a git repository that has the commit of the table, or the
// files as they were there. What is read of them is kept in a file, and read from it the next time. Learned from releases
// that may be tuned to, in five folds by publisher; asked of all, and those that nobody tunes to are counted apart.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { prepared, scored } from './statements/folds.mjs'
import { isKept, labelledIn } from './statements/labels.mjs'
import { agreement, calibration, table } from './statements/measures.mjs'

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'string' }, labels: { type: 'string' }, curve: { type: 'boolean' } },
})
const rows = labelledIn(options.labels)

async function sentences() {
  if (options.keep && existsSync(options.keep))
    return readFileSync(options.keep, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
  const { sentencesRead } = await import('./statements/read.mjs')
  const read = await sentencesRead(rows, folders, (count, place) => console.error(count, place ?? 'not there'))
  if (options.keep) writeFileSync(options.keep, read.map(one => `${JSON.stringify(one)}\n`).join(''))
  return read
}

const all = await sentences()
console.log(`${all.length} of ${rows.length} labelled sentences were found`)
console.log(agreement(all))
const halves = [
  ['may be tuned to', ({ one }) => !isKept(one)],
  ['nobody tunes to', ({ one }) => isKept(one)],
]
for (const [as, name] of Object.entries({
  alone: 'words alone',
  found: 'with findings',
  read: "with today's answer",
})) {
  const own = prepared(all, as)
  scored(own)
  for (const [title, isPart] of halves) console.log(`\n${table(`${name}, ${title}`, own, isPart)}`)
  if (as !== 'found') continue
  for (const [title, isEast] of [
    ['Chinese, Japanese, Korean', true],
    ['other scripts', false],
  ])
    console.log(`\n${calibration(title, own, ({ one }) => one.isEast === isEast)}`)
  if (options.curve)
    for (const part of [0.25, 0.5]) {
      const { learned } = scored(own, part)
      console.log(`\n${table(`learned from ${learned}`, own, halves[0][1])}`)
    }
}
