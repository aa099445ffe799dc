import { withoutTags } from './markup.ts'
import { isPlain, plainLetters } from './unicode.ts'

const MARKED = /[<&]|!\[/
/** a picture: its words are read, where it lies is not */
const IMAGE = /!\[([^\][\n]{0,300})\](?:\([^()\s]{0,500}(?: "([^"\n]{0,300})")?\))?/g

/**
 * A legal text as it is read, by identity and by clauses alike: comment leaders, tags, entities, invisible letters and
 * letters that only look alike are made plain; what attributes and comments say is kept. Line n of it is line n of the
 * file, so that whatever is found is cited there.
 */
export function normalize(content: string): string {
  const bare = withoutLeaders(content.split('\n')).join('\n')
  const text = MARKED.test(bare)
    ? withoutTags(bare).replace(IMAGE, (_, alt: string, title = '') => `${alt} ${title}`)
    : bare
  return isPlain(text) ? text : text.split('\n').map(plainLetters).join('\n')
}

/** marks with which a program or a letter sets a text apart, one at the beginning of each line */
const LEADERS = ['//', '#', '*', '--', ';', '%', '>', '!', '"', "'", 'dnl', 'REM', '..'] as const
/** lines that open or close such a text and hold nothing else */
const FRAME = /^[ \t]*(?:\/\*[*!]?|\*+\/|<!--|-->|"""|'''|=begin|=end|\(\*|\*\))[ \t]*$/
/** this part of the lines begin with the mark */
const NEARLY_ALL = 0.9
/** fewer lines are a list or a heading */
const FEWEST = 3

/** The lines of a text without the mark that each begins with, as in a comment of a program; each keeps its place. */
function withoutLeaders(lines: readonly string[]): readonly string[] {
  const filled = lines.filter(line => line.trim() !== '' && !FRAME.test(line))
  if (filled.length < FEWEST) return lines
  const leader = LEADERS.find(mark => startsWith(filled[0] ?? '', mark))
  if (leader === undefined) return lines
  const led = filled.filter(line => startsWith(line, leader)).length
  if (led < filled.length * NEARLY_ALL) return lines
  return lines.map(line => {
    if (FRAME.test(line)) return ''
    if (!startsWith(line, leader)) return line
    const at = line.indexOf(leader)
    let end = at + leader.length
    while (line[end] === leader.at(-1)) end++
    return line[end] === ' ' ? line.slice(end + 1) : line.slice(end)
  })
}

const startsWith = (line: string, mark: string): boolean => {
  const rest = line.trimStart()
  return rest.startsWith(mark) && !/^[\p{L}\p{N}]/u.test(/\w$/.test(mark) ? rest.slice(mark.length) : '')
}
