import type { Document, Link } from '../../documents/index.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { REQUIRED_SECTIONS, trainingSummary } from '../../evidence/summary.ts'
import { once } from '../../once.ts'
import type { Citation } from '../../report/report.ts'
import type { Judge, Judgement, RowAnswer, Subject } from '../framework.ts'
import { met, needsHuman, notApplicable, unknown } from '../framework.ts'
import { unreadDocuments } from '../known-data.ts'
import { notSeen } from '../presence.ts'
import { releaseDate } from './dates.ts'
import { findSentence } from './sentence.ts'

/** What open models owe too. */
export const owed = {
  'EU-R1': (subject, row) => ifGeneralPurpose(row, () => judgePolicy(subject)),
  'EU-R2': (subject, row) => ifGeneralPurpose(row, () => judgeSummary(subject)),
} as const satisfies Record<string, Judge>

function ifGeneralPurpose(row: RowAnswer, judge: () => Judgement): Judgement {
  const model = row('EU-G1')
  return model.answer === 'unmet'
    ? notApplicable('It does not look like a general-purpose AI model, of which alone it is owed.', model.cited)
    : judge()
}

const POLICY_FILE =
  /copyright[-_ ]?(?:compliance[-_ ]?)?policy|(?:^|[-_/])tdm[-_ ](?:policy|opt)|text[-_ ]and[-_ ]data[-_ ]mining/i
const POLICY_LINK = /\bcopyright (?:compliance )?policy\b/i
const POLICY_WORDS = new RegExp(
  String.raw`\bcopyright (?:compliance )?policy\b|\btext and data mining\b|\btdm (?:opt-?outs?|` +
    String.raw`reservations?)\b|\brights reservations?\b|\brobots\.txt\b|\bopt-?outs?\b.{0,60}\b(?:data|crawl\w*|` +
    String.raw`training|corpus)\b`,
  'i',
)

function judgePolicy(subject: Subject): Judgement {
  const { evidence } = subject.case
  const file = evidence.release.files.find(({ path }) => POLICY_FILE.test(path))
  if (file)
    return met('A policy on copyright was found; whether it is adequate is another question.', [{ path: file.path }])
  const link = linkTo(evidence, POLICY_LINK)
  if (link) return unknown('A link is said to lead to a copyright policy; it was not followed.', [link])
  const words = findSentence(evidence, POLICY_WORDS)
  if (words)
    return needsHuman('The documents speak of reservations of rights; whether that is a policy needs review.', [words])
  return notFound(subject, 'No copyright policy')
}

const SUMMARY_FILE = /(?:public|training)[-_ ]?(?:data|content)?[-_ ]?summary|data[-_ ]summary[-_ ]card/i
const SUMMARY_LINK =
  /\b(?:public )?summary of (?:the )?(?:training|content)|\btraining (?:data|content) summary\b|\bdata summary\b/i

function judgeSummary(subject: Subject): Judgement {
  const { evidence, knowledge } = subject.case
  const summary = trainingSummary(evidence, knowledge)
  if (summary) {
    const lacking = REQUIRED_SECTIONS.filter(id => summary.sections.get(id)?.state !== 'filled')
    return lacking.length === 0
      ? met('A summary of training content is here, with every section filled in.', [summary.cited])
      : needsHuman(
          `A summary of training content is here; sections ${lacking.join(', ')} are missing, empty or general.`,
          [summary.cited],
        )
  }
  const file = evidence.release.files.find(({ path }) => SUMMARY_FILE.test(path))
  if (file)
    return unknown('A file is named like a summary of training content; it could not be read as one.', [
      { path: file.path },
    ])
  const link = linkTo(evidence, SUMMARY_LINK)
  if (link) return unknown('A link is said to lead to a summary of training content; it was not followed.', [link])
  const { applies, earlierModels } = knowledge.generalPurpose.dates
  const released = releaseDate(evidence, applies.on)
  if (released && released.date < applies.on)
    return unknown(`None was found; for a model released before ${applies.on} it is due by ${earlierModels.on}.`, [
      released.cited,
      ...evidence.looked.cited,
    ])
  return notFound(subject, 'No summary of training content')
}

function notFound(subject: Subject, what: string): Judgement {
  const { evidence } = subject.case
  const elsewhere = unreadDocuments(subject)[0] ?? evidence.repository
  if (elsewhere)
    return unknown(`${what} was found here; another place that may have it was not read.`, [
      elsewhere,
      ...evidence.looked.cited,
    ])
  return notSeen(evidence, `${what} was found here.`, `${what} was found; not all of the release could be looked at.`)
}

/** A link whose label, address or sentence around it has these words. */
function linkTo({ documents }: Evidence, words: RegExp): Citation | null {
  for (const document of documents.slice(0, 4)) {
    const link = linkIn(document, words)
    if (link) return { url: link.url, path: document.path, line: link.line }
  }
  return null
}

function linkIn(document: Document, words: RegExp): Link | null {
  return linksSaying(document).find(({ says }) => words.test(says))?.link ?? null
}

/** A link with its label and its address in words, each on a line of its own. */
interface LinkSaying {
  readonly link: Link
  readonly says: string
}

const linksSaying = once(({ blocks }: Document): readonly LinkSaying[] =>
  blocks.flatMap(block =>
    block.links.flatMap((link): LinkSaying[] => {
      const says = `${link.label}\n${link.url.slice(0, 300).replace(/[-_/]/g, ' ')}`
      return link.image ? [] : [{ link, says }]
    }),
  ),
)
