// Damages seeds, the same way each time: by a reader, a number to begin from and the number of the input.
import { createHash } from 'node:crypto'
import { seeded } from '../bench/damage.mjs'

/** No input is longer: what takes long for it takes long for a file that anybody may publish. */
export const LARGEST = 100_000

/** pieces that parsers stumble over */
const PIECES = [
  ...'[]{}()<>"\'`|*_~#&!%@,;:?=-+/\\^$\n\t\0'.split(''),
  ...[
    '  ',
    '\n\n',
    '\r\n',
    '\r',
    ': ',
    '- ',
    '? ',
    '> ',
    '| ',
    '---\n',
    '...\n',
    '&a ',
    '*a ',
    '!a ',
    '<<: *a\n',
    '{a: ',
  ],
  ...[
    '[a][b]',
    '*a **b',
    '![',
    '](',
    '[^1]',
    '<a href=',
    '</',
    '<!--',
    '-->',
    '<table><tr><td>',
    '&amp;',
    '&#x',
    '<b>',
  ],
  ...[
    '```',
    '~~~',
    '**',
    '__',
    '"""',
    "'''",
    '${',
    '`${',
    '/*',
    '//',
    '=>',
    'lambda ',
    'f"{',
    '(lambda:',
    'not ',
    'a.b(',
  ],
  ...['null', '__proto__', 'constructor', '1e999', '-1', '99999999999999999999', '0x', '\\u', '\\ud800', 'true', '{}'],
  ...['\u{feff}', '\u202e', '\u00a0', '\u0301', '\u{1f426}', '。', '不得', '许可', 'é', 'ﬁ', '\u2028', '\u200b', 'İ'],
  ...[
    'license: ',
    'MIT',
    'Apache-2.0',
    'may not ',
    'you must ',
    'non-commercial ',
    'open source ',
    'except ',
    ' AND (',
    ' OR ',
  ],
  ...[
    'https://',
    'http://a.b/',
    '1,000,000 ',
    '700 million users ',
    '$1 ',
    '00:00:01.000 --> ',
    '7B',
    '1e24',
    '\x1b[31m',
  ],
  ...['\xff', '\xfe\xff', '\xf0\x9f', '\x80'].map(bytes => Buffer.from(bytes, 'latin1')),
].map(piece => Buffer.from(piece))

/** One damaged input in so many is made of one piece again and again, up to the largest. */
const LONG = 40

/** An input for a reader: always the same for the same numbers. */
export function inputOf(reader, seed, at) {
  const digest = createHash('sha256').update(`${reader.id} ${seed} ${at}`).digest()
  const random = seeded(digest.readInt32LE(0))
  const below = most => Math.floor(random() * most)
  const pick = list => list[below(list.length)]
  let bytes = pick(reader.seeds)
  if (below(LONG) === 0) bytes = withRun(bytes)
  for (let left = 1 + below(8); left > 0; left--) bytes = damaged(bytes)
  return bytes.subarray(0, LARGEST)

  /** A long run in place of nothing or of the rest. */
  function withRun(bytes) {
    const unit = Buffer.concat(Array.from({ length: 1 + below(3) }, () => pick(PIECES)))
    const place = below(bytes.length + 1)
    const run = Buffer.alloc(Math.max(0, below(LARGEST) - bytes.length), unit)
    return Buffer.concat([bytes.subarray(0, place), run, ...(below(2) ? [bytes.subarray(place)] : [])])
  }

  function damaged(bytes) {
    const from = below(bytes.length + 1)
    const to = Math.min(bytes.length, from + 1 + below(below(4) ? 8 : 200))
    const [before, part, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
    const put = (...parts) => Buffer.concat([before, ...parts, after])
    switch (below(9)) {
      case 0:
        return put()
      case 1:
        return put(part, pick(PIECES))
      case 2:
        return put(pick(PIECES))
      case 3:
        return put(part, Buffer.alloc(1 + below(40) * part.length, part.length > 0 ? part : '\n'))
      case 4:
        return put(Buffer.from([below(256)]))
      case 5:
        return put(part, pick(reader.seeds).subarray(below(50), below(2_000)))
      case 6:
        return put(Buffer.alloc(1 + below(300), pick(PIECES)))
      case 7:
        return before.length > 0 ? before : bytes
      default:
        return Buffer.concat([before, after, part])
    }
  }
}
