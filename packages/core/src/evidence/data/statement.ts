import type { KnownDataset } from '../../knowledge/schemas/datasets.ts'
import type { Citation, Cited } from '../../report/report.ts'
import type { DataRung, DataStage, DataTopic } from '../../report/vocabulary.ts'
import type { Heard } from '../signs.ts'

/** Which training a sentence speaks of: its own words count before those of its chapter. */
export const stageOf = (sentence: Heard, context: Heard): DataStage =>
  stageInWords(sentence) ?? stageInWords(context) ?? 'training'

function stageInWords({ says }: Heard): DataStage | null {
  if (says('data.first')) return 'pre-training'
  if (says('data.preference')) return 'preference'
  return says('data.later') ? 'post-training' : null
}

/** A sentence, or a row of a table, that tells something about training data. */
export interface DataStatement {
  readonly citation: Citation
  /** of each topic it speaks of: whether it names, counts or says how, or only says that there is something */
  readonly topics: ReadonlyMap<DataTopic, 'specific' | 'generic'>
  /** the training it is about */
  readonly stage: DataStage
  /** it says what the data is made of by parts ("87% code"), or how it was selected, labeled or processed */
  readonly describes: boolean
  /** it calls its own list incomplete ("including", "such as") */
  readonly partial: boolean
  /** it says that there was nothing else */
  readonly exclusive: boolean
  /** it links to where data can be had */
  readonly located: boolean
  /** it is an entry on data ("Harbor data: …") of a list whose other entries link to theirs, and it links to nothing */
  readonly unlike: boolean
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

/** A set that the release says it was trained on, or gives as its training data. */
export interface DataSource {
  readonly name: string
  readonly stage: DataStage
  /**
   * where the release says it can be had: an address, an id on a hub, a file of the release; null when it only names it
   */
  readonly where: string | null
  /** its id on a hub, as written there */
  readonly hub: string | null
  /** the publisher's own */
  readonly own: boolean
  /** what is known of it */
  readonly known: KnownDataset | null
  /** it is called a part or a sample of what was used */
  readonly part: boolean
  readonly rung: DataRung
  readonly cited: Cited
}

/** The training data of one stage on its ladder. */
export interface DataOfStage {
  readonly stage: DataStage
  readonly rung: DataRung
  readonly sources: readonly DataSource[]
  readonly cited: Cited
}

/** Everything that was seen of training data. */
export interface DataFound {
  readonly statements: readonly DataStatement[]
  readonly asides: readonly DataAside[]
  readonly sources: readonly DataSource[]
  /** the stages that anything is said of; where one is given, the others are told apart from it */
  readonly stages: readonly DataOfStage[]
}
