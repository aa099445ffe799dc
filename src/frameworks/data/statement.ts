import type { Citation } from '../../report.ts'

/** What the Open Source AI Definition wants told about training data. */
const DATA_TOPICS = ['provenance', 'scope', 'selection', 'labeling', 'processing'] as const
export type DataTopic = (typeof DATA_TOPICS)[number]

/** A sentence, or a row of a table, that tells something about training data. */
export interface DataStatement {
  readonly citation: Citation
  /** of each topic it speaks of: whether it names, counts or says how, or only says that there is something */
  readonly topics: ReadonlyMap<DataTopic, 'specific' | 'generic'>
  /** the training it is about: the first one from scratch, or a later one (fine-tuning, preferences) */
  readonly stage: 'first' | 'later'
  /** it calls its own list incomplete ("including", "such as") */
  readonly partial: boolean
  /** it says that there was nothing else */
  readonly exclusive: boolean
  /** it links to where data can be had */
  readonly located: boolean
}

/** A sentence on data that is not simply given. */
export interface DataAside {
  readonly citation: Citation
  /**
   * `withheld` it says that data is not shared · `private` it speaks of data of the publisher's own or its users' ·
   * `third-party` of licensed or bought data · `none` it says that there is no such data
   */
  readonly kind: 'withheld' | 'private' | 'third-party' | 'none'
  /** it gives a reason */
  readonly reasoned: boolean
  /** it names a source */
  readonly named: boolean
  /** it links to where the data can be had */
  readonly located: boolean
}

/** Everything the documents say of training data. */
export interface DataWords {
  readonly statements: readonly DataStatement[]
  readonly asides: readonly DataAside[]
}
