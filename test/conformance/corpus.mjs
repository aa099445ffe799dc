// npm run corpus -- <folder>: audits every judged release of a corpus and prints how far the answers agree with its readers'.
// A corpus is a folder with truth.tsv and expand.mjs; a folder that is not there is said and counts as nothing.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { judge } from '@unwash/core/judge'
import { LICENSE_CLASSES, TERMS } from '@unwash/core/report/vocabulary'
import { loadKnown } from '@unwash/library/known'
import { open } from '@unwash/sources/index'
import { SHARED } from '../shared.mjs'
import { measureClaims } from './claims.mjs'
import { drawContradicted } from './contradicted.mjs'
import { compareDerivatives } from './derivatives.mjs'
import { validateFormats } from './formats.mjs'
import { measureFrames } from './frames.mjs'
import { measureInventory } from './inventory.mjs'
import { measureLengths } from './lengths.mjs'
import { measureLineage } from './lineage.mjs'
import { writeMeasured } from './measured.mjs'
import { compareForms } from './mot.mjs'
import { naive } from './naive.mjs'
import { nameOf } from './names.mjs'
import { compareIndex } from './osai.mjs'
import { isUpward } from './upward.mjs'
import { measureUses } from './uses.mjs'

const folder = resolve(process.argv[2] ?? join(SHARED, 'corpus'))
if (!existsSync(join(folder, 'truth.tsv'))) {
  console.log(`no corpus at ${folder} (UNWASH_SHARED names another place): nothing to measure`)
  process.exit(0)
}

const rows = readTable(join(folder, 'truth.tsv'))
const expanded = mkdtempSync(join(tmpdir(), 'unwash-corpus-'))
process.on('exit', () => rmSync(expanded, { recursive: true, force: true }))
const known = await loadKnown()
// rows that nobody tunes to: their counts are shown, their names and reasons never
const isKept = id => /^[0-4]/.test(createHash('sha256').update(id).digest('hex'))
const isCheck = ({ row }) => isKept(row.dir)
if (process.argv.includes('--lineage')) {
  await measureLineage(folder, expanded, known, isKept, line)
  process.exit(0)
}
if (process.argv.includes('--frames')) {
  execFileSync(process.execPath, [join(folder, 'expand.mjs'), '--all', expanded])
  await measureFrames({ folder, expanded, known, isKept }, rows)
  process.exit(0)
}
if (process.argv.includes('--contradicted')) {
  const [seed, count] = process.argv.slice(process.argv.indexOf('--contradicted') + 1)
  const dirs = rows.map(({ dir }) => dir).filter(dir => !isKept(dir))
  await drawContradicted(folder, expanded, dirs, known, { seed, count: count && Number(count) })
  process.exit(0)
}
for (const row of rows)
  execFileSync(process.execPath, [
    join(folder, 'expand.mjs'),
    join(folder, 'releases', row.dir),
    join(expanded, row.dir),
  ])

const started = performance.now()
const results = []
for (const row of rows) {
  try {
    const release = await open(join(expanded, row.dir), { name: nameOf(row.dir) })
    const report = judge(release, known)
    results.push({ row, release, report, term: report.term.id, class: classOf(report), naive: naive(release) })
  } catch (error) {
    results.push({
      row,
      release: null,
      report: null,
      term: 'undetermined',
      class: 'unknown',
      naive: naive(null),
      error,
    })
  }
}
const seconds = (performance.now() - started) / 1000

const sure = results.filter(({ row }) => row.confidence === 'sure')
const scored = results.filter(({ row }) => row.weights_class !== '-')
// an error upward is what is proven; what is only named so, because it is presumed, is counted apart
const up = sure.filter(one => isUpward(one.row.g7_term, one.report?.term.floor ?? one.term))
const isPresumed = one => one.report?.term.basis === 'presumed'
const upPresumed = sure.filter(one => !up.includes(one) && isUpward(one.row.g7_term, one.term))
const naiveUp = sure.filter(one => isUpward(one.row.g7_term, one.naive.term))

const tuned = results.filter(one => !isCheck(one))

const batches = [...new Set(rows.map(row => row.batch))].sort()

console.log(
  `\n${rows.length} judged releases, ${sure.length} of them sure; ${seconds.toFixed(1)} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`,
)
line('', 'tune', 'check', 'naive')
const both = (label, list, holds, naiveHolds) =>
  line(
    label,
    share(
      list.filter(one => !isCheck(one)),
      holds,
    ),
    share(list.filter(isCheck), holds),
    naiveHolds ? share(list, naiveHolds) : '-',
  )
const isExact = one => one.term === one.row.g7_term
const isClass = one => one.row.weights_class.split('|').includes(one.class)
both('term, sure rows, exactly', sure, isExact, one => one.naive.term === one.row.g7_term)
both(
  'term, all rows, acceptable',
  results,
  one => acceptable(one.row).includes(one.term),
  one => acceptable(one.row).includes(one.naive.term),
)
both(
  'upward errors, sure rows',
  sure,
  one => up.includes(one),
  one => naiveUp.includes(one),
)
both('presumed above the reader, sure', sure, one => upPresumed.includes(one))
// what a gate that accepts presumed terms lets through
both(
  'presumed open terms, right, sure rows',
  sure.filter(one => isPresumed(one) && /^open-/.test(one.term)),
  one => acceptable(one.row).includes(one.term),
)
both(
  'floor at the term, right, stated',
  sure.filter(one => isExact(one) && !isPresumed(one) && one.term !== 'undetermined'),
  one => one.report?.term.floor === one.term,
)
both(
  'open rows that stay open',
  sure.filter(one => /^open-/.test(one.row.g7_term)),
  one => /^open-/.test(one.term),
)
both('weights class', scored, isClass, one => one.row.weights_class.split('|').includes(one.naive.class))
const tellUses = measureUses(results, both, isCheck)
both('abstentions (undetermined)', results, one => one.term === 'undetermined')
const conflicts = value => results.filter(one => one.row.conflict === value)
const conflicted = one => (one.report?.conflicts.length ?? 0) > 0
both('conflicts found (yes rows)', conflicts('yes'), conflicted)
both('conflicts alarmed (no rows)', conflicts('no'), conflicted)
for (const batch of batches) {
  const of = list => list.filter(({ row }) => row.batch === batch)
  both(`batch ${batch}: term, sure rows`, of(sure), isExact)
  both(`batch ${batch}: upward errors`, of(sure), one => up.includes(one))
  both(`batch ${batch}: presumed above`, of(sure), one => upPresumed.includes(one))
  both(
    `batch ${batch}: open rows that stay so`,
    of(sure).filter(one => /^open-/.test(one.row.g7_term)),
    one => /^open-/.test(one.term),
  )
  both(`batch ${batch}: weights class`, of(scored), isClass)
  both(`batch ${batch}: abstentions`, of(results), one => one.term === 'undetermined')
  both(`batch ${batch}: conflicts found`, of(conflicts('yes')), conflicted)
  both(`batch ${batch}: conflicts alarmed`, of(conflicts('no')), conflicted)
}
const unread = results.flatMap(one => unreadSentences(one))
line('legal texts with unread parts', `${unread.filter(count => count > 0).length} of ${unread.length}`, '', '')
line('unread parts, median of texts', median(unread), '', '')
line('citations re-read', ...citations())
measureLengths(results, known.knowledge, line)

const peers = join(folder, '../knowledge/peers')
await compareForms(join(peers, 'mot/Test_Data'), known)
compareIndex(peers, results)

await measureLineage(folder, expanded, known, isKept, line)
const judged = new Map(results.map(one => [one.row.dir, one]))
await measureFrames({ folder, expanded, known, isKept }, rows, judged)
const termOf = dir => rows.find(row => row.dir === dir)?.g7_term
await measureClaims({ folder, expanded, known, isKept }, termOf, line)

console.log("\nterms, sure rows: the reader's down, unwash's across")
const shown = TERMS.filter(term => sure.some(one => one.row.g7_term === term || one.term === term))
console.log(['', ...shown].map(term => term.slice(0, 12).padStart(13)).join(''))
for (const truth of shown)
  console.log(
    [
      truth.slice(0, 12).padStart(13),
      ...shown.map(term =>
        String(sure.filter(one => one.row.g7_term === truth && one.term === term).length || '·').padStart(13),
      ),
    ].join(''),
  )

const disagreements = tuned.filter(one =>
  one.row.confidence === 'sure' ? one.term !== one.row.g7_term : !acceptable(one.row).includes(one.term),
)
console.log(`\n${disagreements.length} disagreements on the term, of the rows that may be read`)
for (const one of disagreements) explain(one, `${one.row.g7_term} (${one.row.confidence})`, one.term)
const classes = tuned.filter(
  one => one.row.weights_class !== '-' && !one.row.weights_class.split('|').includes(one.class),
)
console.log(`\n${classes.length} disagreements on the weights class, of the rows that may be read`)
for (const one of classes) explain(one, one.row.weights_class, one.class)

tellUses()
const missed = tuned.filter(one => one.row.conflict === 'yes' && !conflicted(one))
console.log(`\n${missed.length} conflicts missed, of the rows that may be read`)
for (const one of missed) console.log(`\n${one.row.dir}\n  reader: ${one.row.note}`)
const alarmed = tuned.filter(one => one.row.conflict === 'no' && conflicted(one))
console.log(`\n${alarmed.length} conflicts alarmed, of the rows that may be read`)
for (const { row, report } of alarmed)
  for (const { because, cited } of report.conflicts.slice(0, 3))
    console.log(`\n${row.dir}\n  unwash: ${because} [${where(cited[0])}]`)

measureInventory(results)
await compareDerivatives(join(folder, 'derivatives'), expanded, known)
await validateFormats(join(folder, '../schemas'), results, known)
if (process.argv.includes('--write'))
  writeMeasured(
    results.flatMap(({ report }) => report ?? []),
    new Date().toISOString().slice(0, 10),
  )

function explain({ row, report, error }, theirs, ours) {
  console.log(`\n${row.dir}\n  reader: ${theirs} — ${row.trap || row.note || row.weights_licence} [${row.evidence}]`)
  console.log(`  unwash: ${ours}`)
  if (error) console.log(`    ${error.message}`)
  for (const id of report?.term.because.slice(0, 3) ?? []) {
    const finding = report.findings.find(finding => finding.id === id)
    if (finding) console.log(`    ${finding.says} [${where(finding.cited[0])}]`)
  }
}

function where(citation) {
  return 'line' in citation
    ? `${citation.path}:${citation.line}`
    : (citation.path ?? citation.fact ?? citation.looked?.join(', '))
}

/** The class of the least open text that reaches the weights; unknown only where nothing else is known. */
function classOf(report) {
  const classes = report.licenses.filter(license => license.covers.includes('weights')).map(license => license.class)
  const least = list => [...list].sort((one, other) => LICENSE_CLASSES.indexOf(other) - LICENSE_CLASSES.indexOf(one))[0]
  return least(classes.filter(id => id !== 'unknown')) ?? least(classes) ?? 'none'
}

/** Reads every quote again from the file on disk. */
function citations() {
  let right = 0
  let all = 0
  for (const { row, report } of results) {
    if (!report) continue
    const files = new Map()
    const lines = path => {
      if (!files.has(path))
        files.set(
          path,
          readFileSync(join(expanded, row.dir, path), 'utf8')
            .replace(/^\uFEFF/, '')
            .split('\n'),
        )
      return files.get(path)
    }
    walk(report, citation => {
      all++
      const text = lines(citation.path)
        .slice(citation.line - 1, citation.endLine)
        .map(line => line.replace(/\r$/, ''))
        .join('\n')
      if (text.includes(citation.quote)) right++
      else if (process.env.SHOW_CITATIONS) console.log('misquoted', row.dir, citation)
    })
  }
  return [`${right} of ${all}`, '-', all]
}

function walk(value, visit) {
  if (Array.isArray(value)) for (const item of value) walk(item, visit)
  else if (value && typeof value === 'object') {
    if ('quote' in value && 'endLine' in value && 'path' in value) visit(value)
    else for (const item of Object.values(value)) walk(item, visit)
  }
}

/** How many parts of each legal text of a release nobody understood. */
function unreadSentences({ report }) {
  return (report?.licenses ?? []).flatMap(({ parts }) =>
    parts ? [parts.filter(({ is }) => is === 'unread' || is === 'possible').length] : [],
  )
}

function median(list) {
  return [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)] ?? '-'
}

function acceptable(row) {
  return row.acceptable.split('|')
}

function percent(value) {
  return `${(100 * value).toFixed(1)} %`
}

function share(list, holds) {
  const count = list.filter(holds).length
  return `${percent(list.length === 0 ? 0 : count / list.length)} (${count})`
}

function line(label, ours, theirs, n) {
  console.log(
    `${String(label).padEnd(32)}${String(ours).padStart(16)}${String(theirs).padStart(16)}${String(n).padStart(10)}`,
  )
}

function readTable(path) {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  const names = head.split('\t')
  return lines.map(text => Object.fromEntries(text.split('\t').map((value, index) => [names[index], value])))
}
