import type { SaidClause } from '../../../modality/said.ts'
import { type ClauseContext, clauseOf, type Passage, type ReadSaid } from '../../clause.ts'

/** an address, with or without what stands before it: https://heron.example/use, heron.example/use */
const HOST = String.raw`\b(?:www\.)?(?:[a-z0-9-]{1,60}\.){1,4}(?:com|org|ai|cn|dev|io|net|co|eu|jp|uk|de|example)\/`
const URL = new RegExp(String.raw`(?:https?:\/\/|${HOST})[^\s"'<>()（），。；\]]{1,300}`, 'i')
/** of an address it is only shown what it is of */
const PRIVACY = /https?:\/\/[^\s)>\]]{0,200}privacy[^\s)>\]]{0,200}|《[^》]{0,8}隐私[^》]{0,8}》/gi
/** a passage that is hardly more than an address */
const ADDRESS_ONLY = /^[("<[]?(?:https?:|www\.)/
/** names under which a text may define the policy */
const TERMS = ['acceptable use policy', 'use policy', 'usage policy', 'aup', 'policy', 'prohibited use policy'] as const

/** Restrictions of use that stand in another document, which the license makes its own. */
export const usePolicyExternal: ReadSaid = (said, passage, context) => {
  const own = addressIn(passage.text)
  const defined = own === null ? definedAt(context) : null
  const url = own ?? defined?.url ?? (said.has('agrees') || said.has('part') ? addressAfter(passage, context) : null)
  if (url === null && !said.has('part') && said.has('here')) return null
  if (url === null && standsHere(said, passage, context)) return null
  const mayChange = said.has('changes') || (defined?.changes ?? false)
  return { ...clauseOf(said), parameters: { url, mayChange } }
}

const addressIn = (text: string): string | null =>
  URL.exec(text.replace(PRIVACY, all => ' '.repeat(all.length)))?.[0].replace(/[.,;:]+$/, '') ?? null

/** the address that the policy's definition gives, one hop away */
const definedAt = (context: ClauseContext): { url: string; changes: boolean } | null => {
  for (const term of TERMS) {
    const meaning = context.define(term)
    const url = meaning === undefined ? null : addressIn(meaning.text)
    if (meaning !== undefined && url !== null) return { url, changes: /from time to time|不时/.test(meaning.lower) }
  }
  return null
}

/** "… is available for review here. (https://…)", "the latest copy of this policy is at https://…" */
const addressAfter = (passage: Passage, context: ClauseContext): string | null => {
  const next = context.after(passage, 1)[0]
  if (next === undefined) return null
  const same = /\b(?:polic|guideline|principle|rule|standard|terms)/.test(next.lower.slice(0, 80))
  return ADDRESS_ONLY.test(next.lower) || same ? addressIn(next.text) : null
}

/** Whether the policy is a part of the same text, under its own heading further down. */
const standsHere = ({ end }: SaidClause, passage: Passage, context: ClauseContext): boolean => {
  const named = passage.lower
    .slice(0, end)
    .split(/\s+/)
    .slice(-2)
    .join(' ')
    .replace(/[^\p{L}\p{N} ]/gu, '')
  return named !== '' && context.once(titles).includes(named)
}

const titles = (passages: readonly Passage[]): string =>
  passages
    .filter(({ heading, lower, line }) => heading === '' && lower.length < 120 && line > 3)
    .map(({ lower }) => lower)
    .join('\n')
    /* enough of any real text's headings; bounds the work on a crafted one */
    .slice(0, 20_000)
