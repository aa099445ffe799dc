// Labelled sentences as they stand in their releases: the words with every name masked, what they stand under and among,
// and what is read in them today. Names tell which release a sentence is of, and nothing that holds for another.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { labelOf, readRelease } from '../../../test/conformance/frames-read.mjs'
import { markOf } from './labels.mjs'

const { gather } = await import('../../../dist/evidence/index.js')
const { judge } = await import('../../../dist/judge.js')
const { addressAt } = await import('../../../dist/knowledge/addresses.js')
const { loadKnown } = await import('../../../dist/known.js')
const { isOpenClass } = await import('../../../dist/licenses/class.js')
const { statementWordings } = await import('../../../dist/licenses/prose/wordings.js')
const { speakerOf } = await import('../../../dist/terms/statements/speaker.js')
const { isOfWhole, readSubject } = await import('../../../dist/terms/statements/subject.js')
const { saidIn } = await import('../../../dist/modality/said.js')
const { resolveId } = await import('../../../dist/names/index.js')
const { namesIn } = await import('../../../dist/names/table.js')
const { commentsIn, sentencesIn } = await import('../../../dist/sentences/index.js')
const { open } = await import('../../../dist/sources/index.js')

const LONGEST = 800
const MOST_BEFORE = 300
const ID = /(?<![\w./-])([\w.-]{2,60})\/[\w.-]{2,96}(?![\w/])/g
const ADDRESS = /https?:\/\/[^\s)>\]"']+/g
const LEADS = ['badge', 'model', 'data', 'code', 'paper', 'files']

const known = await loadKnown()
const { knowledge } = known
const worded = wordings => ({ wordings, modalities: knowledge.modalities })
const READERS = {
  offers: worded(knowledge.offers),
  origins: worded(knowledge.origins),
  statements: statementWordings(knowledge),
  clauses: worded(knowledge.wordings),
}

/** A word for what an address leads to, and whose it is. */
function leadsTo(url, owners) {
  for (const kind of LEADS) {
    const place = addressAt(knowledge.hosts, kind, url)
    if (place) return `to${kind}${place.owner ? (owners.includes(place.owner.toLowerCase()) ? 'own' : 'others') : ''}`
  }
  const where = url.startsWith('#') ? 'part' : /^[a-z]+:/i.test(url) ? 'web' : 'file'
  return `to${where}${/licen[cs]e|terms|polic/i.test(url) ? 'terms' : ''}`
}

function called({ kind, id, spelled }, { speaker }) {
  if (kind === 'model' || kind === 'family') return speaker.foreign(spelled) ? 'othermodel' : 'ownname'
  if (kind !== 'license') return `${kind}name`
  const license = resolveId(id, null, knowledge)
  return `${license === null ? '' : isOpenClass(license.class) ? 'open' : 'limited'}license`
}

/** The words with each name as what it is a name of, and behind each link what it leads to; and those words alone. */
function masked(text, links, setting) {
  const cuts = [
    ...namesIn(text, knowledge, setting.own).map(name => ({ ...name, word: called(name, setting) })),
    ...links.map(({ url, image, end }) => ({
      start: end,
      end,
      word: `${image ? 'picture' : ''}${leadsTo(url, setting.owners)}`,
    })),
  ].sort((one, other) => one.start - other.start || one.end - other.end)
  let at = 0
  let words = ''
  for (const { start, end, word } of cuts) {
    if (start >= at) words += text.slice(at, start)
    if (start >= at || start === end) words += ` ${word} `
    at = Math.max(at, end)
  }
  const plain = (words + text.slice(at))
    .replace(ADDRESS, url => ` ${leadsTo(url, setting.owners)} `)
    .replace(ID, (_, owner) => (setting.owners.includes(owner.toLowerCase()) ? ' ownid ' : ' otherid '))
  return { words: plain.toLowerCase(), names: cuts.map(({ word }) => word) }
}

/** Every sentence of a document, with its links and lines. */
const cut = document => [
  ...document.blocks.flatMap(block =>
    sentencesIn(block, document).map(one => {
      const { start = block.start, line, endLine } = one.within ?? block
      const links = block.links.filter(
        ({ start: at }) => start === undefined || (at >= start && at < start + one.text.length),
      )
      const placed = links.map(link => ({ ...link, end: Math.max(0, link.end - (start ?? 0)) }))
      return {
        ...one,
        kind: block.kind,
        header: block.header ?? [],
        headings: block.headings,
        line,
        endLine,
        links: placed,
      }
    }),
  ),
  ...commentsIn(document).map(one => ({ ...one, kind: 'comment', header: [], headings: [], line: 0, links: [] })),
]

/** The folder or repository of a release that has what was labelled. */
function placeOf({ dir, commit }, folders) {
  for (const folder of folders) {
    const place = join(folder, dir)
    if (!existsSync(place)) continue
    if (!existsSync(join(place, 'HEAD')) && !existsSync(join(place, '.git'))) return place
    try {
      execFileSync('git', ['-C', place, 'cat-file', '-e', commit], { stdio: 'ignore' })
      return `${place}@${commit}`
    } catch {}
  }
  return null
}

/** What is found in a sentence by the readers that are there. */
function foundIn(text, one, { speaker }, evidence) {
  const subject = readSubject(text, speaker)
  const above = readSubject(one.heading, speaker)
  const passage = { text: text.slice(0, 600), heading: one.heading, lead: one.lead === one.text ? '' : one.lead }
  const legal = Math.round(known.second?.().scores(passage).at(-1) ?? 0)
  const from = Array.from({ length: Math.max(0, Math.min(6, legal) + 5) }, (_, step) => `legal from ${step - 4}`)
  return [
    ...subject.about.map(about => `about ${about}`),
    ...above.about.map(about => `above ${about}`),
    ...Object.entries({
      'about nothing': subject.about.length === 0,
      'above nothing': above.about.length === 0,
      others: subject.others,
      models: subject.models.length > 0,
      whole: isOfWhole(text, speaker),
    }).flatMap(([name, holds]) => (holds ? [name] : [])),
    ...Object.entries(READERS).flatMap(([name, by]) =>
      [...saidIn(passage, by)].map(([kind, { mode }]) => `${name} ${kind} ${mode}`),
    ),
    ...from,
    ...Object.keys(evidence.weights.said).map(kind => `said ${kind}`),
  ]
}

const size = (number, most) => Math.min(most, Math.floor(number))

/** The rows of one release, each with its sentence; those whose sentence is not found are left out. */
async function readOf(rows, place) {
  const [{ at, repo }] = rows
  const release = await open(place, { name: repo })
  const read = readRelease(release, judge(release, known), known)
  const evidence = gather(release, knowledge)
  const speaker = speakerOf(evidence, knowledge)
  const own = [release.name, release.publisher, speaker.title, ...speaker.models, ...speaker.owners]
  const setting = {
    own: [...new Set(own)].filter(name => name?.length > 2).slice(0, 60),
    owners: speaker.owners,
    speaker,
  }
  const { offer, files, links } = evidence.weights
  const cutOf = new Map(evidence.documents.map(document => [document.path, cut(document)]))
  return rows.flatMap(row => {
    const one = cutOf.get(row.file)?.find(({ line, text }) => line === Number(row.line) && markOf(text) === row.mark)
    if (one === undefined) return []
    const text = one.text.slice(0, LONGEST)
    const content = release.texts.get(row.file)?.content ?? ''
    const above = masked(one.heading, [], setting)
    const words = masked(text, one.links, setting)
    /* where links lead is part of what stands there */
    const sentence = [one.text, ...one.links.map(({ url }) => url)].join(' ')
    const { read: today } = labelOf({ ...row, sentence, heading: one.heading, before: one.before }, read, content)
    const found = {
      ...row,
      masked: words.words,
      heading: above.words,
      headings: one.headings.slice(0, -1).join(' ').toLowerCase(),
      before: masked((one.before ?? '').slice(-MOST_BEFORE), [], setting).words,
      lead: `${(one.lead ?? '').slice(-200)} ${one.header.join(' ')}`.toLowerCase(),
      place: [
        ...[`surface ${one.surface}`, `block ${one.kind}`, `at ${at}`, `${one.surface} ${at}`, `offer ${offer}`],
        ...[
          `files ${files.length > 0}`,
          `links ${links.some(link => link.own)}`,
          `linked ${size(one.links.length, 4)}`,
        ],
        `part ${Math.floor((6 * row.line) / Math.max(1, content.split('\n').length))}`,
        `words ${size(Math.log2(1 + text.split(' ').length), 8)}`,
        ...words.names,
      ],
      found: foundIn(text, one, setting, evidence),
      read: today.map(({ act, groups, what, doubt }) => ({ act, groups, what, doubt })),
      isEast: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text),
    }
    return [found]
  })
}

/** Every row of a release that lies in one of the folders, as it is read. */
export async function sentencesRead(rows, folders, heard = () => {}) {
  const found = []
  const byRelease = new Map()
  for (const row of rows) {
    const key = `${row.dir} ${row.commit}`
    byRelease.set(key, [...(byRelease.get(key) ?? []), row])
  }
  for (const own of byRelease.values()) {
    const place = placeOf(own[0], folders)
    if (place !== null) found.push(...(await readOf(own, place)))
    heard(found.length, place)
  }
  return found
}
