/** many times the nesting of any real file; what walks a value calls itself for each level (CWE-674) */
const DEEPEST_JSON = 100

/** Reads foreign JSON, as JSON.parse does; throws a SyntaxError also for what is nested without end. */
export function parseJson(content: string): unknown {
  const deep = tooDeep(content)
  if (deep !== null) throw new SyntaxError(`nested deeper than ${DEEPEST_JSON} levels at position ${deep}`)
  return JSON.parse(content)
}

const [QUOTE, ESCAPE, LIST, LIST_END, MAP, MAP_END] = ['"', '\\', '[', ']', '{', '}'].map(one => one.charCodeAt(0))

/** Where a text goes deeper than is read; brackets in its strings are words. */
function tooDeep(content: string): number | null {
  let depth = 0
  let quoted = false
  for (let at = 0; at < content.length; at++) {
    const one = content.charCodeAt(at)
    if (quoted) {
      if (one === ESCAPE) at++
      else if (one === QUOTE) quoted = false
    } else if (one === QUOTE) quoted = true
    else if (one === LIST || one === MAP) {
      if (++depth > DEEPEST_JSON) return at
    } else if (one === LIST_END || one === MAP_END) depth--
  }
  return null
}
