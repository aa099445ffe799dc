import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { paintFor } from '../src/terminal/paint.ts'
import { guardTerminal } from '../src/terminal/terminal.ts'
import { runBuilt } from './golden.ts'

/** A guarded terminal, and what came to it. */
function terminal() {
  const seen: string[] = []
  const stream = { write: (chunk: string | Uint8Array) => seen.push(String(chunk)) }
  guardTerminal(stream, { colors: true })
  return { stream, seen }
}

describe('what comes to a terminal', () => {
  test.each([
    ['a title', 'a\u001b]0;owned\u0007b', 'ab'],
    ['a link', 'a\u001b]8;;https://a.example\u001b\\b\u001b]8;;\u001b\\', 'ab'],
    ['an empty screen', 'a\u001b[2J\u001b[Hb', 'ab'],
    ['hidden words', 'a\u001b[8mb', 'ab'],
    ['a sequence of one byte', 'a\u009b31mb\u009d0;x\u009cc', 'abc'],
    ['the way back on a line', 'unwash: no\r\u001b[Kyes', 'unwash: noyes'],
    ['steps back and bells', 'a\b\b\u0007b\u007f', 'ab'],
    ['another order', 'a\u202eb\u2066c', 'abc'],
    ['a color that nothing is painted in', 'a\u001b[30;40mb', 'ab'],
    ['a sequence that does not end', 'a\u001b[', 'a'],
    ['lines and tabs, which stay', 'a\n\tb\n', 'a\n\tb\n'],
  ])('is shown and not obeyed: %s', (_, text, shown) => {
    const { stream, seen } = terminal()
    stream.write(text)
    stream.write(new TextEncoder().encode(text))
    expect(seen).toEqual([shown, shown])
  })

  test('has the colors of a report, and lines of progress that are erased', () => {
    const paint = paintFor({ isTTY: true }, { FORCE_COLOR: '1' })
    const painted = [...Object.values(paint).map(one => one('x')), '\u001b[1m\u001b[36mx\u001b[39m\u001b[22m']
    const { stream, seen } = terminal()
    for (const one of [...painted, '\r\u001b[K', '\r\u001b[K1 of 2']) stream.write(one)
    expect(seen).toEqual([...painted, '\r\u001b[K', '\r\u001b[K1 of 2'])
  })

  test('has nothing of a form that is to be obeyed, whatever the message', async () => {
    const folder = folderWith({})
    const form = join(folder, 'mot.yml')
    const named = 'framework: {name: Model Openness Framework, version: "1.0", date: "2024-12-15"}'
    const component = '{name: Model parameters (Final), "\\e]0;owned\\a\\e[31mkey": 1}'
    await writeFile(
      form,
      `${named}\nrelease:\n  name: Heron\n  producer: Marsh\n  license: {}\n  components: [${component}]\n`,
    )
    const { stderr, code } = await runBuilt([form])
    expect(code).toBe(2)
    expect(stderr).toContain('no key is called "key"')
    expect(stderr).not.toContain('\u001b')
  })
})
