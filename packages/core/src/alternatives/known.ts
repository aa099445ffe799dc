import { sizeIn } from '../evidence/compute/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownAlternative } from '../knowledge/schemas/alternatives.ts'
import { readDeclared } from '../licenses/declared.ts'
import { resolveId } from '../names/index.ts'
import { citeModel, findModel, isRemembered } from '../names/models.ts'
import { once } from '../once.ts'
import type { License } from '../report/report.ts'
import type { TermId } from '../report/vocabulary.ts'

/** What is proven of a model that can stand in. */
export interface Proven {
  readonly term: TermId
  readonly ceiling: TermId
  readonly review: readonly string[]
  /** the license by which it is so */
  readonly license: License
  /** who judged it, and when */
  readonly by: string
}

/** By its recorded audit, else by its license as a sourced fact; null where neither is open. */
export function provenOf(id: string, entry: KnownAlternative, knowledge: Knowledge): Proven | null {
  const known = provenBy(knowledge)(entry)
  const before = known.get(id)
  if (before !== undefined) return before
  const proven = prove(id, entry, knowledge)
  known.set(id, proven)
  return proven
}

/** every report asks for the same ones */
const provenBy = once((_: Knowledge) => once((_: KnownAlternative) => new Map<string, Proven | null>()))

function prove(
  id: string,
  { audit, license: own, source, seenOn }: KnownAlternative,
  knowledge: Knowledge,
): Proven | null {
  const found = findModel(knowledge, id)
  const known = found?.own && !isRemembered(found) ? found : null
  const resolved = resolveId(audit?.license ?? own ?? known?.version.license ?? '', null, knowledge)
  if (!resolved) return null
  const cited =
    known && own === undefined
      ? citeModel(known, `${known.version.name}: ${resolved.name}`)
      : { fact: resolved.name, source: audit?.of ?? source, seenOn: audit?.on ?? seenOn }
  const { license, openness } = readDeclared(resolved, [cited], knowledge)
  if (openness !== 'open') return null
  if (audit) {
    const { term, ceiling, review, of, on } = audit
    return { term, ceiling, review, license, by: `audited on ${on}: ${of}` }
  }
  const [term, by] = ['open-weights-ai', `license read in ${cited.source}, seen ${cited.seenOn}`] as const
  return { term, ceiling: term, review: [], license, by }
}

/** Its parameters in all, by what is known or by its name. */
export const parametersOf = (id: string, { models }: KnownAlternative): number | null => models[id] ?? sizeIn(id).total

/** Whether its training data and its training code are given too. */
export const isWhole = ({ given }: KnownAlternative): boolean => given?.data === 'released' && given.code === 'released'

/** How a model of text is tuned, if at all. */
export type Tuning = 'base' | 'chat' | 'reasoning'

const wordIn = (words: string) => new RegExp(String.raw`(?:^|[-_.\d])(?:${words})(?:$|[-_.\d])`, 'i')
const BASE = wordIn('base|pt')
const REASONING = wordIn('reasoning|reasoner|think|thinking|r1')
const CHAT = wordIn('instruct|chat|it|sft|dpo|rlhf|assistant')

/** By its name; else by what is known of it, or by a sibling that is called the base. */
export function tuningIn(id: string, { tuned, models }: Partial<KnownAlternative>): Tuning {
  const name = id.slice(id.lastIndexOf('/') + 1)
  if (BASE.test(name)) return 'base'
  if (REASONING.test(name)) return 'reasoning'
  return CHAT.test(name) || (tuned ?? Object.hasOwn(models ?? {}, `${id}-Base`)) ? 'chat' : 'base'
}
