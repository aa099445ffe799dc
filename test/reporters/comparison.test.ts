import { describe, expect, test } from 'vitest'
import { comparisonPage, comparisonReporters } from '../../src/reporters/comparison.ts'
import type { Line } from '../../src/reporters/page.ts'
import { names } from './names.ts'
import { hostile, open, restricted } from './samples.ts'

const page = comparisonPage([open, restricted], names)
const inWords = (line: Line) => line.map(span => (typeof span === 'string' ? span : span.text)).join('')
/** the cells of a row, without its label */
function row(heading: string, label: string): readonly string[] | undefined {
  const block = page.sections.find(section => section.heading === heading)?.blocks[0]
  const rows = block?.kind === 'table' ? block.rows.map(cells => cells.map(inWords)) : []
  return rows.find(([first]) => first?.replace('≠ ', '') === label)?.slice(1)
}

describe('two releases side by side', () => {
  test('have their terms in one row', () => {
    expect(row('Terms', 'honest term')).toEqual(['Open Weights AI', 'Weights Available AI'])
  })

  test('are marked where they differ, and only there', () => {
    const labels = page.sections.flatMap(({ blocks }) =>
      blocks
        .flatMap(block => (block.kind === 'table' ? block.rows : []))
        .map(([label = [], ...cells]) => ({
          marked: inWords(label).startsWith('≠ '),
          differs: new Set(cells.map(inWords)).size > 1,
        })),
    )
    expect(labels.filter(({ marked, differs }) => marked !== differs)).toEqual([])
    expect(new Set(labels.map(({ marked }) => marked)).size).toBe(2)
  })

  test('a clause counts where it limits, and a plea limits nothing', () => {
    expect(row('Clauses that limit', names.clause('scale.users'))).toEqual(['–', 'yes'])
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
