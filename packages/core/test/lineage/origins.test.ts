import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { known } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { readDocument } from '../../src/documents/index.ts'
import { sentencesOfDocument } from '../../src/documents/sentences.ts'
import { gather } from '../../src/evidence/index.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { ClauseWordings } from '../../src/knowledge/schemas/wordings.ts'
import { clauseWordings } from '../../src/knowledge/schemas/wordings.ts'
import { modelsMentionedIn } from '../../src/lineage/mentions.ts'
import { originsIn } from '../../src/lineage/origins.ts'
import { once } from '../../src/once.ts'
import { RELATIONS } from '../../src/report/vocabulary.ts'
import { textOf } from '../clauses/sentences.ts'
import { modalities, patternsNow, wordingCompiler } from '../wordings/worded.ts'

const root = new URL('../../../../knowledge/origins/', import.meta.url)
const files: readonly ClauseWordings[] = readdirSync(root).map(name =>
  clauseWordings.parse(parse(readFileSync(new URL(name, root), 'utf8'))),
)
/** which names are of no model is said once, for all languages */
const english = files
  .filter(({ language }) => language === 'en')
  .map(file => ({
    ...wordingCompiler.origins(file, file.language),
    wordings: [],
  }))
const evidence = gather(releaseOf({ name: 'heron' }), known.knowledge)

/** What is known with the wordings of one file alone, or with one of these. */
const knowing = once(({ file, at }: { readonly file: ClauseWordings; readonly at?: number }): Knowledge => {
  const origin = wordingCompiler.origins(file, file.language)
  const wordings = at === undefined ? origin.wordings : origin.wordings.slice(at, at + 1)
  return { ...known.knowledge, modalities, origins: [{ ...origin, wordings }, ...english], patterns: patternsNow() }
})

/** What a text says by these wordings: relations of models. */
function said(content: string, by: { readonly file: ClauseWordings; readonly at?: number }): string[] {
  const knowledge = knowing(by)
  const { blocks } = readDocument({ path: 'README.md', content, encoding: 'utf-8', truncated: false })
  return blocks.flatMap(block =>
    sentencesOfDocument(block).flatMap(({ text, start }) => {
      const mentions = modelsMentionedIn(text, block.links, start, evidence, knowledge)
      const passage = { text, heading: block.headings.at(-1) ?? '', lead: block.lead ?? '' }
      return originsIn(passage, mentions, knowledge).map(({ relation, mention }) => `${relation} ${mention.model}`)
    }),
  )
}

describe.each(files.map(file => [file.language, file] as const))('origins in %s', (_, file) => {
  const whole = { file }
  const isTaken = (text: string) => said(text, whole).length > 0
  const takers = file.wordings.filter(wording => wording.with?.relation !== 'none')
  test('every wording finds its examples, and none of what is to be left', () => {
    const wrong = file.wordings.flatMap((wording, at) => {
      const alone = { file, at }
      const relation = wording.with?.relation
      const texts = wording.found.map(textOf)
      if (relation === 'none') return texts.filter(isTaken)
      return texts.filter(text => !said(text, alone).join().includes(`${relation} `))
    })
    expect([...wrong, ...file.left.filter(isTaken)]).toEqual([])
  })
  test('every relation is told', () => {
    expect(new Set(takers.map(({ with: said }) => said?.relation))).toEqual(
      new Set(RELATIONS.filter(relation => relation !== 'unknown')),
    )
  })
  test('every wording that takes something is of a relation', () => {
    expect(takers.filter(wording => typeof wording.with?.relation !== 'string')).toEqual([])
  })
})
