import { citeWords } from '../../documents/cite.ts'
import { type Document, lineAt } from '../../documents/index.ts'
import { cite } from '../../evidence/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { licensesMentionedIn, resolveId } from '../../names/index.ts'
import type { Setting } from './speaker.ts'
import { type Statement, state } from './statement.ts'
import { readSubject } from './subject.ts'

/** how far below "the following license applies to …" the license may stand */
const BELOW = 6
/** it must say that the license follows, not that one is to be followed */
const ANNOUNCES = new RegExp(
  String.raw`[^.]{0,200}\b(?:following|below) licen[cs]e (?:appl|cover|govern)\w*[^.]{0,300}|` +
    String.raw`[^.]{0,200}\bunder the (?:following|below) licen[cs]e[^.]{0,200}[:：]$`,
  'i',
)

/** one of its words: far faster to look for than the whole */
const MAY = /\b(?:following|below) licen/i

/** "The following license applies to the code and the models:", and then the license's own notice. */
export function announcedStatements(document: Document, { speaker }: Setting, knowledge: Knowledge): Statement[] {
  return document.blocks.flatMap((block, index): Statement[] => {
    const says = block.kind === 'code' || !MAY.test(block.text) ? undefined : ANNOUNCES.exec(block.text)?.[0]
    if (!says || licensesMentionedIn(block.text, knowledge).length > 0) return []
    const subject = readSubject(says, speaker)
    const next = document.blocks.slice(index + 1, index + 1 + BELOW)
    const below = next.find(block => licensesMentionedIn(block.text, knowledge).length > 0)
    const mention = below ? licensesMentionedIn(below.text, knowledge)[0] : undefined
    const license = mention ? resolveId(mention.id, null, knowledge) : null
    if (!below || !mention || !license || subject.others || subject.about.length === 0) return []
    const named = citeWords(document, lineAt(below, mention.start), lineAt(below, mention.end), mention.spelled)
    return [
      state({
        about: subject.about,
        models: subject.models,
        license,
        binds: true,
        via: 'prose',
        section: block.headings.at(-1) ?? '',
        spelled: mention.spelled,
        cited: cite(citeWords(document, block.line, block.endLine, says), named),
      }),
    ]
  })
}
