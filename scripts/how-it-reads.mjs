// What docs/how-it-reads.md prints: one example, from its files to its verdict, as the code reads it.
import { readFileSync } from 'node:fs'
import { gather } from '@unwash/core/evidence/index'
import { judge } from '@unwash/core/judge'
import { saidIn } from '@unwash/core/modality/said'
import { readStatements } from '@unwash/core/terms/statements/index'
import { openWhole } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'

const EXAMPLE = 'examples/teal-1b'
const LINE = 6
const known = await loadKnown()
const release = await openWhole(EXAMPLE)
const report = judge(release, known)

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

/** The license, with the numbers of its lines. */
export function license() {
  const lines = readFileSync(`${EXAMPLE}/LICENSE`, 'utf8').trimEnd().split('\n')
  return ['```text', ...lines.map((line, at) => `${String(at + 1).padStart(2)}  ${line}`.trimEnd()), '```'].join('\n')
}

/** Every word of it, each once. */
export function parts() {
  const { parts = [] } = report.licenses.find(({ text }) => text.path === 'LICENSE') ?? {}
  const rows = parts.map(({ line, endLine, is, words, why }) => [
    line === endLine ? line : `${line}-${endLine}`,
    is,
    words,
    why ?? '',
  ])
  return table(['line', 'is', 'words', 'why'], rows)
}

/** What the card states of terms, and what each statement is about. */
export function statements() {
  const said = readStatements(gather(release, known.knowledge), known, [], [])
  const rows = said.map(({ cited: [{ line, endLine = line }], via, about, spelled, url, license }) => [
    line === endLine ? line : `${line}-${endLine}`,
    via,
    about.join(', '),
    spelled,
    license ? license.id : `the text at \`${url}\``,
  ])
  return table(['line', 'via', 'about', 'says', 'is'], rows)
}

/** The term with what it rests on. */
export function verdict() {
  const { term, findings } = report
  const because = term.because.map(id => findings.find(one => one.id === id))
  const rows = because.map(({ says, cited: [{ path, line }] }) => [
    says,
    `\`${[path, line].filter(Boolean).join(':')}\``,
  ])
  return [
    `floor \`${term.floor}\`, ceiling \`${term.ceiling}\`, basis \`${term.basis}\`:`,
    '',
    table(['because', 'where'], rows),
  ].join('\n')
}

/** One sentence of the license, from its frame to what comes of it. */
export function sentence() {
  const text = readFileSync(`${EXAMPLE}/LICENSE`, 'utf8').split('\n')[LINE - 1]
  const isHere = ({ path, line }) => path === 'LICENSE' && line === LINE
  const [clause] = report.licenses.flatMap(({ clauses }) => clauses.filter(({ cited }) => cited.some(isHere)))
  const said = saidIn({ text, heading: '', lead: '' }, known.knowledge, clause.kind).get(clause.kind)
  const { uses } = known.knowledge.clauses.get(clause.kind)
  const [answer] = report.uses.filter(({ clauses }) => clauses.includes(clause.kind))
  const [row] = report.evaluations.flatMap(({ requirements }) => requirements).filter(({ cited }) => cited.some(isHere))
  const finding = report.findings.find(({ id, cited }) => report.term.because.includes(id) && cited.some(isHere))
  const [claim] = report.claims.filter(({ because }) => because.includes(finding.id))
  const code = word => `\`${word}\``
  return table(
    ['step', 'by', 'what comes of it'],
    [
      [
        'frame',
        code('packages/core/src/modality/said.ts'),
        `${code(said.wording.frame)} around “${text.slice(said.place, said.end)}”`,
      ],
      [
        'clause',
        code('packages/core/src/licenses/clauses/find.ts'),
        `${code(clause.kind)}, a ${clause.mode}, against ${clause.against.join(' and ')}`,
      ],
      ['term', code('packages/core/src/verdict/license-term.ts'), `${finding.says}: ${code(report.term.id)}`],
      [
        'use',
        code('packages/core/src/uses/effects.ts'),
        `forbids ${uses.forbids.map(code).join(', ')}; on a condition ${uses.conditions.map(code).join(', ')}`,
      ],
      [
        'answer',
        code('packages/core/src/uses/answers.ts'),
        `${code(answer.use)}: **${answer.answer}**, ${answer.says}`,
      ],
      ['requirement', code('packages/core/src/frameworks/index.ts'), `${code(row.id)} is ${row.answer}`],
      ['claim', code('packages/core/src/claims/parts/index.ts'), `“${claim.says}” is ${claim.check}`],
    ],
  )
}
