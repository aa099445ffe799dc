/** Which sentences and chapters speak of what a model was trained on. */

const DATA =
  /\b(?:data|data ?sets?|sub-?sets? of|corpus|corpora|tokens|texts?|images|examples|samples|pairs|hours|documents|annotat\w+|labels|preference|feedback|demonstrations|dialogues|conversations|mixture(?![- ]of[- ]experts)|donn[ée]es|daten|datens[aä]tze?|trainingsdaten|datos|dados|dati)\b|数据|數據|语料|语料库|样本|データ|コーパス|데이터|말뭉치|данн/i
const TRAINING =
  /\b(?:trained|training|trains|pre-?train\w*|post-?train\w*|fine-?tun(?:ed|ing)|tuned|sft|dpo|rlhf|corpus|corpora|instruction[- ]tun\w+|data mix(?:ture)?|synthetic data|teacher model|(?:vor)?trainiert|trainingsdaten|entra[iî]n\w*|entren\w*|treina\w*|addestra\w*)|训练|訓練|微调|学習|학습|훈련|обуч/i
/** a chapter about the training or its data; `data` alone only as the whole of a short heading */
const TRAINING_CHAPTER =
  /\b(?:training|pre-?training|post-?training|fine-?tuning|data ?mix|corpus|corpora|trainingsdaten|entra[iî]nement|entrenamiento|treinamento)\b|^(?:the )?(?:data|data ?sets?|data ?sets? used|data overview|data(?: ?set)? sources?|data composition|data ?set composition|data collection|data processing|data (?:filtering|curation|pipeline|cleaning|verification)(?: (?:and|&) [\w -]{3,40})?|donn[ée]es|daten|datos|dados)$|训练|语料|数据|学習データ|データセット|학습|데이터/i
/** chapters on something else: how to use it, how good it is, who is thanked */
const OTHER_CHAPTER =
  /\b(?:evaluat\w*|benchmarks?|results?|performance|usage|how to|quick ?start|getting started|inference|install\w*|setup|requirements|citation|acknowledg\w*|credits|related|papers?|publications?|follow-?ups?|news|updates?|change ?log|deploy\w*|faq|contribut\w*|licen[cs]e|demo|examples?|hardware|carbon|environmental|todo|download|tutorials?|your own|custom data)\b|引用|致谢|评测|评估|快速开始|使用|安装|部署/i
/** chapters that never tell what a model was trained on */
const NEVER = /citation|acknowledg|related|licen[cs]e|\bnews\b|引用|致谢|许可|协议/i
/** instructions to the reader, and other people's models */
const NOT_TOLD =
  /\b(?:you|your|please|if you|users? (?:can|should|may)|we recommend|make sure|run the|the following command|for example, to|other models|prior work|previous work|examples? of|(?:to|we) (?:provide|give|show) an example|toy|tutorials?|to (?:briefly )?(?:demonstrate|illustrate|show) (?:how|the (?:process|workflow))|notebooks?|may be (?:necessary|needed|required)|future work|arxiv preprint|proceedings of)\b|\bet al\.|您|请|为了[^，。]{0,6}(?:展示|演示|说明)/i
/** how good it is, not what it was made from */
const MEASURED =
  /\b(?:eval|evaluat\w+|benchmarks?|accuracy|scores?|outperform\w*|compared (?:to|with)|leaderboard|held-?out|(?:test|validation) sets?|zero-shot|few-?shot)\b|评测|评估|测试集|基准/i
/** a sentence that measures its own data tells how the data was made */
const OF_DATA = /\btraining (?:data|data ?sets?|corpus|corpora)\b|训练(?:数据|语料)/i
/** "7K training data and 1K test data": a set for measuring, by its parts */
const COUNTED_SPLITS = /\btest (?:data|sets?|split|examples|samples)\b|测试(?:数据|集)|评测集/i
/** what makes a finished model smaller, not what it learned from */
const SMALLER = /\b(?:calibrat\w+|quanti[sz]\w+|[a-z]{0,12}quant|gptq|awq)\b/i
const MADE_FROM =
  /\b(?:pre-?|fine-?|post-?)?(?:trained|tuned)(?: from scratch)?(?: \w{1,12})? (?:up)?(?:on|with|using|from)\b/i
const IMPERATIVE =
  /^(?:download|prepare|run|place|put|install|set|use|see|create|convert|edit|modify|specify|train|fine-?tune|organi[sz]e|unzip|extract|preprocess|follow|replace|first|next|then|to [a-z]+|todo|add|change|check|note)\b/i
const EVALUATION = /\b(?:eval\w*|benchmark\w*|bench|test sets?|leaderboard|held-?out|validation)\b|评测|评估|測試/i

/** a picture or a number before a heading */
const ORNAMENT = /^(?:\p{Extended_Pictographic}|\uFE0F|[\s\d.):-]){1,20}/u

/** longer than any real heading or sentence; both are foreign input */
const LONGEST_HEADING = 200
const LONGEST_SENTENCE = 1_000

/** What the place of a block says of its sentences. */
export interface Surroundings {
  /** headings above, the table's header, the words that lead into the list */
  readonly words: string
  /** a chapter about the training or its data */
  readonly chapter: boolean
  /** a chapter about something else */
  readonly other: boolean
  /** nothing in it tells of training data: references, thanks, news */
  readonly never: boolean
  readonly speaksOfData: boolean
  readonly speaksOfTraining: boolean
}

/** Reads the place of a block once for all of its sentences; `ofData`: all of its document is about the data. */
export function surroundings(headings: readonly string[], header: string, lead: string, ofData: boolean): Surroundings {
  const near = headings.slice(-2).map(heading =>
    heading
      .slice(0, LONGEST_HEADING)
      .replace(ORNAMENT, '')
      .replace(/[:：\s]{1,5}$/, '')
      .trim(),
  )
  const last = near.at(-1) ?? ''
  const words = `${near.join(' ')} ${header.slice(0, LONGEST_HEADING)} ${lead.slice(0, 2 * LONGEST_HEADING)}`
  const never = NEVER.test(last)
  const chapter = (ofData && !never) || near.some(heading => TRAINING_CHAPTER.test(heading))
  return {
    words,
    chapter,
    other: !chapter && OTHER_CHAPTER.test(last),
    never,
    speaksOfData: DATA.test(words),
    speaksOfTraining: TRAINING.test(words),
  }
}

/** Whether a text has a word for data at all. */
export const speaksOfData = (text: string): boolean => DATA.test(text)

/** Whether a text has a word for training. */
export const speaksOfTraining = (text: string): boolean => TRAINING.test(text)

/** Whether a text counts a part for testing: it is about a set that is measured with. */
export const hasTestSplit = (text: string): boolean => COUNTED_SPLITS.test(text)

/** Whether a text is about measuring a model, and not about making it. */
export const speaksOfEvaluation = (text: string): boolean => EVALUATION.test(text)

/** Whether a sentence tells the reader to do something. */
export const instructs = (sentence: string): boolean => NOT_TOLD.test(sentence) || IMPERATIVE.test(sentence)

/** Whether a sentence tells of the data this model was trained on. */
export function isAboutTraining(sentence: string, around: Surroundings): boolean {
  const text = sentence.slice(0, LONGEST_SENTENCE)
  const data = DATA.test(text)
  if (around.chapter ? !(data || around.speaksOfData) : !data && !MADE_FROM.test(text)) return false
  if (!around.chapter && !(TRAINING.test(text) || around.speaksOfTraining)) return false
  if (instructs(text) || SMALLER.test(text)) return false
  return !MEASURED.test(text) || MADE_FROM.test(text) || (OF_DATA.test(text) && !COUNTED_SPLITS.test(text))
}
