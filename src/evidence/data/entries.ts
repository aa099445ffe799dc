import type { Block } from '../../documents/index.ts'
import type { DataStatement } from './statement.ts'

/** an entry of a list or a table that is headed by a kind of data: "Harbor data: …" */
const ENTRY =
  /^[^\w\u3400-\u9fff]{0,6}(?!eval|test|valid|training data)[\w -]{2,50} (?:data|data ?sets?|corpus|corpora)\W{0,4}(?:[:|—–]|$)|^[^\w\u3400-\u9fff]{0,6}[\u3400-\u9fff]{2,12}(?:数据集?|语料库?)\W{0,6}(?:[:：|—–]|$)/i

/** Whether a block is an entry of a list or a table. */
export const isEntry = ({ kind }: Block): boolean => kind === 'item' || kind === 'row'

/** Whether an entry is headed by a kind of data. */
export const isHeadedByData = ({ text }: Block): boolean => ENTRY.test(text.slice(0, 200))

/** The entries of one list of data as they are read. */
export interface EntryList {
  /** headings, header and lead: what all of its entries share */
  readonly at: string
  /** an entry says where its data can be had */
  linked: boolean
  /** the statements of entries on data that say nothing of where */
  readonly silent: number[]
}

/** Ends a list: where one of its entries says where its data can be had, those that do not are unlike it. */
export function endList({ linked, silent }: EntryList, statements: DataStatement[]): void {
  if (!linked) return
  for (const at of silent) {
    const statement = statements[at]
    if (statement) statements[at] = { ...statement, unlike: true }
  }
}
