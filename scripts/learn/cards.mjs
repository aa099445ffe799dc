// Sentences of cards and READMEs, with whether they take something: read ones (labels/statements.tsv), and all of open
// releases and of packages under MIT, which take nothing. Of releases only those that are there to tune by.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { approvedExamples } from './approved.mjs'
import { takesOf } from './label.mjs'
import { ownExamples } from './own.mjs'
import { rowsOf, sharedExamples } from './shared.mjs'

const { readDocument } = await import('@unwash/core/documents/index')
const { loadKnown } = await import('@unwash/library/known')
const { readSentence } = await import('@unwash/core/licenses/prose/sentence')
const { commentsIn, sentencesIn, valuesIn } = await import('@unwash/core/sentences/index')

const hashOf = text => createHash('sha256').update(text).digest('hex')
const isTuned = dir => hashOf(dir)[0] >= '5'
const plain = text => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** longer texts hold lists of words and results */
const MOST = 800

/** The sentences of a card or README on all of its surfaces, each once. */
export function sentencesOf(path, content) {
  const document = readDocument({ path, content })
  const all = [
    ...document.blocks.flatMap(block => sentencesIn(block, document)),
    ...commentsIn(document),
    ...valuesIn(document),
  ]
  const byWords = new Map()
  for (const { text, surface, heading, lead } of all)
    if (/\p{L}{2}/u.test(text) && !byWords.has(plain(text)))
      byWords.set(plain(text), { passage: { text, heading, lead }, surface })
  return [...byWords.values()].slice(0, MOST)
}

/** what an open license asks, too */
const ASKED = /^R:(?:attribution|naming|sharealike|law)$/

/** Sentences that somebody has read; null where it is open to argument whether they take something from users. */
function readOnes(folder) {
  return rowsOf(join(folder, 'labels/statements.tsv'))
    .filter(({ dir }) => isTuned(dir))
    .map(({ dir, heading, sentence, about, says, sure }) => {
      const found = sentencesOf('README.md', sentence)
      const text = found.map(({ passage }) => passage.text).join(' ') || sentence
      const restricts = says.split(';').filter(what => what.startsWith('R:'))
      const ours = /[MAUC]/.test(about)
      const argued = ours ? restricts.every(what => ASKED.test(what)) : sure === '0'
      const takes = restricts.length === 0 ? 0 : argued ? null : Number(ours)
      return {
        from: 'read',
        group: dir,
        passage: { text, heading, lead: '' },
        surface: found[0]?.surface ?? 'prose',
        takes,
        sure: sure === '1' && /[MA]/.test(about),
      }
    })
}

const CARD = /^(?:readme|model[-_ ]?card)[^/]*$/i

/** What the cards of releases say whose terms are open, as careful readers found. */
function openOnes(folder, known) {
  return rowsOf(join(folder, 'corpus/truth.tsv'))
    .filter(({ dir, g7_term }) => isTuned(dir) && g7_term.startsWith('open-'))
    .flatMap(({ dir, acceptable }) => {
      const release = join(folder, 'corpus/releases', dir)
      const files = existsSync(release) ? readdirSync(release).filter(name => CARD.test(name)) : []
      return files
        .flatMap(name => sentencesOf(name, readFileSync(join(release, name), 'utf8')))
        .map(one => ({
          ...one,
          from: 'open',
          group: dir,
          takes: 0,
          sure: !acceptable.includes('weights-available'),
          bars: readSentence(one.passage.text, one.passage, known).bars.length > 0,
        }))
    })
}

/** The READMEs of packages under MIT that the program is built with; every other one is left to be measured with. */
function packages(known) {
  const root = fileURLToPath(new URL('../../node_modules', import.meta.url))
  return readdirSync(root)
    .sort()
    .flatMap(name => (name.startsWith('@') ? readdirSync(join(root, name)).map(part => `${name}/${part}`) : [name]))
    .filter(name => existsSync(join(root, name, 'package.json')))
    .filter(name => JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8')).license === 'MIT')
    .flatMap(name => {
      const readme = readdirSync(join(root, name)).find(file => /^readme/i.test(file))
      if (readme === undefined) return []
      return sentencesOf(readme, readFileSync(join(root, name, readme), 'utf8')).map(one => ({
        ...one,
        from: 'package',
        group: name,
        takes: 0,
        measured: Number.parseInt(hashOf(name)[0], 16) % 2 === 0,
        bars: readSentence(one.passage.text, one.passage, known).bars.length > 0,
      }))
    })
}

/** where sentences that stand nowhere are put, so that a place alone tells nothing of them */
const PLACES = 'prose prose prose prose prose row row value setting label heading comment form header answer'.split(' ')

/** The sentences that the rest of the reader learns from, in this place and that. */
function placed(folder) {
  let turn = 5
  return [...ownExamples(), ...approvedExamples(), ...(folder === undefined ? [] : sharedExamples(folder))]
    .filter(({ from }) => from !== 'corpus')
    .map(({ passage, ...example }) => {
      turn = (Math.imul(turn, 1_664_525) + 1_013_904_223) >>> 0
      const takes = takesOf({ passage, ...example })
      const surface = PLACES[Math.floor((turn / 2 ** 32) * PLACES.length)]
      return { from: 'own', group: '', passage, surface, takes }
    })
    .filter(({ takes }) => takes !== undefined)
}

/** how often a sentence is learned from: few of the read ones take something, and real ones weigh more than invented */
function timesOf({ from, takes, sure, bars, measured }) {
  if (takes === null || bars || measured) return 0
  if (from === 'own') return 1
  if (from === 'read' && takes === 1) return sure ? 4 : 1
  return from === 'open' && !sure ? 1 : 2
}

/** All of them, with how many `times` each is learned from. */
export async function proseExamples(folder) {
  /* without a second reader: what it has learned may be of other features */
  const known = { ...(await loadKnown()), second: undefined }
  const read = readOnes(folder)
  const told = new Set(read.filter(({ takes }) => takes !== 0).map(({ passage }) => plain(passage.text)))
  const open = openOnes(folder, known).filter(({ passage }) => !told.has(plain(passage.text)))
  return [...read, ...open, ...packages(known), ...placed(folder)].map(one => ({ ...one, times: timesOf(one) }))
}
