// dist/data/glyphs.json: the outlines of the letters that preview pictures are set in, from Source Serif 4 (OFL-1.1).
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'

const file = createRequire(import.meta.url).resolve(
  '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff',
)
const bytes = readFileSync(file)
const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
const glyphs = {}
for (let code = 0x20; code <= 0x2122; code += 1) {
  if (code > 0x17f && code < 0x2013) continue
  const glyph = font.charToGlyph(String.fromCodePoint(code))
  if (glyph.index === 0 && code !== 0x20) continue
  const commands = glyph
    .getPath(0, 0, 1000)
    .commands.map(({ type, x1, y1, x2, y2, x, y }) => [
      type,
      ...[x1, y1, x2, y2, x, y].filter(value => value !== undefined).map(Math.round),
    ])
  glyphs[String.fromCodePoint(code)] = {
    advance: Math.round((glyph.advanceWidth / font.unitsPerEm) * 1000),
    path: commands,
  }
}
writeFileSync('dist/data/glyphs.json', JSON.stringify(glyphs))
