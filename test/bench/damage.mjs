// Damages license texts the way real files do, the same way each time (seeded).

const WORDS = 'model weights kernel harbor violet lantern pocket meadow copper tundra quartz ripple'.split(' ')

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const refill = (paragraph, width) => {
  const lines = ['']
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1]
    if (last !== '' && last.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.join('\n')
}

/** Short lines and list items keep their line breaks, as a person who wraps a text again would keep them. */
const isProse = paragraph => {
  const lines = paragraph.split('\n')
  return lines.length === 1 || lines.slice(0, -1).every(line => line.trim().length > 50)
}

/** P1: wrapped anew, holder filled in, curly quotes, CRLF, a Markdown heading. */
export function rewrapped(text, random) {
  const width = 60 + Math.floor(random() * 50)
  const filled = text
    .replace(/<year>|\[yyyy\]|<yyyy>|\[year\]|<YEAR>|\[YEAR\]|\{year\}/g, '2024')
    .replace(
      /<(?:copyright holders?|owner|name of author|OWNER|AUTHOR|COPYRIGHT HOLDERS?)>|\[name of copyright (?:owner|holder)\]/g,
      'Lantern Harbor GmbH',
    )
  const paragraphs = filled
    .split(/\n[ \t]*\n/)
    .map(paragraph => (isProse(paragraph) ? refill(paragraph, width) : paragraph))
  return paragraphs
    .join('\n\n')
    .replace(/"([^"\n]*)"/g, '\u201c$1\u201d')
    .replace(/(\w)'(\w)/g, '$1\u2019$2')
    .replace(/\n/g, '\r\n')
}

/** P3: one word in a hundred replaced, at least one. */
export function replaced(text, random) {
  let done = 0
  const words = text.split(/(\s+)/)
  const once = Math.floor(random() * words.length) & ~1
  return words
    .map((word, i) => {
      const hit = /\w/.test(word) && (random() < 0.01 || (i === once && done === 0))
      if (hit) done++
      return hit ? WORDS[Math.floor(random() * WORDS.length)] : word
    })
    .join('')
}

/** P4: pasted inside a model card. */
export function pasted(text, random) {
  const words = (count, start) =>
    Array.from({ length: count }, (_, i) => WORDS[(start + i * 7 + Math.floor(random() * 5)) % WORDS.length]).join(' ')
  return `---
language: en
tags:
- text-generation
---

# Harbor 7B

Harbor 7B is a small ${words(40, 1)}.

## Usage

\`\`\`python
from transformers import AutoModel
model = AutoModel.from_pretrained("lantern/harbor-7b")
\`\`\`

It was trained on ${words(60, 3)}.

## License

${text}

## Citation

If you use it in your work you can cite ${words(30, 5)}.
`
}
