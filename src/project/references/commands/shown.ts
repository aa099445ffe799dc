/** what is shown to people, and goes to no file and no other program */
const SHOWN =
  /((?:^|[\s;&|(@])(?:echo|printf)\s{1,4}(?:-\w{1,3}\s{1,4})?)("[^"\n]*"|'[^'\n]*'|[^"'\n;&|>)]*)(?=\s*(?:>&2|1>&2|;|&&|\|\||$|[)}]))/gm

/** Settings and scripts without what they show, the labels of an image, and what CMake sets as other files do. */
export function withoutShown(content: string): string {
  let labels = false
  return content
    .replaceAll(SHOWN, (_, command: string) => command)
    .replaceAll(/\bset\(\s{0,8}([A-Z_][A-Z0-9_]{0,60})\s{1,8}"?([^\s")]{1,200})"?\s{0,8}\)/g, '$1=$2')
    .split('\n')
    .map(line => {
      const isLabel = labels || /^\s*LABEL\s/i.test(line)
      labels = isLabel && line.trimEnd().endsWith('\\')
      return isLabel ? '' : line
    })
    .join('\n')
}

const GIVEN = /\bpython[\d.]*\s{1,4}(?:-[a-zB-Z]\s{1,4})*-c\s{1,4}(\\?["'])/g
const FED = /\bpython[\d.]*\b[^\n]{0,200}<<-?\s{0,4}(["']?)(\w{1,40})\1[^\n]{0,200}\n/g

/** The Python that a script gives to an interpreter, each line of it where it is in the file; null where there is none. */
export function pythonIn(content: string): string | null {
  const parts: (readonly [number, number])[] = []
  for (const match of content.matchAll(GIVEN)) {
    const from = match.index + match[0].length
    const quote = match[1] ?? ''
    let to = content.indexOf(quote, from)
    while (to > 0 && quote === '"' && content[to - 1] === '\\') to = content.indexOf(quote, to + 1)
    if (to > 0 && to - from < LONGEST) parts.push([from, to])
  }
  for (const match of content.matchAll(FED)) {
    const from = match.index + match[0].length
    const end = new RegExp(`^\\s*${match[2]}\\s*$`, 'm').exec(content.slice(from, from + LONGEST))
    if (end) parts.push([from, from + end.index])
  }
  if (parts.length === 0) return null
  let at = 0
  let code = ''
  for (const [from, to] of parts.sort(([one], [other]) => one - other)) {
    if (from < at) continue
    code += content.slice(at, from).replaceAll(/[^\n]/g, '')
    code += content.slice(from, to).replaceAll('\\"', '"')
    at = to
  }
  return code
}

const LONGEST = 20_000
