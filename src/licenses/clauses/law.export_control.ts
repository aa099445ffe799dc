import type { ClauseKind } from '../clause.ts'
import { moodAt } from '../mood.ts'
import { has, run } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const EXPORT =
  /\bexport(?:ation)?, (?:re-?export(?:ation)?,? )?(?:and )?import\b|\bexport(?:s|ed|ing)?[- ](?:rules?|regime|statutes?|legislation|control|administration|compliance|restrictions?|laws?|regulations?|and|or|license)\w*\b|\b(?:economic |trade )?sanctions?\b|\bembargo\w*\b|\bentity list\b|\btrade controls?\b|出口管制|制裁/
const LAW =
  /\b(?:rules?|follow|forbid|breach|contravention|violation|destinations?|laws?|regulations?|restrictions?|comply|complying|compliance|controls?|lists?|regimes?|embargo\w*)\b|法律|法规|规定|条例|遵守|\b(?:obey|observe|respect)\b/

const MEANS = /^\W{0,4}\w[^"]{0,60}" (?:shall )?means?\b/

/** the matter of a table row */
const MATTER = /^export(?:s| controls?)?$/
const ANSWER = /\b(?:export|sanction\w*)\b[^.;]{0,30}\b(?:regulations?|laws?|rules|controls?|restrictions?)\b/

/** The user must follow export-control and sanctions law. */
export const lawExportControl = {
  id: 'law.export_control',
  name: 'Export control',
  looksFor: 'A duty to follow export-control, sanctions or trade law.',
  falseFriends: 'Exporting a model to a file format, and a list of excluded countries.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  keywords: ['export', 'sanction', 'embargo', 'trade', '出口管制', '制裁'],
  ways: [[MATTER, ANSWER], [EXPORT, LAW], [/\b(?:embargoed|sanctioned)\b/]],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'duty', at: row }
    const text = passage.lower
    const found =
      run(text, 120, EXPORT, LAW) ??
      run(text, 60, /\b(?:re-?)?(?:export|ship|transfer)(?:ed|ing)?\b/, /\b(?:embargoed|sanctioned)\b/) ??
      run(text, 120, LAW, EXPORT)
    if (!found) return null
    if (has(text, MEANS)) return null
    const mode = moodAt(passage, found.start)?.mode
    return { mode: mode === 'ban' ? 'ban' : mode === 'plea' ? 'plea' : 'duty', at: found.start }
  },
  examples: {
    found: [
      { text: 'I will not export the data to embargoed countries.', mode: 'ban' },
      {
        text: 'You will comply with all applicable laws, including all applicable export, re-export, and import laws of your country.',
        mode: 'duty',
      },
      { text: 'Obey export laws.', mode: 'duty' },
      { text: 'You shall comply with all applicable export control laws and regulations.', mode: 'duty' },
      { text: 'You may not export the Model in violation of trade sanctions law.', mode: 'ban' },
      { text: '您应当遵守适用的出口管制法律法规。', mode: 'duty' },
    ],
    left: [
      'You can export the model to other formats.',
      'Trade names are not licensed.',
      'Exported weights are stored in the folder.',
    ],
  },
} satisfies ClauseKind
