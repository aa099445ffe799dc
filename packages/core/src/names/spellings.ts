import type { Knowledge } from '../knowledge/knowledge.ts'
import { once } from '../once.ts'
import { grown, type NameTree, newTree } from './tree.ts'
import { nameWords } from './words.ts'

/** A license that a run of words may name. */
export interface Spelling {
  /** an id of `knowledge/licenses`, or an SPDX id */
  readonly id: string
  /** the exact SPDX id, when the words are one */
  readonly spdx: string | null
  /** these words mean a license only beside a word such as "license" */
  readonly needsLegal: boolean
}

/** All spellings of all licenses, as a tree of words without the legal ones; built once per knowledge. */
export const spellingsOf = once((knowledge: Knowledge): NameTree<Spelling> => {
  const tree = newTree<Spelling>()
  const bySpdx = new Map<string, string>()
  // our own names come first: an SPDX title never takes a spelling from them
  for (const license of knowledge.licenses.values()) {
    // a name that is also an SPDX id ("GPL 3.0") says no more than the name
    for (const name of [license.name, ...license.names]) add(tree, name, license.id, null, false)
    for (const spdx of license.spdx) {
      bySpdx.set(spdx, license.id)
      add(tree, spdx, license.id, spdx, true)
      add(tree, knowledge.spdx.get(spdx)?.name ?? spdx, license.id, spdx, true)
    }
    for (const name of [license.id, ...license.huggingFace, ...license.aliases]) add(tree, name, license.id, null, true)
  }
  for (const license of knowledge.spdx.values()) {
    const id = bySpdx.get(license.id) ?? license.id
    add(tree, license.id, id, license.id, true)
    add(tree, license.name, id, license.id, false)
  }
  return tree
})

function add(tree: NameTree<Spelling>, name: string, id: string, spdx: string | null, alias: boolean): void {
  const words = nameWords(name)
  const names = words.flatMap(({ text, legal }) => (legal ? [] : [text]))
  const { named } = grown(tree, names)
  const [before] = named
  if (names.length === 0 || (before && before.id !== id)) return
  const needsLegal = alias || names.length < words.length
  named[0] = { id, spdx: before ? before.spdx : spdx, needsLegal: needsLegal && (before?.needsLegal ?? true) }
}
