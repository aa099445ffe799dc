import { withoutLeaders } from './leaders.ts'
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
