// Labelled sentences as they stand in their releases: the words with every name masked, what they stand under and among,
// and what is found in them today. Names tell which release a sentence is of, and nothing that holds for another.
import { existsSync } from 'node:fs'
import { labelOf, readRelease } from '../../test/conformance/frames-read.mjs'
import { nameOf } from '../../test/conformance/names.mjs'

const { gather } = await import('../../dist/evidence/index.js')
const { judge } = await import('../../dist/judge.js')
const { addressAt, HOST_KINDS } = await import('../../dist/knowledge/addresses.js')
const { loadKnown } = await import('../../dist/known.js')
const { statementWordings } = await import('../../dist/licensing/statements/wordings.js')
const { speakerOf } = await import('../../dist/licensing/statements/setting.js')
const { readSubject } = await import('../../dist/licensing/statements/subject.js')
const { saidIn } = await import('../../dist/modality/said.js')
const { namesIn } = await import('../../dist/names/table.js')
const { sentencesIn } = await import('../../dist/sentences/index.js')
const { open } = await import('../../dist/sources/index.js')

const LONGEST = 800
const ID = /(?<![\w./-])([\w.-]{2,60})\/[\w.-]{2,96}(?![\w/])/g
const ADDRESS = /https?:\/\/[^\s)>\]"']+/g

/** A word for what an address leads to, and whose it is. */
function addressed(url, owners, { hosts }) {
  for (const kind of HOST_KINDS) {
    const place = addressAt(hosts, kind, url)
    if (place) return `at${kind}${place.owner ? (owners.includes(place.owner.toLowerCase()) ? 'own' : 'others') : ''}`
  }
  return `at${/^[a-z]+:/i.test(url) ? 'web' : 'file'}${/licen[cs]e|terms|polic/i.test(url) ? 'terms' : ''}`
}

/** The words with each name as what it is a name of, and behind each link what it leads to. */
function masked(text, links, { own, owners, speaker, knowledge }) {
  const called = ({ kind, spelled }) =>
    kind === 'own' || ((kind === 'model' || kind === 'family') && !speaker.foreign(spelled)) ? 'ownname' : `${kind}name`
  const cuts = [
    ...namesIn(text, knowledge, own).map(name => ({ ...name, word: called(name) })),
    ...links.map(({ url, end }) => ({ start: end, end, word: addressed(url, owners, knowledge) })),
  ].sort((one, other) => one.start - other.start)
  let at = 0
  let words = ''
  for (const { start, end, word } of cuts) {
    if (start >= at) words += text.slice(at, start)
    words += ` ${word} `
    at = Math.max(at, end)
  }
  return (words + text.slice(at))
    .replace(ADDRESS, url => ` ${addressed(url, owners, knowledge)} `)
    .replace(ID, (_, owner) => (owners.includes(owner.toLowerCase()) ? ' ownid ' : ' otherid '))
    .toLowerCase()
}

const wordsOf = text => new Set(text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [])

/** The sentence of a release that a label is most alike, where one is near its line. */
function nearest({ sentence, line }, cut) {
  const words = wordsOf(sentence)
  const alike = own => [...own].filter(word => words.has(word)).length / Math.max(1, (own.size + words.size) / 2)
  const [best] = cut
    .filter(one => one.line <= Number(line) + 15 && one.endLine >= Number(line))
    .map(one => ({ ...one, share: alike(wordsOf(one.text)) }))
    .sort((one, other) => other.share - one.share)
  return best?.share >= 0.3 ? best : undefined
}

/** Every row whose release lies where `placeOf` says. */
export async function sentencesRead(rows, placeOf) {
  const known = await loadKnown()
  const { knowledge } = known
  const worded = wordings => ({ wordings, modalities: knowledge.modalities })
  const READERS = {
    offers: worded(knowledge.offers),
    origins: worded(knowledge.origins),
    clauses: worded(knowledge.wordings),
    statements: statementWordings(knowledge),
  }
  const found = []
  for (const dir of new Set(rows.map(row => row.dir))) {
    if (!existsSync(placeOf(dir))) continue
    const release = await open(placeOf(dir), { name: nameOf(dir) })
    const read = readRelease(release, judge(release, known), known)
    const evidence = gather(release, knowledge)
    const speaker = speakerOf(evidence, knowledge)
    const own = [release.name, release.publisher, speaker.title, ...speaker.models, ...speaker.owners].filter(Boolean)
    const setting = { own: [...new Set(own)], owners: speaker.owners, speaker, knowledge }
    const cutOf = new Map(
      evidence.documents.map(document => [
        document.path,
        document.blocks.flatMap(block =>
          sentencesIn(block, document).map(one => {
            const { start, line, endLine } = one.within ?? { start: 0, ...block }
            const links = block.links.flatMap(link =>
              link.end > start && link.end <= start + one.text.length ? [{ ...link, end: link.end - start }] : [],
            )
            return { ...one, line, endLine, links }
          }),
        ),
      ]),
    )
    for (const row of rows.filter(one => one.dir === dir)) {
      const plain = {
        text: row.sentence,
        heading: row.heading.split(' > ').at(-1),
        lead: '',
        before: row.before,
        links: [],
      }
      const one = { surface: 'prose', ...(nearest(row, cutOf.get(row.file) ?? []) ?? plain) }
      const text = one.text.slice(0, LONGEST)
      const standing = { text, heading: one.heading, lead: one.lead }
      const subject = readSubject(text, speaker)
      const above = readSubject(one.heading, speaker)
      const legal = Math.round(known.second?.().scores(standing).at(-1) ?? 0)
      found.push({
        ...row,
        masked: masked(text, one.links, setting),
        heading: masked(one.heading, [], setting),
        lead: one.lead.toLowerCase(),
        before: masked((one.before || row.before).slice(-300), [], setting),
        place: [
          one.surface,
          dir.split('/')[0],
          `${one.surface} ${evidence.weights.offer}`,
          `links ${one.links.length}`,
        ],
        found: [
          ...subject.about.map(about => `about ${about}`),
          ...above.about.map(about => `above ${about}`),
          ...(subject.others ? ['others'] : []),
          ...Object.entries(READERS).flatMap(([name, by]) =>
            [...saidIn(standing, by)].map(([kind, { mode }]) => `${name} ${kind} ${mode}`),
          ),
          `legal ${legal}`,
        ],
        read: labelOf(row, read, release.texts.get(row.file)?.content).read,
      })
    }
  }
  return found
}
