import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { type Sentence, sentencesOf } from '../../documents/sentences.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { depth, fileName, isCard, isDataCard, isReadme } from '../../evidence/paths.ts'
import { asidesIn } from './asides.ts'
import type { DataAside, DataStatement, DataWords } from './statement.ts'
import { topicsOf } from './topics.ts'

const DATA =
  /\b(?:data|data ?sets?|corpus|corpora|tokens|texts?|images|examples|samples|pairs|hours|documents|annotat\w+|labels|preference|feedback|demonstrations|dialogues|conversations|mixture)\b|数据|语料|样本/i
const TRAINING =
  /\b(?:trained|training|trains|pre-?train\w*|post-?train\w*|fine-?tun(?:ed|ing)|tuned|sft|dpo|rlhf|corpus|corpora|instruction[- ]tun\w+|data mix(?:ture)?)\b|训练|微调|学習|학습/i
/** a chapter about the training or its data; `data` alone only as the whole of a short heading */
const TRAINING_CHAPTER =
  /\b(?:training|pre-?training|post-?training|fine-?tuning|data ?mix|corpus|corpora)\b|^(?:the )?(?:data|data ?sets?|data overview|data sources?|data composition|data collection|data processing|data (?:filtering|curation|pipeline))$|训练|语料|数据/i
/** chapters on something else: how to use it, how good it is, who is thanked */
const OTHER_CHAPTER =
  /\b(?:evaluat\w*|benchmarks?|results?|performance|usage|how to|quick ?start|getting started|inference|install\w*|setup|requirements|citation|acknowledg\w*|credits|related|papers?|publications?|follow-?ups?|news|updates?|change ?log|deploy\w*|faq|contribut\w*|licen[cs]e|demo|examples?|hardware|carbon|environmental|todo|download|tutorials?|your own|custom data)\b|引用|致谢|评测|评估|快速开始|使用|安装|部署/i
/** instructions to the reader, and other people's models */
const NOT_TOLD =
  /\b(?:you|your|please|if you|users? (?:can|should|may)|we recommend|make sure|run the|the following command|for example, to|other models|prior work|previous work|examples? of|toy|tutorials?|notebooks?|may be (?:necessary|needed|required)|future work|arxiv preprint|proceedings of)\b|\bet al\.|您|请/i
/** how good it is, not what it was made from */
const MEASURED =
  /\b(?:eval|evaluat\w+|benchmarks?|accuracy|scores?|outperform\w*|compared (?:to|with)|leaderboard|held-?out|(?:test|validation) sets?|zero-shot)\b/i
const IMPERATIVE =
  /^(?:download|prepare|run|place|put|install|set|use|see|create|convert|edit|modify|specify|train|fine-?tune|organi[sz]e|unzip|extract|preprocess|follow|replace|first|next|then|to [a-z]+|todo|add|change|check|note)\b/i
const LATER =
  /\b(?:fine-?tun\w*|sft|instruct\w*|preference\w*|rlhf|rlaif|dpo|ppo|grpo|reward|align\w*|post-?train\w*|chat|conversations?|dialogues?|human feedback)\b|微调|对齐|指令|偏好/i
const FIRST = /\bpre-?train\w*|预训练/i
const PARTIAL = /\b(?:including|such as|among others|e\.g\.|for example|and more|partially|some of)\b|包括|例如|等/i
const EXCLUSIVE = /\b(?:only|solely|exclusively|entirely|fully|no other)\b|仅(?:使用|用)/i
/** where data can be had */
const DATA_PLACE =
  /\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\/|modelscope\.cn\/datasets\/|zenodo\.org|kaggle\.com\/(?:datasets|competitions)|commoncrawl|dumps\.|doi\.org\/10\.|figshare|archive\.org|\.(?:jsonl?|parquet|csv|tsv|zst|arrow)(?:\.\w{2,4})?(?:[?#]|$)/i

/** a link that says that it leads to data */
const DATA_LABEL = /^(?:[\w-]{1,30} ){0,3}(?:data ?sets?|corpus|corpora|data ?cards?|data)$/i

const read = new WeakMap<Evidence, DataWords>()

/** What the release's documents say about its training data, read once per release. */
export function dataWords(evidence: Evidence): DataWords {
  const ready = read.get(evidence)
  if (ready) return ready
  const found = evidence.documents.filter(tells).map(document => wordsOf(document))
  const words = {
    statements: found.flatMap(({ statements }) => statements),
    asides: found.flatMap(({ asides }) => asides),
  }
  read.set(evidence, words)
  return words
}

/** named for the data, the training or the model ("docs/training_data.md") */
const NAMED_FOR_IT = /(?:data|training|pre-?train|model|report)[^/]{0,60}$/i

/** A document that speaks for the release: its README, a card, or one named for the data or the training. What a part's own README tells is of that part. */
function tells({ path }: Document): boolean {
  if (isCard(path) || isDataCard(path)) return true
  if (isReadme(path)) return depth(path) === 0
  return depth(path) <= 3 && NAMED_FOR_IT.test(fileName(path))
}

function wordsOf(document: Document): DataWords {
  const statements: DataStatement[] = []
  const asides: DataAside[] = []
  for (const block of document.blocks) {
    if (block.kind === 'code' || block.kind === 'heading') continue
    const headings = block.headings.slice(-2)
    const chapter = headings.some(heading => TRAINING_CHAPTER.test(heading.trim()))
    if (!chapter && OTHER_CHAPTER.test(headings.at(-1) ?? '')) continue
    if (!DATA.test(block.text.slice(0, 5_000)) && !chapter) continue
    const context = `${headings.join(' ')} ${block.header?.join(' ') ?? ''} ${block.lead ?? ''}`
    for (const sentence of block.kind === 'row' ? [wholeRow(block)] : sentencesOf(block)) {
      if (!isAboutTraining(sentence.text, context, chapter)) continue
      const citation = citeSentence(document, sentence.line, sentence.endLine, sentence.text)
      const located = block.links.some(
        link =>
          isWithin(link, sentence) &&
          !link.url.startsWith('#') &&
          (DATA_PLACE.test(link.url) || DATA_LABEL.test(link.label)),
      )
      const topics = topicsOf(sentence.text, located)
      asides.push(...asidesIn(sentence.text, citation, located))
      if (topics.size === 0) continue
      statements.push({
        citation,
        topics,
        stage: stageOf(sentence.text, context),
        partial: PARTIAL.test(sentence.text),
        exclusive: EXCLUSIVE.test(sentence.text),
        located,
      })
    }
  }
  return { statements, asides }
}

/** A row of a table is one statement. */
const wholeRow = (block: Block): Sentence => ({ text: block.text, start: 0, line: block.line, endLine: block.endLine })

const isWithin = (link: Block['links'][number], sentence: Sentence) =>
  !link.image && link.start >= sentence.start && link.start < sentence.start + sentence.text.length

function isAboutTraining(sentence: string, context: string, chapter: boolean): boolean {
  const text = sentence.slice(0, 1_000)
  if (NOT_TOLD.test(text) || IMPERATIVE.test(text)) return false
  if (MEASURED.test(text) && !/\btrained (?:from scratch )?(?:up)?on\b/i.test(text)) return false
  if (chapter) return DATA.test(text) || DATA.test(context)
  return DATA.test(text) && (TRAINING.test(text) || TRAINING.test(context))
}

function stageOf(sentence: string, context: string): DataStatement['stage'] {
  if (FIRST.test(sentence)) return 'first'
  if (LATER.test(sentence)) return 'later'
  return LATER.test(context) && !FIRST.test(context) ? 'later' : 'first'
}
