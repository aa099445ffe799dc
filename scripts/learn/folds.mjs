// Cross-validation: what comes from one text, or reads the same, is never both learned from and asked.
import { createHash } from 'node:crypto'
import { approvedExamples } from './approved.mjs'
import { labelled } from './label.mjs'
import { weightsOf } from './learn.mjs'
import { ownExamples } from './own.mjs'
import { sharedExamples } from './shared.mjs'

const { secondReaderOf } = await import('@unwash/core/licenses/second-reader/index')

const FOLDS = 5
/** of the passages of whole texts that hold nothing, so many of 256 are learned from, as they are kept in the file */
const LEARNED = 64
const numberOf = words => createHash('sha256').update(words).digest().readUInt32BE()
const plain = text => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Texts that share a sentence belong together; editions of a license too. */
function groupsOf(examples) {
  const parents = new Map()
  const rootOf = name => {
    let root = name
    while (parents.has(root)) root = parents.get(root)
    return root
  }
  for (const { group, passage, found, from } of examples) {
    const one = rootOf(familyOf(group))
    const other = rootOf(`sentence ${plain(passage.text)}`)
    if ((found.length > 0 || from === 'labels') && one !== other) parents.set(other, one)
  }
  return group => rootOf(familyOf(group))
}
const familyOf = group => group.replace(/^(?:db|scancode)\//, '').replace(/\.txt$/, '')

/** All labelled sentences with `scores` of a reader that has not seen their text, in the order of outputs. */
export function crossValidated(folder) {
  const shared = sharedExamples(folder, 1)
  const rootOf = groupsOf(shared)
  const all = [
    ...shared.map(example => ({ example, folds: [numberOf(rootOf(example.group)) % FOLDS] })),
    ...ownExamples().map(example => ({ example, folds: [numberOf(example.key) % FOLDS] })),
    /* an edition is the same text: GPL-2.0 and GPL-3.0 */
    ...approvedExamples().map(example => ({
      example,
      folds: [...new Set(example.in.map(id => numberOf(id.replace(/-\d.*$/, '')) % FOLDS))],
    })),
  ].map(({ example, folds }) => ({ example, folds, learned: labelled(example) }))
  const kept = ({ from, found, passage }) =>
    from !== 'gold' || found.length > 0 || createHash('sha256').update(plain(passage.text)).digest()[0] < LEARNED
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = all.filter(({ example, folds }) => !folds.includes(fold) && kept(example))
    const reader = secondReaderOf(weightsOf(seen.map(({ learned }) => learned)))
    for (const { example, folds } of all)
      if (folds.length === 1 && folds[0] === fold) example.scores = reader.scores(example.passage)
    console.error(`fold ${fold + 1} of ${FOLDS}: ${seen.length} examples`)
  }
  /* a sentence of texts in several folds was learned from: nothing is asked of it */
  return all.map(({ example }) => example).filter(({ scores }) => scores !== undefined)
}
