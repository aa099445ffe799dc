/** Finds named data in a sentence: capitalized words beside a word for data, that are not just how English writes. */

/** a run of capitalized or mixed words right before a word for data: "the Harbor Corpus", "OpenFoo-2 dataset" */
const BEFORE_DATA =
  /((?:[A-Z][\w.+/-]{0,40}|[a-z]{1,20}[A-Z0-9][\w.+/-]{0,40})(?: (?:[A-Z\d][\w.+/-]{0,40})){0,4}) (?:[a-z-]{2,20} )?(?:data ?sets?|data|corpus|corpora|dumps?|crawls?|snapshots?|articles|archives?)\b/g
/** the same after a word for data: "data from Harbor Archive", "datasets: Foo" */
const AFTER_DATA =
  /\b(?:data|datasets?|corpus|corpora|tokens|texts?|documents|sources?|mixture|mix|samples|pairs|images|subsets?|articles|pages|books|collected|crawled|scraped|sampled|sourced|taken)\b[^.;]{0,60}?(?:\b(?:from|of|like|as|namely|including|includes?|containing|contains?|comprising|comprises?|are|is)|[:：(]) (?:the |our |its |both )?([A-Z][\w+/-]{1,40}(?: [A-Z\d][\w+/-]{0,40}){0,4})/g
/** "trained on LION-2B", "trained on the Harbor": a name with a digit, a hyphen or mixed case right after "on" */
const TRAINED_ON =
  /\b(?:trained|tuned|pre-?trained|trains?)\b[^.;]{0,40}? on (?:the |a subset of |our )?([A-Z][\w+/-]{1,40}(?: [A-Z\d][\w+/-]{0,40}){0,3})/g
/** 「数据集 Foo」, "Foo 数据集" */
const CHINESE = /([A-Za-z][\w.+-]{2,40}) ?(?:数据集|语料库|语料)/g

/** what was not used names nothing that was */
const DENIES = /\b(?:neither|nor|no|(?:do|does|did|is|are|was|were) not|excludes?|excluding|without)\b/i

/** "Harbor, a corpus of letters" */
const CALLED =
  /([A-Z][\w+/-]{1,40}(?: [A-Z\d][\w+/-]{0,40}){0,3}), (?:a|an|our|the|which is an?) (?:[a-z-]{1,20} ){0,3}(?:data ?set|corpus|collection)\b/g
/** a file of data by its name */
const FILE = /[\w-]{1,60}\.(?:csv|tsv|jsonl?|parquet|arrow)\b/i

/** a file of figures, or one to try with, by its name */
const NOT_TRAINED = /(?:^|[_-])(?:eval\w*|valid\w*|tests?|results?|metrics|demo|examples?|samples?)(?:[_.-]|$)/i

/** words that begin with a capital and name no data */
const PLAIN =
  /^(?:the|our|this|these|those|all|we|a|an|it|its|in|on|of|for|and|or|as|to|with|from|by|i|ii|no|new|each|both|total|training|pre-?train(?:ing|ed)?|post-?train(?:ing|ed)?|fine-?tun(?:ing|ed|e)|instruct(?:ion|ions)?|evaluation|eval|test|validation|large|high|higher|web|internet|public(?:ly)?|open|synthetic|code|text|image|images|audio|video|speech|vision|data|multi-?lingual|multi-?modal|curated|custom|internal|proprietary|private|licensed|available|various|diverse|sft|dpo|ppo|grpo|rlhf|rl|rlaif|cpt|llms?|ai|ml|nlp|gpus?|tpus?|npus?|ascend|nvidia|amd|h100|h800|a100|cuda|tb|gb|mb|pii|csam|html|pdfs?|json|csv|url|urls|api|dataset|datasets|corpus|quality|quantity|english|chinese|mandarin|french|german|spanish|italian|portuguese|japanese|korean|russian|arabic|hindi|dutch|polish|turkish|vietnamese|thai|indonesian|hebrew|greek|swedish|norwegian|danish|finnish|czech|ukrainian|persian|bengali|urdu|tamil|swahili|european|asian|western|latin|non-english|python|java|javascript|c\+\+|cobol|fortran|sql|rust|bash|reward|task|january|february|march|april|may|june|july|august|september|october|november|december|stage|phase|step|model|models|parameters?|base|chat|human|humans|feedback|reinforcement|learning|supervised|unsupervised|self-supervised|user|users|customer|customers|conversational|question|questions|math|mathematics|science|stem|wiki-like|v?\d[\w.%-]{0,8})$/i

/** Whether a sentence says what was not used. */
export const deniesData = (sentence: string): boolean => DENIES.test(sentence.slice(0, 1_000))

/** Whether a sentence names data. */
export const namesData = (sentence: string): boolean => namesOfData(sentence).length > 0

/** more names than this in a sentence are a list of something else */
const MOST_NAMES = 20

/** What a sentence calls its data: proper names beside a word for data, and files. Names of languages, methods and months are none. */
export function namesOfData(sentence: string): readonly string[] {
  const text = sentence.slice(0, 1_000)
  if (DENIES.test(text)) return []
  const found = new Set<string>()
  const file = FILE.exec(text)
  if (file && !NOT_TRAINED.test(file[0])) found.add(file[0])
  for (const pattern of [BEFORE_DATA, AFTER_DATA, TRAINED_ON, CALLED, CHINESE])
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? ''
      const at = match.index + match[0].indexOf(name)
      if (found.size < MOST_NAMES && isName(name, at === 0)) found.add(name)
    }
  return [...found]
}

/** At the head of a sentence a capital says nothing: a name there has a digit or a second capital. */
function isName(run: string, head: boolean): boolean {
  const words = run.split(' ').filter(word => word.length > 1 && !PLAIN.test(word.replace(/[,:)]{1,3}$/, '')))
  if (words.length === 0) return false
  return !head || words.length > 1 || words.some(word => /\d|[A-Za-z][A-Z]|[a-z]-[A-Z]/.test(word))
}
