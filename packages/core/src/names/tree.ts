/** Names as a tree of their words, `*` for any words between; what a run of words names stands where it ends. */
export interface NameTree<Named> {
  readonly next: Map<string, NameTree<Named>>
  readonly named: Named[]
}

/** A tree without names. */
export const newTree = <Named>(): NameTree<Named> => ({ next: new Map(), named: [] })

/** Where the words of a name end in a tree, which grows by them. */
export function grown<Named>(tree: NameTree<Named>, words: readonly string[]): NameTree<Named> {
  let node = tree
  for (const word of words) {
    const next = node.next.get(word) ?? newTree<Named>()
    node.next.set(word, next)
    node = next
  }
  return node
}

/** What a run of words names, and the place behind it. */
interface Run<Named> {
  readonly named: Named
  readonly to: number
}

/** most words begin no name */
const NONE_BEGUN: readonly never[] = []

/** What the words from a place on name; shorter names come first. */
export function namedAt<Named>(tree: NameTree<Named>, words: readonly string[], at: number): readonly Run<Named>[] {
  if (!tree.next.has(words[at] ?? '') && !tree.next.has('*') && tree.named.length === 0) return NONE_BEGUN
  const found: Run<Named>[] = []
  const walk = ({ named, next }: NameTree<Named>, at: number): void => {
    for (const one of named) found.push({ named: one, to: at })
    const [word, gap] = [next.get(words[at] ?? ''), next.get('*')]
    if (word) walk(word, at + 1)
    for (let from = at; gap && from < words.length; from++) walk(gap, from)
  }
  walk(tree, at)
  return found
}
