import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endsWithin, inFull } from '../../../../test/tiers.ts'
import { citeSentence } from '../../src/documents/cite.ts'
import { lineAt } from '../../src/documents/index.ts'
import { sentencesOfDocument } from '../../src/documents/sentences.ts'
import { read } from './read.ts'

/** Documents in the shapes cards have; every word is its own, so that each can be found again. */
type Piece = (word: () => string) => string

const PIECES: readonly Piece[] = [
  word => `# ${word()} ${word()}`,
  word => `${word()} ${word()}\n=====`,
  word => `${word()} **${word()}** ${word()}.\n${word()} [${word()} ${word()}](https://example.org/x) \`${word()}\`.`,
  word => `${word()} <b>${word()}</b>\n<a href="y">${word()}\n${word()}</a> ${word()}`,
  word => `${word()}:\n\n- ${word()}\n- ${word()}\n  ${word()}\n  - ${word()} ${word()}\n\n1. ${word()}`,
  word => `> ${word()}\n> ${word()}\n>\n> > ${word()}`,
  word => `| ${word()} | ${word()} |\n|---|:-:|\n| [${word()}](z) | |\n| **${word()}** | ${word()} ${word()} |`,
  word =>
    `<table>\n<tr><th>${word()}</th>\n<th>${word()}</th></tr>\n\n<tr>\n<td><p>${word()}</p></td>\n` +
    `<td>${word()}\n${word()}</td></tr>\n</table>`,
  word => `<div align="center">\n\n<h2>${word()}</h2>\n\n${word()}<br>${word()}\n\n</div>`,
  word => `<ul>\n<li>${word()}\n<li>${word()}</li>\n</ul>`,
  word => `\`\`\`python\n${word()}\n\n${word()} ${word()}\n\`\`\``,
  word => `    ${word()}\n    ${word()}`,
  word => `<!-- hidden -->\n\n${word()} <!-- hidden\nover lines --> ${word()}`,
  word => `[![${'badge'}](https://img.example.org/b)](w)\n${word()}`,
  word => `${word()}  \n${word()}\\\n${word()}`,
]

const documents = fc
  .tuple(
    fc.array(fc.nat(PIECES.length - 1), { minLength: 1, maxLength: 12 }),
    fc.array(fc.constantFrom('\n\n', '\n\n\n', '\n\n---\n\n'), { minLength: 12, maxLength: 12 }),
    fc.boolean(),
    fc.constantFrom('', '---\nlicense: mit\ntags:\n- a\n---\n', '<!--\n---\nlicense: mit\n---\n-->\n'),
  )
  .map(([pieces, gaps, windows, front]) => {
    let count = 0
    const word = () => `w${++count}w`
    const body = pieces.map((piece, at) => `${PIECES[piece]?.(word) ?? ''}${gaps[at] ?? '\n\n'}`).join('')
    const content = front + body
    return { content: windows ? content.replaceAll('\n', '\r\n') : content, count }
  })

describe('any document', () => {
  test('has every word in one block, and every word leads back to its line', () => {
    fc.assert(
      fc.property(documents, ({ content, count }) => {
        const { blocks, lines } = read(content)
        const seen = new Map<string, number>()
        for (const block of blocks)
          for (const found of block.text.matchAll(/w\d+w/g)) {
            const line = lineAt(block, found.index)
            expect(lines[line - 1], `${found[0]} on line ${line}`).toContain(found[0])
            expect(block.line).toBeLessThanOrEqual(line)
            expect(block.endLine).toBeGreaterThanOrEqual(line)
            seen.set(found[0], (seen.get(found[0]) ?? 0) + 1)
          }
        expect([...seen.values()].every(times => times === 1)).toBe(true)
        expect(seen.size).toBe(count)
      }),
      { numRuns: 300 },
    )
  })

  test('is cited, sentence by sentence, in its own letters', () => {
    fc.assert(
      fc.property(documents, ({ content }) => {
        const document = read(content)
        for (const block of document.blocks)
          for (const sentence of sentencesOfDocument(block)) {
            const cited = citeSentence(document, sentence.line, sentence.endLine, sentence.text)
            const raw = document.lines
              .slice(cited.line - 1, cited.endLine)
              .map(line => line.replace(/\r$/, ''))
              .join('\n')
            expect(raw).toContain(cited.quote)
            const first = /w\d+w/.exec(sentence.text)?.[0]
            if (first) expect(cited.quote).toContain(first)
          }
      }),
      { numRuns: 200 },
    )
  })

  test('has its links where their words are, and cells that begin where they say', () => {
    fc.assert(
      fc.property(documents, ({ content }) => {
        const { blocks, lines } = read(content)
        for (const block of blocks) {
          for (const link of block.links) {
            if (!link.image) expect(block.text.slice(link.start, link.end).trim()).toBe(link.label)
            expect(lines[link.line - 1]).toMatch(/\]\(|href=|img/)
          }
          for (const cell of block.cells ?? [])
            expect(block.text.slice(cell.start).trimStart().startsWith(cell.text)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('made of anything is read without an error, onto lines it has', () => {
    const letters = fc.constantFrom(
      ...['#', '-', '*', '_', '`', '|', '>', '<', '[', ']', '(', ')', '!', '&', ':', '\n', '\r', '\t', ' ', '\\'],
      ...['a', 'b', '1', '。', '🪶', '---\n', '<td>', '</td>', '<tr>', '<a href="x">', '</a>', '<!--', '-->', '\u0000'],
    )
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 200 }),
        fc.constantFrom('README.md', 'page.html'),
        (text, path) => {
          const { blocks, lines } = read(text, path)
          for (const block of blocks) {
            expect(block.line).toBeGreaterThanOrEqual(1)
            expect(block.endLine).toBeGreaterThanOrEqual(block.line)
            expect(block.endLine).toBeLessThanOrEqual(lines.length)
            const offsets = block.starts.map(([offset]) => offset)
            expect(offsets).toEqual([...offsets].sort((one, other) => one - other))
            for (const [, line] of block.starts) expect(lines[line - 1]).toBeDefined()
            for (const link of block.links) expect(lines[link.line - 1]).toBeDefined()
          }
        },
      ),
      { numRuns: inFull(2_000) },
    )
  })
})

describe('a document made to be costly', () => {
  test.each([
    ['quotes a thousand deep', '> '.repeat(1_000)],
    ['lists a thousand deep', Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['brackets a thousand deep', `${'['.repeat(1_000)}x${'](y)'.repeat(1_000)}`],
    ['elements a thousand deep', `${'<div>'.repeat(1_000)}x${'</div>'.repeat(1_000)}`],
    ['a line of many letters', 'a'.repeat(inFull(1_000_000))],
    ['a line of many brackets', '['.repeat(inFull(1_000_000))],
    ['a line of many angle brackets', '<'.repeat(inFull(1_000_000))],
    ['a paragraph of many lines of emphasis', '*a **b _c\n'.repeat(inFull(50_000))],
    ['a paragraph of many tags that do not end', 'x <a href="b\n'.repeat(inFull(50_000))],
    ['a paragraph of many comments that do not end', 'x <!--a\n'.repeat(inFull(50_000))],
    ['a paragraph of many lines of brackets', `${'['.repeat(100)}\n`.repeat(inFull(5_000))],
    ['a row of many cells', `<table><tr>${'<td>x'.repeat(inFull(50_000))}</tr></table>`],
    ['a table of many rows', `| a | b |\n|-|-|\n${'| a | b |\n'.repeat(inFull(30_000))}`],
    ['a paragraph of many links', '[a](b) '.repeat(1_000).concat('\n').repeat(30)],
    ['10,000 references', Array.from({ length: 10_000 }, (_, at) => `[r${at}]: x${at}`).join('\n')],
  ])('%s takes bounded time', async (_, content) => {
    await endsWithin(8_000, () => {
      for (const block of read(content).blocks) sentencesOfDocument(block)
    })
  })

  test('the beginning of an endless line is still read', () => {
    const [block] = read(`The weights are free. ${'a'.repeat(1_000_000)}\n\nThe end.\n`).blocks
    expect(block?.text.startsWith('The weights are free.')).toBe(true)
    expect(block?.text.length).toBeLessThanOrEqual(20_000)
  })
})
