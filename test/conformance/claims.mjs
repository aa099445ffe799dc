// How far unwash's claims agree with a reader's: claims.tsv of a corpus, sentence by sentence. Called by corpus.mjs.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findClaims } from '@unwash/core/claims/index'
import { readDocument } from '@unwash/core/documents/index'
import { judge } from '@unwash/core/judge'
import { open } from '@unwash/sources/index'
import { nameOf } from './names.mjs'

/** What people search announcements with. */
const BASELINE = /open.?source|开源/i

/**
 * Measures claims.tsv of the corpus; `truth` gives a judged release's term, or undefined. Misses of rows that are kept
 * are never shown.
 */
export async function measureClaims({ folder, expanded, known, isKept }, truth, print) {
  if (!existsSync(join(folder, 'claims.tsv'))) return
  const rows = readTable(join(folder, 'claims.tsv'))
  const reports = new Map()
  const results = []
  for (const row of rows) {
    const backed = /^((?:github|hf)\/[^/]+)\/(.*):(\d+)$/.exec(row.source)
    const dir = backed && existsSync(join(folder, 'releases', backed[1])) ? backed[1] : null
    if (dir && !reports.has(dir)) reports.set(dir, await audited(folder, expanded, dir, known))
    const found = dir
      ? onLine(reports.get(dir), { path: backed[2], line: Number(backed[3]) }, join(expanded, dir), known, row)
      : findClaims(asDocument('page.md', row.sentence), known.knowledge, { names: [], owners: [] })
    results.push({ row, dir, found, report: dir ? reports.get(dir) : null })
  }
  const yes = results.filter(one => one.row.is_claim === 'yes')
  const hit = yes.filter(one => one.found.length > 0)
  const random = results.filter(one => one.row.source_kind === 'random')
  const precise = list => {
    const said = list.filter(one => one.found.length > 0)
    return [said.filter(one => one.row.is_claim === 'yes').length, said.length]
  }
  const base = one => BASELINE.test(one.row.sentence)
  const baseRandom = random.filter(base)
  const checkable = hit.filter(one => one.dir && truth(one.dir) === one.report?.term.id)
  const checked = checkable.filter(one => one.found.some(claim => claim.check))
  const agrees = checked.filter(one => checkOf(one) === one.row.check)
  const wrongly = hit.filter(
    one => one.row.check === 'supported' && one.found.some(claim => claim.check === 'contradicted'),
  )
  const strength = agrees.filter(one => one.row.check === 'contradicted')
  print('\nclaims', 'unwash', 'regexp', 'n')
  print('claims found (recall)', share(hit.length, yes.length), share(yes.filter(base).length, yes.length), yes.length)
  print(
    'of random lines (precision)',
    share(...precise(random)),
    share(baseRandom.filter(one => one.row.is_claim === 'yes').length, baseRandom.length),
    random.length,
  )
  print('of all lines (precision)', share(...precise(results)), '-', results.length)
  print('about, of those found', share(hit.filter(aboutAgrees).length, hit.length), '-', hit.length)
  print('check, where the term is right', share(agrees.length, checked.length), '-', checked.length)
  print(
    'strength, of contradicted',
    share(strength.filter(one => closest(one)?.strength === one.row.strength).length, strength.length),
    '-',
    strength.length,
  )
  const opposite = checked.filter(
    one =>
      ['supported', 'contradicted'].includes(checkOf(one)) &&
      ['supported', 'contradicted'].includes(one.row.check) &&
      checkOf(one) !== one.row.check,
  )
  print('check the opposite', opposite.length, '-', checked.length)
  print('contradicted, reader: supported', wrongly.length, '-', hit.filter(one => one.row.check === 'supported').length)
  if (!process.env.SHOW_CLAIMS) return
  const showAll = (what, list) => {
    for (const one of list) if (!isKept(placeOf(one.row))) show(what, one)
  }
  showAll(
    'missed',
    yes.filter(one => one.found.length === 0),
  )
  showAll(
    'no claim',
    results.filter(one => one.row.is_claim === 'no' && one.found.length > 0),
  )
  showAll(
    'about',
    hit.filter(one => !aboutAgrees(one)),
  )
  showAll(
    'check',
    checked.filter(one => checkOf(one) !== one.row.check),
  )
  showAll('wrongly contradicted', wrongly)
}

/** The release a row is of, by its folder; an announcement is called by its address. */
const placeOf = ({ source }) => /^((?:github|hf)\/[^/]+)\//.exec(source)?.[1] ?? source

async function audited(folder, expanded, dir, known) {
  const place = join(expanded, dir)
  if (!existsSync(place))
    execFileSync(process.execPath, [join(folder, 'expand.mjs'), join(folder, 'releases', dir), place])
  return judge(await open(place, { name: nameOf(dir) }), known)
}

/** The claims on a line: those of the report, or of a document that is too deep in the release to be its own. */
function onLine(report, { path, line }, place, known, row) {
  const own = report.claims.some(claim => claim.cited.some(cited => cited.path === path))
  const [org = '', name = ''] = place.slice(place.lastIndexOf('/') + 1).split('__')
  const claims = own
    ? report.claims
    : findClaims(asDocument(path, readFileSync(join(place, path), 'utf8')), known.knowledge, {
        names: [name, org],
        owners: [org],
      })
  const there = claims.filter(
    ({ cited: [cited] }) => cited.path === path && cited.line <= line && cited.endLine >= line,
  )
  // several sentences on one line: those that hold the words the reader looked at
  const words = row.term.split(/[;…]/)[0].trim().toLowerCase()
  const meant = there.filter(claim => claim.cited[0].quote.toLowerCase().includes(words))
  return meant.length > 0 ? meant : there.filter(claim => !claim.cited[0].quote || sentenceHolds(claim, row))
}

const plain = text => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const sentenceHolds = (claim, row) =>
  plain(row.sentence).includes(plain(claim.cited[0].quote).slice(0, 60)) ||
  plain(claim.cited[0].quote).includes(plain(row.sentence).slice(0, 40))

function asDocument(path, content) {
  return readDocument({ path, content, encoding: 'utf-8', truncated: false })
}

/** What a sentence puts under a license is what it is about; the license counts where nothing else is named. */
function aboutAgrees({ row, found }) {
  const put = list => {
    const parts = [...new Set(list)].filter(about => about !== 'license')
    return (parts.length > 0 ? parts : ['license']).sort().join()
  }
  const wanted = put(row.about.split(','))
  return put(found.flatMap(claim => claim.about)) === wanted || found.some(claim => put(claim.about) === wanted)
}

/** Of several claims in a sentence, the one whose words the reader looked at. */
function closest({ row, found }) {
  const words = plain(row.term)
  return found.find(claim => words.includes(plain(claim.says)) || plain(claim.says).includes(words)) ?? found[0]
}

const checkOf = one => closest(one)?.check

const share = (count, of) => `${of === 0 ? '-' : `${((100 * count) / of).toFixed(1)} %`} (${count}/${of})`

function show(what, { row, found }) {
  console.log(
    `\n${what}: ${row.id} ${row.source} reader: ${row.is_claim} ${row.about} ${row.check} ${row.strength} — ${row.note}`,
  )
  console.log(`  ${row.sentence.slice(0, 220)}`)
  for (const claim of found)
    console.log(
      `  ${claim.kind ?? ''} “${claim.says}” about ${claim.about} ${claim.check ?? ''} ${claim.strength ?? ''} ${claim.because?.join(' ') ?? ''}`,
    )
}

function readTable(path) {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  const names = head.split('\t')
  return lines.map(text => Object.fromEntries(text.split('\t').map((value, index) => [names[index], value])))
}
