// What the whole audit of a release makes of its sentences, by act, and which of it stands in which labelled sentence.

import { gather } from '@unwash/core/evidence/index'
import { legalFiles } from '@unwash/core/evidence/legal/index'
import { isMain } from '@unwash/core/evidence/weights/index'
import { offersIn } from '@unwash/core/evidence/weights/offers'
import { findBases } from '@unwash/core/lineage/bases'
import { COMPONENT_GROUPS } from '@unwash/core/report/vocabulary'
import { sentencesIn } from '@unwash/core/sentences/index'
import { openTexts } from '@unwash/core/terms/files/texts'
import { readStatements } from '@unwash/core/terms/statements/index'

/** what a label's letter is of, in groups; the rest, a service, others' work or a user, is nothing that a report is of */
export const GROUPS = { M: 'model', A: 'model', C: 'code', T: 'code', D: 'data', X: 'documents' }
const groupOf = scope =>
  Object.keys(COMPONENT_GROUPS).find(group => group === scope || COMPONENT_GROUPS[group].includes(scope)) ??
  (scope === 'training-code' ? 'code' : 'model')

/** The kinds of the labels, and how the kinds of clauses begin that are among them: where it may be two, the likelier first. */
const TAKES = Object.entries({
  ask: 'purpose.separate_commercial entry',
  noncommercial: 'purpose.noncommercial purpose.separate_commercial',
  research: 'purpose.research_only',
  military: 'field.military',
  update: 'control.must_update control.amend use.policy_changeable',
  field: 'field use purpose.no_',
  law: 'law',
  geo: 'geo',
  persons: 'persons',
  scale: 'scale',
  competitor: 'compete',
  train: 'output.no_train output.train_naming deriv.distillation',
  output: 'output',
  redistribute: 'share.redistribution_ban share.no_sublicense',
  derivative: 'share.modification_ban deriv.licensor_owned',
  sharealike: 'share.same_license share.flowdown',
  naming: 'share.naming share.branding output.train_naming',
  attribution: 'share.attribution_notice pub',
  terminate: 'control.terminate control.revocable control.fixed_term',
}).map(([taken, kinds]) => ({ taken, kinds: kinds.split(' ') }))
export const KINDS = TAKES.map(({ taken }) => taken)
const takenBy = ({ kind }) => {
  const all = TAKES.flatMap(({ taken, kinds }) => (kinds.some(one => kind.startsWith(one)) ? [taken] : []))
  return all.length === 0 ? ['other'] : all
}

/** an offer of what, by what was seen; what is missing here is no offer in the labels' sense */
const OFFERED = { given: 'weights', request: 'weights', promised: 'weights', closed: 'weights', api: 'api' }
const NO_CLAIMS = new Set(['named-license', 'ai-act'])
const GIVES = new Set(['commercial-use', 'unrestricted'])

/** Everything read of a release: acts with their groups and places, and the sentences of what speaks for it. */
export function readRelease(release, report, known) {
  const { knowledge } = known
  const evidence = gather(release, knowledge)
  const { links } = evidence.weights
  const legal = legalFiles(release, knowledge.legalFiles)
  const texts = openTexts(evidence, known, legal)
  const acts = []
  const add = (act, about, cited, more = {}) => acts.push({ act, groups: about.map(groupOf), cited, ...more })
  for (const { about, license, path, restricts, spelled, cited } of readStatements(
    evidence,
    known,
    legal,
    texts.documents,
  ))
    if (!restricts) add('L', about, cited, { what: license?.id ?? (path && texts.of(path)[0]?.license.id) ?? spelled })
    else add('R', about, cited, { clauses: restricts.clauses, doubt: !restricts.sure })
  for (const { clauses, covers, parts = [], text } of report.licenses) {
    // what is known of a license by its name stands in no sentence
    if (text === null) continue
    for (const clause of clauses.filter(({ mode }) => mode !== 'definition'))
      if (clause.mode === 'grant') add('G', covers, clause.cited)
      else if (clause.mode === 'plea') add('P', covers, clause.cited)
      else add('R', covers, clause.cited, { clauses: [clause] })
    for (const { is, quote, line, endLine } of parts)
      if (is === 'possible' || is === 'unread')
        add('R', covers, [{ path: text.path, line, endLine, quote }], { doubt: true })
  }
  for (const { kind, says, about, cited } of report.claims) {
    if (!NO_CLAIMS.has(kind)) add('K', about, cited)
    if (GIVES.has(kind)) add('G', about, cited)
    if (kind === 'named-license') add('L', about, cited, { what: says })
  }
  for (const { cited } of findBases(evidence, knowledge)) add('B', ['weights'], cited)
  for (const { own, cited } of links) if (own) add('F', ['weights'], cited, { what: 'weights' })
  // a release keeps the first sentence of each kind; here each block is asked
  const main = evidence.documents.filter(isMain)
  for (const document of main)
    for (const block of document.blocks)
      for (const [kind, cited] of Object.entries(offersIn([{ ...document, blocks: [block] }], knowledge)))
        if (OFFERED[kind]) add('F', ['weights'], [cited], { what: OFFERED[kind] })
  for (const { id, presence, cited } of evidence.components)
    if (presence === 'released' || presence === 'linked') add('F', [id], cited, { what: id })
  return {
    acts,
    main: new Set(main.map(({ path }) => path)),
    sentences: evidence.documents.flatMap(document => document.blocks.flatMap(block => passagesIn(block, document))),
  }
}

/** longer sentences are read up to here, and what is no sentence is not, as the reader of statements does */
const LONGEST = 800
const SILENT = new Set(['code', 'heading'])
/** The sentences of a block with what they stand under, as a reader of passages has them. */
const passagesIn = (block, document) =>
  sentencesIn(block, document)
    .filter(({ surface }) => !SILENT.has(surface))
    .map(({ text: quote, heading, lead, before, within: { line, endLine } = block }) => {
      const passage = { text: quote.slice(0, LONGEST), heading, lead, before }
      return { path: document.path, line, endLine, quote, passage }
    })

export const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/v
/** a character of these scripts, or a word of any other */
const WORD = new RegExp(String.raw`${EAST_ASIAN.source}|[[\p{L}\p{N}]--${EAST_ASIAN.source}]+`, 'gv')
const wordsOf = text => text.toLowerCase().match(WORD) ?? []
const common = (one, other) => [...one].filter(word => other.has(word)).length
/** more lines than a sentence has */
const MOST_LINES = 15

/** A label with what is read in its sentence, and that sentence of the document; its own words where there is none. */
export function labelOf(row, { acts, sentences }, content = '') {
  const lines = content.split('\n')
  const inOrder = wordsOf(row.sentence)
  const words = new Set(inOrder)
  const from = Number(row.line)
  let to = from
  for (let at = 0, line = from; line < from + MOST_LINES && at < inOrder.length; line++)
    for (const word of wordsOf(lines[line - 1] ?? '')) if (word === inOrder[at]) [at, to] = [at + 1, line]
  const stands = one => one.path === row.file && one.line <= to && (one.endLine ?? one.line) >= from
  /** the part of the words of the shorter of two sentences that the other has too; of both, where they are to be alike */
  const share = (text, size) => {
    const theirs = new Set(wordsOf(text))
    return common(theirs, words) / Math.max(1, size(theirs.size, words.size))
  }
  const isIn = one =>
    stands(one) &&
    (one.url === undefined ? share(one.quote ?? one.value ?? '', Math.min) >= 0.8 : row.sentence.includes(one.url))
  const says = row.says.split(';').map(one => ({ act: one.split(':')[0], what: one.split(':')[1] }))
  const taken = says.flatMap(({ act, what }) => (act === 'R' ? [what] : []))
  /** where a clause may be of several kinds, it is of the one that the label names */
  const kindOf = kinds => kinds.find(kind => taken.includes(kind)) ?? kinds[0]
  const read = acts
    .filter(({ cited }) => cited.some(isIn))
    .map(one => (one.clauses ? { ...one, what: one.clauses.map(clause => kindOf(takenBy(clause))) } : one))
  const [nearest] = sentences
    .filter(stands)
    .map(({ passage, quote }) => ({ passage, share: share(quote, (one, other) => (one + other) / 2) }))
    .sort((one, other) => other.share - one.share)
  const own = { text: row.sentence, heading: row.heading.split(' > ').at(-1), lead: '', before: row.before }
  return { ...row, says, read, passage: nearest?.share > 0.4 ? nearest.passage : own }
}
