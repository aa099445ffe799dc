import type { ClauseKind } from '../clause.ts'
import { LABELED, labelIn } from '../selflabels.ts'

/** A legal text calls itself, or the work it covers, open or permissive. */
export const selflabel = {
  id: 'selflabel',
  name: 'Self-label',
  looksFor: 'Words with which a legal text calls itself or its work open source, open, permissive or free.',
  falseFriends:
    'What others make ("third-party open source software"), what a text was inspired by, terms that are defined, negations.',
  against: [],
  reaches: [],
  weighs: 'harmless',
  keywords:
    'open opensource opensourced openly openrail permissive permissively free freely commercially 开源 开放 宽松 免费 自由软件'.split(
      ' ',
    ),
  ways: [[LABELED]],
  find(passage) {
    const label = labelIn(passage)
    return label === null ? null : { mode: 'definition', parameters: { says: label.says }, at: label.at }
  },
  examples: {
    found: [
      { text: 'The Model is released as open source under these terms.', parameters: { says: 'open source' } },
      { text: 'The Heron models are intended to be used permissively.', parameters: { says: 'permissive' } },
      { text: 'Heron Open Model License Agreement', parameters: { says: 'open model' } },
      { text: '本模型已开源。', parameters: { says: 'open source' } },
    ],
    left: [
      'Additional terms, permissive or non-permissive, may be stated in a license of their own.',
      '本软件不属于开源促进会认可的标准开源许可协议。',
      'A future release of this model trained on permissively-licensed corpora is planned.',
      'If you need a commercially usable model, train it anew; this is our reading of the license.',
      'Change License: an open source license of our choice.',
      'For weights released under OpenRAIL-M, equivalent restrictions bind.',
      'Model weights | OpenRAIL-M | Binding restrictions',
      'These terms were inspired by open source permissive licenses.',
      'The package contains third-party open source software.',
      'This is not an open source license.',
      '"Open Source Software License" means any license approved elsewhere.',
    ],
  },
} satisfies ClauseKind
