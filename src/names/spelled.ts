import type { Knowledge } from '../knowledge/knowledge.ts'
import { findModel, type NamedModel } from './models.ts'
import { namesIn } from './table.ts'

/**
 * The models that a sentence names, each with its place: words without a capital, a digit or a hyphen name none
 * ("phi"). A family and a version further on are one: "DeepSeek has published its model R1".
 */
export function namedIn(
  sentence: string,
  knowledge: Knowledge,
): readonly (NamedModel & { readonly spelled: string })[] {
  return namesIn(sentence, knowledge).flatMap(one => {
    const { kind, start, end } = one
    if (kind !== 'model' && kind !== 'family' && kind !== 'organization') return []
    const spelled = one.spelled + (/^[\w.-]*\w/.exec(sentence.slice(end))?.[0] ?? '')
    if (!/[\p{Lu}\d-]/u.test(spelled)) return []
    if (kind === 'model') return [{ found: one.known, start, end, spelled }]
    for (const [word] of sentence.slice(end, end + VERSION_BEHIND).matchAll(VERSION)) {
      const found = findModel(knowledge, `${one.spelled} ${word}`)
      const isMeant = kind === 'organization' || found?.family === one.known.family
      if (found && isMeant && !found.version.versionless) return [{ found, start, end, spelled: word }]
    }
    return kind === 'family' ? [{ found: one.known, start, end, spelled }] : []
  })
}
const VERSION = /(?<![\w-])[A-Z][\w.-]*\d[\w.-]*/g
/** characters between a family's name and its version */
const VERSION_BEHIND = 80
