import { describe, expect, test } from 'vitest'
import { reportOn, WEIGHTS } from '../../../test/judged.ts'
import { comparisonPage, comparisonReporters } from '../src/comparison.ts'
import { type Block, spelled } from '../src/page.ts'
import { verdictOf } from '../src/sections/verdict.ts'
import { names } from './names.ts'
import { hostile, open, restricted } from './samples.ts'

const page = comparisonPage([open, restricted], names)
/** all rows, those too that are folded away as they are alike */
const rowsOf = (blocks: readonly Block[]): Extract<Block, { kind: 'table' }>['rows'] =>
  blocks.flatMap(block => (block.kind === 'table' ? block.rows : block.kind === 'fold' ? rowsOf(block.blocks) : []))

/** the cells of a row, without its label */
function row(heading: string, label: string, of = page): readonly string[] | undefined {
  const blocks = of.sections.find(section => section.heading === heading)?.blocks ?? []
  const rows = rowsOf(blocks).map(cells => cells.map(spelled))
  return rows.find(([first]) => first === label)?.slice(1)
}

describe('two releases side by side', () => {
  test('have their terms in one row, each as its own page has it', () => {
    expect(row('Can I …', 'honest term')).toEqual([verdictOf(open, names), verdictOf(restricted, names)])
  })

  test('what is shown beside the answers differs, and what is folded does not', () => {
    const told = page.sections.slice(1).flatMap(({ blocks }) =>
      blocks.flatMap(block =>
        rowsOf([block]).map(([, ...cells]) => ({
          folded: block.kind === 'fold',
          differs: new Set(cells.map(spelled)).size > 1,
        })),
      ),
    )
    expect(told.filter(({ folded, differs }) => folded === differs)).toEqual([])
    expect(new Set(told.map(({ folded }) => folded)).size).toBe(2)
  })

  test('each answer has the place that it rests on', () => {
    const uses = reportOn({
      files: {
        ...WEIGHTS,
        'README.md': '# Heron\n\n| model | license |\n| --- | --- |\n| Heron-1B | MIT |\n| Heron-9B | CC-BY-NC-4.0 |\n',
      },
    })
    const [cells] = [row('Can I …', 'use it commercially', comparisonPage([uses, open], names))]
    const parts = cells?.[0]?.split('; ') ?? []
    expect(parts).toHaveLength(2)
    for (const part of parts) expect(part).toMatch(/ (?:README\.md:\d+|\S*§\S+|.*\d)$/)
  })

  test('what they agree in is folded away, but for what everybody asks first', () => {
    const folded = page.sections.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'fold'))
    expect(folded.map(({ heading }) => heading)).toEqual(['Components'])
  })

  test('models that are answered otherwise than the rest are named where they are few, and counted where not', () => {
    const asked = { use: 'sell', ask: 'sell it', says: '', clause: null, clauses: [], cited: [], doubts: [] }
    const uses = ['a', 'b', 'c', 'd', 'e'].map(model => ({
      ...asked,
      model,
      answer: model < 'c' ? ('no' as const) : ('yes' as const),
    }))
    const several = comparisonPage([open, { ...restricted, uses }], names)
    expect(row('Can I …', asked.ask, several)?.[1]).toBe('✓ 3 of 5 models yes; ✗ a and b no')
    const more = uses.flatMap(use => [use, { ...use, model: `${use.model}2` }])
    const many = comparisonPage([open, { ...restricted, uses: more }], names)
    expect(row('Can I …', asked.ask, many)?.[1]).toBe('✓ 6 of 10 models yes; ✗ 4 no')
  })

  test('a clause counts where it limits, with its number and place, and a plea limits nothing', () => {
    expect(row('Clauses that limit', names.clause('scale.users'))).toEqual([
      '',
      expect.stringMatching(/^over [\d,]+ .*LICENSE:\d+/),
    ])
    expect(row('Clauses that limit', names.clause('share.branding'))).toBeUndefined()
  })

  test('a framework that was not asked of one says so', () => {
    expect(row('Frameworks', names.framework('osaid-1.0'))).toEqual([expect.any(String), 'not asked'])
  })
})

test.each(comparisonReporters)('$id shows foreign words as words', reporter => {
  const shown = reporter.render([open, hostile], { names })
  expect(shown).not.toContain('\u001b')
  if (reporter.id === 'html') expect(shown).not.toContain('<script>')
})
