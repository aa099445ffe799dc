// The naive reading, for comparison: front matter, else the root LICENSE by its first words, and a regular expression for data and code.

const OPEN = /apache|\bmit\b|bsd|gpl|mpl|cc-by(-sa)?-\d|cc0|openmdw|isc|unlicense/i
const CLASSES = [
  ['non-commercial', /non-?commercial|-nc\b|-nc-|research/i],
  ['use-restricted', /rail/i],
  ['open-model', /cc-by-\d|cc-by-sa-\d|cc0/i],
  ['open-source', OPEN],
  ['community-restricted', /llama|gemma|community|other|license/i],
]

/** What one would say after a glance at a release. */
export function naive(release) {
  if (!release) return { term: 'undetermined', class: 'unknown' }
  const readme = [...release.texts.values()].find(text => /^readme\.md$/i.test(text.path))?.content ?? ''
  const root = [...release.texts.values()].find(text => /^licen[cs]e(\.md|\.txt)?$/i.test(text.path))?.content ?? ''
  const declared =
    /^---[\s\S]*?^license:\s*(\S+)/m.exec(readme)?.[1] ??
    (root
      ? (/apache license|mit license|bsd|general public license|creative commons[^\n]*/i.exec(root)?.[0] ??
        'other license')
      : '')
  const weights =
    release.files.some(file => /\.(safetensors|bin|gguf|pt|pth|ckpt)$/i.test(file.path)) ||
    /huggingface\.co\/[\w-]+\/[\w-]+|checkpoint|weights/i.test(readme)
  const open = OPEN.test(declared) && !/-nc|-nd/i.test(declared)
  const source =
    /training data|dataset/i.test(readme) &&
    /train\w*\.py|training code/i.test(`${readme} ${release.files.map(file => file.path).join(' ')}`)
  const term = !weights
    ? 'no-model'
    : declared === ''
      ? 'unlicensed-weights'
      : open
        ? source
          ? 'open-source-ai'
          : 'open-weights-ai'
        : 'weights-available-ai'
  return {
    term,
    class: declared === '' ? 'none' : (CLASSES.find(([, words]) => words.test(declared))?.[0] ?? 'unknown'),
  }
}
