import type { ClauseKind } from '../clause.ts'
import { RETALIATES, retaliationIn } from '../litigation.ts'

/** Rights end for whoever starts copyright litigation. */
export const litCopyright = {
  id: 'lit.copyright',
  name: 'Copyright-litigation termination',
  looksFor: 'Rights end for whoever starts copyright litigation, for instance over training data.',
  falseFriends: 'Patent retaliation, and damages for infringing the copyright in the work.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  keywords: ['copyright', '著作权', '版权'],
  ways: [[RETALIATES]],
  find(passage) {
    const seen = retaliationIn(passage)
    return seen?.over === 'copyrights' || seen?.over === 'patents and copyrights'
      ? { mode: 'ban', at: seen.at, parameters: { against: seen.against } }
      : null
  },
  examples: {
    found: [
      {
        text: 'If you institute copyright or patent litigation against any entity over the Model, then your licenses terminate.',
        mode: 'ban',
      },
      {
        text: 'If you file a legal claim that the Materials infringe any copyright, all rights granted to you are terminated.',
        mode: 'ban',
      },
      { text: '如果您以侵犯著作权为由提起诉讼，则授予您的许可终止。', mode: 'ban' },
    ],
    left: [
      'Subject to Section 5, which deals with copyright claims and the end of the license, you receive these rights.',
      'If you institute patent litigation, your patent licenses terminate.',
      'This license ends with the copyright in the work.',
      'Infringing the copyright in the Software ends your license.',
    ],
  },
} satisfies ClauseKind
