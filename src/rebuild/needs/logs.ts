import { citeSentence } from '../../documents/cite.ts'
import { sentencesOf } from '../../documents/sentences.ts'
import { linkedIn } from '../../evidence/inventory/looking.ts'
import type { Case } from '../../licensing/index.ts'
import type { Citation } from '../../report.ts'
import { type Found, notFound } from '../found.ts'

const FILES =
  /(?:^|\/)(?:trainer_state\.json|events\.out\.tfevents[\w.-]{1,120}|(?:pre-?)?train[\w-]{0,40}\.log|(?:pre-?)?train(?:ing|er)?[_-]?logs?\.\w{2,5}|(?:train[_-]?)?loss(?:es)?\.(?:csv|jsonl?)|wandb\/[\w./-]{1,200}|runs\/[\w./-]{1,200}tfevents[\w.-]{1,120})$/i
const FOLDER = /(?:^|\/)(?:train(?:ing)?[_-]?logs?|tensorboard|logs\/train\w*)\//i
/** places where runs are recorded */
const HOSTS =
  /^https?:\/\/(?:[\w-]{1,60}\.)?(?:wandb\.(?:ai|me)|tensorboard\.dev|comet\.(?:com|ml)|swanlab\.cn|clear\.ml|neptune\.ai)\//i
const WORDS =
  /\b(?:training|wandb|w&b|tensorboard) (?:logs?|curves?|metrics|reports?)\b|\bloss curves?\b|训练日志|损失曲线/i

/** The record of the training as it went: losses by step. */
export function logs({ evidence }: Case): Found {
  const { release, documents } = evidence
  const file = release.files.find(({ path }) => FILES.test(path) || FOLDER.test(path))
  if (file)
    return {
      presence: 'released',
      says: `The release has a record of a training: ${file.path}.`,
      cited: [{ path: file.path }],
    }
  const link = recorded(evidence) ?? linkedIn(documents, WORDS)
  if (link)
    return {
      presence: 'linked',
      says: 'A link is said to lead to a record of the training; it was not followed.',
      cited: [link],
    }
  const mention = toldIn(evidence)
  return mention
    ? { presence: 'described', says: 'The documents speak of a record of the training.', cited: [mention] }
    : notFound(evidence, 'a record of the training')
}

/** what a reader's own training should look like is no record of this one */
const READERS = /\byou(?:r|rs)?\b|您/i

function toldIn({ documents }: Case['evidence']): Citation | null {
  for (const document of documents)
    for (const block of document.blocks) {
      if (block.kind === 'code' || block.kind === 'heading' || !WORDS.test(block.text.slice(0, 5_000))) continue
      for (const { text, line, endLine } of sentencesOf(block))
        if (WORDS.test(text) && !READERS.test(text)) return citeSentence(document, line, endLine, text)
    }
  return null
}

function recorded({ documents }: Case['evidence']): Citation | null {
  for (const document of documents)
    for (const block of document.blocks)
      for (const link of block.links)
        if (HOSTS.test(link.url)) return { url: link.url, path: document.path, line: link.line }
  return null
}
