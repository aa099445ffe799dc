import { assembleKnowledge, type CompiledKnowledge, type Knowledge, type SpdxLicense } from './knowledge.ts'

/** The kinds of knowledge that reading a license rests on, and what sources ask. */
const KNOWLEDGE_PARTS = {
  licenses: [
    'version',
    'licenses',
    'clauses',
    'frameworks',
    'terms',
    'conformant',
    'fsf',
    'directories',
    'legalFiles',
    'harmless',
    'modalities',
    'wordings',
    'notices',
    'thresholds',
    'uses',
  ],
  sources: ['legalFiles', 'hosts'],
} as const satisfies Record<string, readonly (keyof CompiledKnowledge)[]>

/** Some kinds of knowledge, to be sent where the whole is too much. */
export type KnowledgePart = Partial<CompiledKnowledge>

/** The kinds of one part. */
export function partOf(compiled: CompiledKnowledge, part: keyof typeof KNOWLEDGE_PARTS): KnowledgePart {
  return Object.fromEntries(KNOWLEDGE_PARTS[part].map(kind => [kind, compiled[kind]]))
}

/**
 * Knowledge of the parts that came; the rest is read when it is first asked for, where it can be. Else asking for it
 * throws: what was not sent must not pass for empty.
 */
export function assembleParts(
  parts: readonly KnowledgePart[],
  spdx: readonly SpdxLicense[],
  readPatterns: () => Uint8Array,
  readRest?: () => CompiledKnowledge,
): Knowledge {
  const compiled: KnowledgePart = Object.assign({}, ...parts)
  const none = { licenses: [], clauses: [], frameworks: [], terms: [] }
  // what is missing is told of below
  const assembled = assembleKnowledge({ ...none, ...compiled } as unknown as CompiledKnowledge, spdx, readPatterns)
  let rest: CompiledKnowledge | undefined
  return new Proxy(assembled, {
    get(knowledge, kind, receiver) {
      // a promise that resolves to it asks for `then`
      if (typeof kind !== 'string' || kind === 'then' || kind in knowledge)
        return Reflect.get(knowledge, kind, receiver)
      rest ??= readRest?.()
      if (rest === undefined || !(kind in rest))
        throw new Error(
          `the knowledge of ${kind} was not sent: add it to PARTS in packages/core/src/knowledge/parts.ts`,
        )
      return Reflect.get(rest, kind)
    },
  })
}
