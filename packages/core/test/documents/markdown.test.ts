import { describe, expect, test } from 'vitest'
import { endsWithin, inFull } from '../../../../test/tiers.ts'
import { lineAt } from '../../src/documents/index.ts'
import { blockWith, read } from './read.ts'

/** Kind, lines and text of every block. */
const outline = (content: string, path?: string) =>
  read(content, path).blocks.map(({ kind, line, endLine, text }) => `${kind} ${line}-${endLine} ${text}`)

describe('blocks and their lines', () => {
  test('headings, paragraphs, lists and code each stand on their lines', () => {
    const content = [
      '# Heron',
      '',
      'A model of birds,',
      'and of *reeds*.',
      '',
      'Underlined',
      '----------',
      '',
      '- one',
      '- two',
      '  goes on',
      '',
      '```python',
      'import heron',
      'heron.fly()',
      '```',
      '',
      '    an indented line',
    ].join('\n')
    expect(outline(content)).toEqual([
      'heading 1-1 Heron',
      'paragraph 3-4 A model of birds, and of reeds.',
      'heading 6-6 Underlined',
      'item 9-9 one',
      'item 10-11 two goes on',
      'code 14-15 import heron heron.fly()',
      'code 18-18 an indented line',
    ])
  })

  test('carriage returns and spaces at the ends of lines leave no mark', () => {
    expect(outline('# Heron\r\n\r\nA model  \r\nof birds.\r\n')).toEqual([
      'heading 1-1 Heron',
      'paragraph 3-4 A model of birds.',
    ])
  })

  test('a carriage return within a line is no line', () => {
    expect(outline('A model\r\r\nof birds.\rAnd reeds.\n')).toEqual(['paragraph 1-2 A model of birds. And reeds.'])
  })

  test('every word of a paragraph leads back to its own line', () => {
    const block = blockWith('weights', 'The code is MIT.\nThe weights are\n**not** free.\n')
    expect(['code', 'weights', 'not', 'free'].map(word => lineAt(block, block.text.indexOf(word)))).toEqual([
      1, 2, 3, 3,
    ])
  })

  test('every word of a code sample leads back to its own line', () => {
    const block = blockWith('load', 'Use:\n\n```\nimport heron\n\nheron.load()\n```\n')
    expect(['import', 'load'].map(word => lineAt(block, block.text.indexOf(word)))).toEqual([4, 6])
  })

  test('a comment over several lines moves the words after it down', () => {
    const block = blockWith('weights', 'The code <!-- see\nbelow --> is MIT,\nthe weights are not.\n')
    expect(lineAt(block, block.text.indexOf('MIT'))).toBe(2)
    expect(lineAt(block, block.text.indexOf('weights'))).toBe(3)
  })

  test('a block knows the headings above it, and those of a level end with the next of that level', () => {
    const content = '# Heron\n\n## Models\n\n### Small\n\nOne.\n\n## License\n\nTwo.\n'
    expect(blockWith('One', content).headings).toEqual(['Heron', 'Models', 'Small'])
    expect(blockWith('Two', content).headings).toEqual(['Heron', 'License'])
  })

  test('a list knows the text that introduces it, also where it is Chinese', () => {
    expect(blockWith('sell', 'You may not:\n\n- sell it\n').lead).toBe('You may not:')
    expect(blockWith('出售', '您不得：\n\n1. 出售\n').lead).toBe('您不得：')
  })

  test('the items of a list within a list keep the lead of the outer one', () => {
    expect(blockWith('rent', 'You may not:\n\n- sell it\n  - or rent it\n').lead).toBe('You may not:')
  })

  test('a paragraph after a list is not introduced by what introduces the list', () => {
    expect(blockWith('Enjoy', 'You may not:\n\n- sell it\n\nEnjoy.\n').lead).toBeUndefined()
  })

  test('a list after a whole sentence is not introduced by it', () => {
    expect(blockWith('sell', 'A model.\n\n- sell it\n').lead).toBeUndefined()
  })

  test('what is quoted is read without its marks, however deep', () => {
    const content = '> You said so.\n>\n> > And they did.\n\nWe say.\n'
    expect(read(content).blocks.map(({ text }) => text)).toEqual(['You said so.', 'And they did.', 'We say.'])
  })
})

describe('tables', () => {
  const table = '| Model | License |\n|---|:-:|\n| [Heron](https://example.org/heron) | MIT |\n| Egret | |\n'

  test('a row has its cells, the header of its table, and its line', () => {
    const row = blockWith('Heron', table)
    expect(row).toMatchObject({ kind: 'row', line: 3, header: ['Model', 'License'] })
    expect(row.cells).toEqual([
      { text: 'Heron', start: 0 },
      { text: 'MIT', start: 8 },
    ])
    expect(row.text.slice(8)).toBe('MIT')
  })

  test('an empty cell is a cell', () => {
    expect(blockWith('Egret', table).cells?.map(cell => cell.text)).toEqual(['Egret', ''])
    const gaps = blockWith('MIT', '| A | B | C |\n|-|-|-|\n| | | MIT |\n')
    expect(gaps.cells?.map(cell => cell.text)).toEqual(['', '', 'MIT'])
    expect(gaps.text.slice(gaps.cells?.[2]?.start)).toBe('MIT')
  })

  test('the header of one table does not reach the next', () => {
    const next = blockWith('marsh', `${table}\n<table>\n<tr><td>marsh</td><td>reed</td></tr>\n</table>\n`)
    expect(next.header).toEqual([])
  })

  test('HTML tables are rows too, on the lines of their cells', () => {
    const content =
      '# Heron\n\n<table>\n<tr><th>Model</th><th>License</th></tr>\n' +
      '<tr>\n<td>Heron</td>\n<td><b>MIT</b></td>\n</tr>\n</table>\n'
    const row = blockWith('MIT', content)
    expect(row).toMatchObject({ kind: 'row', line: 5, text: 'Heron | MIT', header: ['Model', 'License'] })
    expect(row.headings).toEqual(['Heron'])
    expect(lineAt(row, row.text.indexOf('MIT'))).toBe(7)
  })

  test('two HTML tables in one stretch have their own headers', () => {
    const content =
      '<table><tr><th>Model</th></tr><tr><td>Heron</td></tr></table><table><tr><td>Reed</td></tr></table>\n'
    expect(blockWith('Heron', content).header).toEqual(['Model'])
    expect(blockWith('Reed', content).header).toEqual([])
  })

  test('a blank line within an HTML table does not lose its header', () => {
    const content =
      '<table>\n<tr><th>Model</th><th>License</th></tr>\n\n<tr><td>Heron</td><td>MIT</td></tr>\n\n</table>\n\nAfter.\n'
    expect(blockWith('MIT', content)).toMatchObject({ kind: 'row', line: 4, header: ['Model', 'License'] })
    expect(blockWith('After', content).kind).toBe('paragraph')
  })

  test('a paragraph or a break within an HTML cell does not end its row', () => {
    const row = blockWith('MIT', '<table><tr><td><p>Heron</p>7B<br>Ibis</td><td><div>MIT</div></td></tr></table>\n')
    expect(row).toMatchObject({ kind: 'row', text: 'Heron 7B Ibis | MIT' })
  })
})

describe('HTML within Markdown', () => {
  test('headings are headings, with their levels', () => {
    const content = '<h1 align="center">Heron</h1>\n\n## Models\n\n<h3>License</h3>\n\nMIT.\n\n<h2>News</h2>\n\nNone.\n'
    expect(blockWith('MIT', content).headings).toEqual(['Heron', 'Models', 'License'])
    expect(blockWith('None', content).headings).toEqual(['Heron', 'News'])
  })

  test('entities are read, scripts and styles are not', () => {
    expect(outline('<p>Salt &amp; reed</p><script>let license = "MIT"</script><style>p{}</style>\n')).toEqual([
      'paragraph 1-1 Salt & reed',
    ])
  })

  test('a break is a space, not the end of a paragraph', () => {
    expect(outline('<p>A model<br>of birds<br/>and reeds</p>\n')).toEqual(['paragraph 1-1 A model of birds and reeds'])
  })

  test('a line that begins after an element begins with a space', () => {
    const block = blockWith('reeds', '<p><b>birds</b>\nand <i>reeds</i></p>\n')
    expect(block.text).toBe('birds and reeds')
    expect(lineAt(block, block.text.indexOf('and'))).toBe(2)
  })

  test('a sample in a pre element is code', () => {
    expect(outline('<pre>\nimport heron\n</pre>\n')).toEqual(['code 1-2 import heron'])
  })

  test('an anchor that leads nowhere is no link', () => {
    expect(blockWith('Heron', 'The <a name="top">Heron</a> flies.\n').links).toEqual([])
    expect(blockWith('Heron', '<p><a name="top">Heron</a></p>\n').links).toEqual([])
  })

  test('a comment says nothing', () => {
    expect(outline('<!-- The weights are MIT. -->\n\nA model.\n')).toEqual(['paragraph 3-3 A model.'])
  })

  test('a whole page is read as one, its title left out', () => {
    const page =
      '<!doctype html>\n<html><head><title>x</title></head>\n<body>\n' +
      '<h2>License</h2>\n<ul>\n<li>MIT</li>\n</ul>\n</body></html>\n'
    for (const path of ['page.html', 'page'])
      expect(outline(page, path)).toEqual(['heading 4-4 License', 'item 6-6 MIT'])
  })

  test('a cell that goes on over rows or columns leaves those behind it in their columns', () => {
    const head = '<tr><th>Model</th><th>Encoder</th><th>LLM</th><th>Score</th></tr>'
    const first = '<tr><td>Heron-A</td><td rowspan="2">Tern</td><td>Gull</td><td rowspan="2">4</td></tr>'
    const wide = '<tr><td colspan="2">Heron-C</td><td>Ibis</td><td>7</td></tr>'
    const content = `<table>\n${head}\n${first}\n<tr><td>Heron-B</td><td>Reed</td></tr>\n${wide}\n</table>\n`
    const cellsOf = (word: string) => blockWith(word, content).cells?.map(({ text }) => text)
    expect(cellsOf('Heron-A')).toEqual(['Heron-A', 'Tern', 'Gull', '4'])
    expect(cellsOf('Heron-B')).toEqual(['Heron-B', '', 'Reed'])
    expect(cellsOf('Heron-C')).toEqual(['Heron-C', '', 'Ibis', '7'])
  })

  test.each(['<div>', '<b></i>', '<table><tr><td>'])(
    'elements without end (%s) cost what their length does, and the text within them is read',
    async element => {
      const elements = element.repeat(inFull(800_000) / element.length)
      const page = `<html>\n${elements}\n<h2>License</h2>\n<p>MIT</p><script>no</script>\n`
      await endsWithin(4_000, () => expect(outline(page, 'page.html').join(' ')).toMatch(/ 3-3 .*License.* MIT$/))
    },
  )
})

describe('links', () => {
  test('a link has its words, its address and its line', () => {
    const block = blockWith('weights', 'A model.\nGet the [heron *weights*](https://example.org/h) here.\n')
    expect(block.links).toEqual([
      { label: 'heron weights', url: 'https://example.org/h', image: false, line: 2, start: 17, end: 30 },
    ])
    expect(block.text.slice(17, 30)).toBe('heron weights')
  })

  test('links by reference are followed within the document, and what leads nowhere is text', () => {
    const block = blockWith('card', 'See [the card][c] and [gone][d].\n\n[c]: https://example.org/card\n')
    expect(block.links.map(link => link.url)).toEqual(['https://example.org/card'])
    expect(block.text).toBe('See the card and [gone][d].')
  })

  test('an address in angle brackets is a link of its own', () => {
    expect(blockWith('example.org', 'At <https://example.org/h>.\n').links[0]).toMatchObject({
      label: 'https://example.org/h',
      url: 'https://example.org/h',
    })
  })

  test('a badge in an anchor is an image within a link, each on its line', () => {
    const content = [
      '<p align="center">',
      '  <a href="LICENSE-CODE"><img alt="Code License" src="https://img.example.org/code-MIT.svg"></a>',
      '  <a href="LICENSE-MODEL"><img alt="Model License" src="https://img.example.org/model-Reed.svg"></a>',
      '</p>',
    ].join('\n')
    const links = read(content).blocks.flatMap(block => block.links)
    expect(links.map(({ label, url, image, line }) => [label, url, image, line])).toEqual([
      ['Code License', 'https://img.example.org/code-MIT.svg', true, 2],
      ['', 'LICENSE-CODE', false, 2],
      ['Model License', 'https://img.example.org/model-Reed.svg', true, 3],
      ['', 'LICENSE-MODEL', false, 3],
    ])
  })

  test('badges in Markdown, each on its line, though none has a word of text', () => {
    const content =
      '# Heron\n\n[![code](https://img.example.org/a)](LICENSE)\n[![model](https://img.example.org/b)](MODEL_LICENSE)\n'
    const links = read(content).blocks.flatMap(block => block.links)
    expect(links.map(({ url, line }) => [url, line])).toEqual([
      ['https://img.example.org/a', 3],
      ['LICENSE', 3],
      ['https://img.example.org/b', 4],
      ['MODEL_LICENSE', 4],
    ])
  })

  test('a single image makes a block, though it has no text', () => {
    expect(read('![License: MIT](https://img.example.org/mit.svg)\n').blocks).toMatchObject([
      { text: '', line: 1, links: [{ label: 'License: MIT', image: true }] },
    ])
  })

  test('an anchor in the middle of a Markdown line is a link', () => {
    const block = blockWith('weights', "Get <a class='x' href='https://example.org/h'>the weights</a> here.\n")
    expect(block.links[0]).toMatchObject({ label: 'the weights', url: 'https://example.org/h', line: 1 })
  })

  test('links in the cells of a table lie within their cells', () => {
    const row = blockWith('MIT', '| Model | License |\n|--|--|\n| [Heron](h) | [MIT](LICENSE) |\n')
    expect(row.links.map(({ label, start }) => [label, start])).toEqual([
      ['Heron', 0],
      ['MIT', row.cells?.[1]?.start],
    ])
  })

  test('scripts in addresses are no links', () => {
    expect(read('[x](javascript:alert(1)) [y](vbscript:z)\n').blocks.flatMap(block => block.links)).toEqual([])
  })
})
