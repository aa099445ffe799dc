import { describe, expect, test } from 'vitest'
import { foundIn, told } from './found.ts'

describe('code that nobody writes', () => {
  test('files that import each other, and names that stand for themselves, come to an end', () => {
    const files = {
      'a.py': 'from b import NAME\nAutoModel.from_pretrained(NAME)\n',
      'b.py': 'from a import NAME\nAutoModel.from_pretrained(NAME)\n',
      'c.py':
        'x = y\ny = x\nAutoModel.from_pretrained(x)\ndef f(n):\n    return f(n) or AutoModel.from_pretrained(n)\n',
    }
    const found = foundIn(files)
    expect(found.references.map(({ id }) => id)).toEqual(found.references.map(() => null))
  })

  test('a name that is put together of itself a thousand times does too', () => {
    const code = `name = "a"\n${'name = name + name\n'.repeat(1_000)}AutoModel.from_pretrained(name)\n`
    expect(foundIn({ 'a.py': code }).references.length).toBeLessThan(250)
  })

  test('10,000 references are 10,000 references', () => {
    const code = Array.from({ length: 10_000 }, (_, at) => `AutoModel.from_pretrained("hedgerow/wren-${at}")`).join(
      '\n',
    )
    expect(foundIn({ 'a.py': code }).references).toHaveLength(10_000)
  })

  test('a line of a megabyte, brackets without end and broken code are read as far as they go', () => {
    const long = `x = [${'"hedgerow",'.repeat(90_000)}]; AutoModel.from_pretrained("hedgerow/wren-1b")\n`
    expect(told(foundIn({ 'a.py': long }))).toEqual(['a.py:1 model hedgerow/wren-1b at hub'])
    const deep = `x = ${'('.repeat(20_000)}\nAutoModel.from_pretrained("hedgerow/wren-1b")\n`
    expect(foundIn({ 'a.py': deep, 'a.js': deep }).references.length).toBeLessThan(10)
    const sum = `AutoModel.from_pretrained(${'"a" + '.repeat(20_000)}"b")\n`
    expect(told(foundIn({ 'a.py': sum }))).toEqual(['a.py:1 model? its name is put together while the program runs'])
    const broken = 'def (:\n  AutoModel.from_pretrained("hedgerow/wren-1b"\nclass\n'
    expect(foundIn({ 'a.py': broken }).references.map(({ id }) => id)).toEqual(['hedgerow/wren-1b'])
  })
})
