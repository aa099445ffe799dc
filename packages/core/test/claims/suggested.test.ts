import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from '@unwash/sources/index'
import { describe, expect, test } from 'vitest'
import { known, TODAY } from '../../../../test/judged.ts'
import { shared } from '../../../../test/shared.mjs'
import { releaseClaims, releaseRewordings } from '../../src/claims/index.ts'
import { gather } from '../../src/evidence/index.ts'
import { judge } from '../../src/judge.ts'
import type { Release } from '../../src/release/release.ts'
import { collectFindings } from '../../src/verdict/index.ts'

const corpus = shared('corpus/releases', 'suggestions of real releases')

/** nobody looks at these */
const isKept = (id: string) => /^[0-4]/.test(createHash('sha256').update(id).digest('hex'))
const ids = corpus
  ? ['github', 'hf'].flatMap(hub =>
      readdirSync(join(corpus, hub))
        .map(name => `${hub}/${name}`)
        .filter(id => !isKept(id)),
    )
  : []

/** A release of the corpus with the files its listing names: each is as good as a pointer where nothing is read of it. */
async function releaseAt(id: string): Promise<Release> {
  const folder = join(corpus ?? '', id)
  const release = await open(folder)
  const listing = join(folder, 'FILES.txt')
  const isOwn = ({ path }: { readonly path: string }) => !/^(?:FILES(?:_PADDLE)?|COMMIT)\.txt$/.test(path)
  const texts = new Map([...release.texts].filter(([path]) => isOwn({ path })))
  const listed = existsSync(listing) ? readFileSync(listing, 'utf8').split('\n') : []
  const rest = listed.flatMap(line => {
    const [, type, , , path] = line.split('\t')
    if (!path || type === 'commit' || release.files.some(file => file.path === path) || LEGAL.test(path)) return []
    return [{ path, size: 1, kind: 'pointer' as const }]
  })
  return { ...release, texts, files: [...release.files.filter(isOwn), ...rest] }
}

/** names of files whose text would count, and is not known where it is not there */
const LEGAL = /(?:readme|licen[cs]e|copying|notice|policy|terms|agreement|card|prohibited)[^/]*$/i

/** The release with a sentence put where the contradicted one stands. */
function withSentence(release: Release, path: string, line: number, endLine: number, sentence: string): Release {
  const text = release.texts.get(path)
  const lines = text?.content.split('\n') ?? []
  lines.splice(line - 1, endLine - line + 1, '', sentence, '')
  return {
    ...release,
    texts: new Map([
      ...release.texts,
      [path, { encoding: 'utf-8', truncated: false, path, content: lines.join('\n') }],
    ]),
  }
}

describe.skipIf(!corpus)('what is suggested for real releases', () => {
  test('holds where the contradicted sentence stood', async () => {
    const { knowledge } = known
    const wrong: string[] = []
    let checked = 0
    for (const id of ids) {
      const release = await releaseAt(id)
      const report = judge(release, known, TODAY)
      if (report.claims.every(({ check }) => check !== 'contradicted')) continue
      const facts = { ...report, name: report.release.name }
      const findings = collectFindings()
      for (const finding of report.findings) findings.keep(finding)
      for (const { said, instead } of releaseRewordings(gather(release, knowledge), facts, findings, knowledge)) {
        const [cited] = said.cited
        if (instead === null || !('quote' in cited)) continue
        checked++
        const changed = withSentence(release, said.path, cited.line, cited.endLine, instead)
        const { claims } = releaseClaims(gather(changed, knowledge), facts, findings, knowledge)
        const still = claims.find(
          ({ check, says, cited: [place] }) =>
            check === 'contradicted' &&
            place &&
            'line' in place &&
            place.line === cited.line + 1 &&
            instead.includes(says),
        )
        if (still) wrong.push(`${id} ${said.path}:${cited.line} “${still.says}” in “${instead}”`)
      }
    }
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(40)
  })
})
