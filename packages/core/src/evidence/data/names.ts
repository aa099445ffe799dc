import type { Hear, Heard } from '../signs.ts'

/** Finds named data in a sentence: capitalized words beside a word for data, that are not just how English writes. */

/** a run of capitalized or mixed words right before a word for data: "the Harbor Corpus", "OpenFoo-2 dataset" */
const BEFORE_DATA = new RegExp(
  String.raw`((?:[A-Z][\w.+/-]{0,40}|[a-z]{1,20}[A-Z0-9][\w.+/-]{0,40})(?: (?:[A-Z\d][\w.+/-]{0,40})){0,4}) ` +
    String.raw`(?:[a-z-]{2,20} )?(?:data ?sets?|data|corpus|corpora|dumps?|crawls?|snapshots?|articles|archives?)\b`,
  'g',
)
/** the same after a word for data: "data from Harbor Archive", "datasets: Foo" */
const AFTER_DATA = new RegExp(
  String.raw`\b(?:data|datasets?|corpus|corpora|tokens|texts?|documents|sources?|mixture|mix|samples|pairs|` +
    'images|subsets?|articles|pages|books|collected|crawled|scraped|sampled|sourced|' +
    String.raw`taken)\b[^.;]{0,60}?(?:\b(?:from|of|like|as|namely|including|includes?|containing|contains?|` +
    'comprising|comprises?|are|is)|[:：(]) (?:the |our |its |' +
    String.raw`both )?([A-Z][\w+/-]{1,40}(?: [A-Z\d][\w+/-]{0,40}){0,4})`,
  'g',
)
/** "trained on LION-2B", "trained on the Harbor": a name with a digit, a hyphen or mixed case right after "on" */
const TRAINED_ON = new RegExp(
  String.raw`\b(?:trained|tuned|pre-?trained|trains?)\b[^.;]{0,40}? on (?:the |a subset of |` +
    String.raw`our )?([A-Z][\w+/-]{1,40}(?: [A-Z\d][\w+/-]{0,40}){0,3})`,
  'g',
)
/** 「数据集 Foo」, "Foo 数据集" */
const CHINESE = /([A-Za-z][\w.+-]{2,40}) ?(?:数据集|语料库|语料)/g

/** "Harbor, a corpus of letters" */
const NAMED_CORPUS = new RegExp(
  String.raw`([A-Z][\w+/-]{1,40}(?: [A-Z\d][\w+/-]{0,40}){0,3}), (?:a|an|our|the|` +
    String.raw`which is an?) (?:[a-z-]{1,20} ){0,3}(?:data ?set|corpus|collection)\b`,
  'g',
)
/** a file of data by its name */
const FILE = /[\w-]{1,60}\.(?:csv|tsv|jsonl?|parquet|arrow)\b/i

/** a file of figures, or one to try with, by its name */
const NOT_TRAINED = /(?:^|[_-])(?:eval\w*|valid\w*|tests?|results?|metrics|demo|examples?|samples?)(?:[_.-]|$)/i

/** Whether a sentence names data. */
export const namesData = (sentence: Heard, hear: Hear): boolean => namesOfData(sentence, hear).length > 0

/** more names than this in a sentence are a list of something else */
const MOST_NAMES = 20

/**
 * What a sentence calls its data: proper names beside a word for data, and files. Names of languages, methods and
 * months are none.
 */
export function namesOfData({ text, says }: Heard, hear: Hear): readonly string[] {
  if (says('data.denies')) return []
  const found = new Set<string>()
  const file = FILE.exec(text)
  if (file && !NOT_TRAINED.test(file[0])) found.add(file[0])
  for (const pattern of [BEFORE_DATA, AFTER_DATA, TRAINED_ON, NAMED_CORPUS, CHINESE])
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? ''
      const at = match.index + match[0].indexOf(name)
      const isShare = text[at + name.length] === '%'
      if (found.size < MOST_NAMES && !isShare && isName(name, at === 0, hear)) found.add(name)
    }
  return [...found]
}

/** a number, or a version */
const VERSION = /^v?\d[\w.%-]{0,8}[,:)]{0,3}$/i

/** At the head of a sentence a capital says nothing: a name there has a digit or a second capital. */
function isName(run: string, head: boolean, hear: Hear): boolean {
  const words = run.split(' ').filter(word => word.length > 1 && !VERSION.test(word) && !hear(word).says('data.plain'))
  if (words.length === 0) return false
  return !head || words.length > 1 || words.some(word => /\d|[A-Za-z][A-Z]|[a-z]-[A-Z]/.test(word))
}
