import { citeSentence } from '../../documents/cite.ts'
import { modalityOf } from '../../evidence/compute/index.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Citation } from '../../report/report.ts'
import { inWords } from '../../text/phrase.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { met, needsHuman, notApplicable, unknown, unmet } from '../framework.ts'
import { unreadDocuments } from '../known-data.ts'
import { componentOf } from '../parts.ts'
import { judgePresence, notOffered, notSeen, offered } from '../presence.ts'
import { asksFirst, findSection, findSentence } from './sentence.ts'

/** Whether weights, architecture and usage are public. */
export const publicity = {
  'EU-P1': judgeWeights,
  'EU-P2': judgeArchitecture,
  'EU-P3': judgeUsage,
  'EU-P4': (subject, row) => {
    const { answer, cited } = row('EU-P1')
    return answer === 'unmet' || answer === 'unknown'
      ? notApplicable('No public weights were seen whose form could be judged.', cited)
      : needsHuman('Whether form and clarity are enough to get, use, change and pass on the model needs review.', [
          ...subject.case.evidence.weights.cited,
        ])
  },
} as const satisfies Record<string, Judge>

function judgeWeights(subject: Subject): Judgement {
  const { evidence } = subject.case
  const { offer, cited, part } = evidence.weights
  const { gate } = evidence.metadata
  if (offer === 'api' || offer === 'promised') return unmet('The weights are not given.', cited)
  const withheld = notOffered(subject)
  if (withheld) return withheld
  const asked = asksFirst(subject)
  if (asked) return asked
  if (gate)
    return needsHuman('The weights are behind a gate; whether that is public needs review.', [...gate.cited, ...cited])
  return part === 'delta'
    ? needsHuman('What is here is the difference to the weights of a base.', cited)
    : offered(subject)
}

const CONFIG = /(?:^|\/)(?:config|params|model_index|adapter_config)\.json$/i

function judgeArchitecture(subject: Subject): Judgement {
  const { evidence } = subject.case
  const found = componentOf(subject, 'model-architecture')?.found
  if (found?.presence === 'released') return met('The release has the code of the architecture.', found.cited)
  const config = evidence.release.files.find(({ path }) => CONFIG.test(path))
  if (config) return met('A configuration tells the architecture.', [{ path: config.path }])
  const told = findSection(evidence, BUILT)
  if (told) return met('The documents have a section on the architecture.', [told])
  const presence = judgePresence(subject, 'model-architecture')
  const [unread] = unreadDocuments(subject)
  return presence.answer === 'unmet' && unread
    ? unknown('No word on the architecture is here; a linked document was not read.', [unread])
    : presence
}

const BUILT = /\barchitecture\b|\bmodel (?:details|structure)\b|模型结构|架构/i
const LIMITS = new RegExp(
  String.raw`\blimitations?\b|\bout[- ]of[- ]scope\b|\b(?:risks?|bias(?:es)?)\b.{0,20}\b(?:limitations?|risks?|` +
    String.raw`bias)\b|\bknown issues\b|\bcaveats\b|局限|限制`,
  'i',
)
const CAN_DO = new RegExp(
  String.raw`\b(?:intended|direct|downstream) uses?\b|\buse[- ]cases?\b|\bcapabilit(?:y|ies)\b|\bfeatures\b|` +
    String.raw`\bperformance\b|\bevaluation\b|\bbenchmarks?\b|用途|能力|评测`,
  'i',
)
const HOW_TO = new RegExp(
  String.raw`\b(?:usage|how to (?:use|run|get started)|quick ?start|get(?:ting)? started|inference|` +
    String.raw`installation|examples?)\b|使用|快速|推理`,
  'i',
)
const GOES_IN = new RegExp(
  String.raw`\b(?:inputs?|outputs?)\b.{0,40}\b(?:text|images?|audio|video|code|speech)\b|\b(?:text|images?|` +
    String.raw`audio|video)\b.{0,20}\b(?:inputs?|outputs?)\b`,
  'i',
)

/** the same, told in passing */
const CAN_DO_WORDS = new RegExp(
  String.raw`\b(?:capable of|designed (?:for|to)|intended (?:for|to)|is able to|used (?:for|to)|performs?|` +
    String.raw`achieves?|supports?|generates?|can (?:be used|generate|predict|answer|follow|produce))\b|支持|能够|用于`,
  'i',
)
const LIMITS_WORDS = new RegExp(
  String.raw`\b(?:limitations?|limited to|not (?:intended|suitable|designed|recommended|meant)|` +
    String.raw`should not be used|may (?:produce|generate|hallucinate|fail|contain)|hallucinat\w*|struggles?|` +
    String.raw`does not work)\b|局限|不适用`,
  'i',
)

interface ToldPublicly {
  readonly what: string
  /** a section of its own, or metadata */
  readonly section: Citation | null
  readonly inPassing: Citation | null
}

/** Four things at the least: what goes in and out, what it can do, what it cannot, and how to run it. */
function judgeUsage(subject: Subject): Judgement {
  const { evidence, knowledge, library } = subject.case
  const parts: readonly ToldPublicly[] = [
    {
      what: 'what goes in and out',
      section: modalityOf(evidence, knowledge)?.cited ?? null,
      inPassing: findSentence(evidence, GOES_IN),
    },
    { what: 'what it can do', section: findSection(evidence, CAN_DO), inPassing: findSentence(evidence, CAN_DO_WORDS) },
    { what: 'its limits', section: findSection(evidence, LIMITS), inPassing: findSentence(evidence, LIMITS_WORDS) },
    {
      what: 'how to run it',
      section: findSection(evidence, HOW_TO) ?? sampleIn(evidence),
      inPassing: library?.cited ?? null,
    },
  ]
  const found = parts.flatMap(({ section, inPassing }) => section ?? inPassing ?? [])
  const missing = parts.filter(({ section, inPassing }) => !section && !inPassing).map(({ what }) => what)
  const [first, ...more] = found
  if (missing.length === 0 && first) {
    const thin = parts.filter(({ section }) => !section).map(({ what }) => what)
    return thin.length === 0
      ? met('The documents tell what goes in and out, what it can do, its limits and how to run it.', [first, ...more])
      : needsHuman(`The documents tell ${inWords(thin)} in passing only; whether that is enough needs review.`, [
          first,
          ...more,
        ])
  }
  const says = `The documents were not seen to tell ${inWords(missing)}`
  const unread = unreadDocuments(subject)[0] ?? evidence.repository
  if (unread) return unknown(`${says}; another place that may was not read.`, [unread, ...found])
  return notSeen(evidence, `${says}.`, `${says}; not all of the release could be looked at.`)
}

/** The first code sample of the documents that introduce the model. */
function sampleIn({ documents }: Evidence): Citation | null {
  for (const document of documents.slice(0, 2)) {
    const code = document.blocks.find(({ kind }) => kind === 'code')
    if (code) return citeSentence(document, code.line, code.line, code.text)
  }
  return null
}
