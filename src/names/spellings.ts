import type { Knowledge } from '../knowledge/knowledge.ts'
import { once } from '../once.ts'
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

/** A tree of words; a node with a spelling ends a name. */
export interface Spellings {
  readonly next: Map<string, Spellings>
  spelling: Spelling | null
}

/** All spellings of all licenses, as a tree of words without the legal ones; built once per knowledge. */
export const spellingsOf = once((knowledge: Knowledge): Spellings => {
  const tree: Spellings = { next: new Map(), spelling: null }
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

function add(tree: Spellings, name: string, id: string, spdx: string | null, alias: boolean): void {
  const words = nameWords(name)
  let node = tree
  for (const word of words) {
    if (word.legal) continue
    let next = node.next.get(word.text)
    if (!next) {
      next = { next: new Map(), spelling: null }
      node.next.set(word.text, next)
    }
    node = next
  }
  if (node === tree) return
  const needsLegal = alias || words.some(word => word.legal)
  const before = node.spelling
  if (before && before.id !== id) return
  node.spelling = {
    id,
    spdx: before ? before.spdx : spdx,
    needsLegal: needsLegal && (before?.needsLegal ?? true),
  }
}
