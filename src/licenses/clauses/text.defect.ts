import type { ClauseKind } from '../clause.ts'
import { missingAttachmentIn, placeholderIn } from '../defects.ts'

/** A flaw of drafting in a legal text. */
export const textDefect = {
  id: 'text.defect',
  name: 'Drafting defect',
  looksFor: 'Blanks left in a text and attachments that it promises and does not have.',
  falseFriends: 'The blanks of an appendix that shows how to apply a license, attachments to laws and treaties.',
  against: [],
  reaches: [],
  weighs: 'harmless',
  keywords:
    'completed law courts insert your todo tbd fill url link hyperlink date name company licensor model xxx xxxx placeholder year yyyy lorem attachment exhibit annex schedule appendix 附件 附录 附表 待定 插入 填 country region holder 待 software number address jurisdiction territory contact email support'.split(
      ' ',
    ),
  find(passage, context) {
    const flaw = placeholderIn(passage, context) ?? missingAttachmentIn(passage, context)
    return flaw === null ? null : { mode: 'definition', parameters: { says: flaw.says }, at: flaw.at }
  },
  examples: {
    found: [
      { text: 'Report misuse of this model to [contact email].', mode: 'definition' },
      { text: 'These terms govern the use of "[Software Name]".', mode: 'definition' },
      { text: 'We may post a revised text at [INSERT LINK].' },
      { text: 'You must follow the use restrictions in Attachment B.' },
      { text: 'The most recent policy stands at [URL TBD].' },
    ],
    left: [
      'Name: [Your full name]',
      'You may not use it for what is prohibited by Attachment A of <https://heron.example/license>.',
      'The restrictions of that license (its Attachment A) apply to this model.',
      'Those voices come under the voice supplement, including Schedule A.',
      'By using the tune you agree to that license. Follow Exhibit A of the license.',
      'You must follow Attachment A.\n\nAttachment A\n\nDo not remove this notice.',
      'See the list [1] and the note [a].',
      'This Agreement is dated as signed.',
    ],
  },
} satisfies ClauseKind
