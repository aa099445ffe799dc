import { citeSentence } from '../../documents/cite.ts'
import { modalityOf } from '../../evidence/compute/index.ts'
import type { Citation } from '../../report.ts'
import { met, needsHuman, notApplicable, unknown, unmet } from '../answers.ts'
import { unreadDocuments } from '../data/unread.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { canShowAbsence, looked, otherRepository } from '../looking.ts'
import { componentOf } from '../parts.ts'
import { judgePresence } from '../presence.ts'
import { findSection, findSentence } from './sentence.ts'

/** Whether weights, architecture and usage are public. */
export const publicity = {
  'EU-P1': judgeWeights,
  'EU-P2': judgeArchitecture,
  'EU-P3': judgeUsage,
  'EU-P4': (subject, row) => {
    const { answer, cited } = row('EU-P1')
    return answer === 'unmet' || answer === 'unknown'
      ? notApplicable('No public weights were seen whose form could be judged.', cited)
      : needsHuman('Whether form and clarity are enough to get, use, change and pass on the model is for a person.', [
          ...subject.case.evidence.weights.cited,
        ])
  },
} as const satisfies Record<string, Judge>

function judgeWeights({ case: { evidence } }: Subject): Judgement {
  const { offer, cited, part } = evidence.weights
  const { gate } = evidence.metadata
  if (offer === 'api' || offer === 'promised') return unmet('The weights are not given.', cited)
  if (offer === 'none')
    return evidence.release.complete
      ? unmet('No weights were found, and no link to them.', cited)
      : unknown('No weights were seen in a listing that is not complete.', cited)
  if (offer === 'on-request')
    return needsHuman('The weights are given on request; who gets them is for a person.', cited)
  if (gate)
    return needsHuman('The weights are behind a gate; whether that is public is for a person.', [
      ...gate.cited,
      ...cited,
    ])
  if (part === 'delta') return needsHuman('What is here is the difference to the weights of a base.', cited)
  return met(offer === 'in-tree' ? 'The weights are in the release.' : 'The release says where the weights are.', cited)
}

const CONFIG = /(?:^|\/)(?:config|params|model_index|adapter_config)\.json$/i

function judgeArchitecture(subject: Subject): Judgement {
  const { evidence } = subject.case
  const found = componentOf(subject, 'model-architecture')?.found
  if (found?.presence === 'released') return met('The release has the code of the architecture.', found.cited)
  const config = evidence.release.files.find(({ path }) => CONFIG.test(path))
  if (config) return met('A configuration tells the architecture.', [{ path: config.path }])
  const told = findSection(evidence, /\barchitecture\b|\bmodel (?:details|structure)\b|模型结构|架构/i)
  if (told) return met('The documents have a section on the architecture.', [told])
  const presence = judgePresence(subject, 'model-architecture')
  const [unread] = unreadDocuments(subject)
  return presence.answer === 'unmet' && unread
    ? unknown('No word on the architecture is here; a linked document was not read.', [unread])
    : presence
}

const LIMITS =
  /\blimitations?\b|\bout[- ]of[- ]scope\b|\b(?:risks?|bias(?:es)?)\b.{0,20}\b(?:limitations?|risks?|bias)\b|\bknown issues\b|\bcaveats\b|局限|限制/i
const CAN_DO =
  /\b(?:intended|direct|downstream) uses?\b|\buse[- ]cases?\b|\bcapabilit(?:y|ies)\b|\bfeatures\b|\bperformance\b|\bevaluation\b|\bbenchmarks?\b|用途|能力|评测/i
const HOW_TO =
  /\b(?:usage|how to (?:use|run|get started)|quick ?start|get(?:ting)? started|inference|installation|examples?)\b|使用|快速|推理/i
const GOES_IN =
  /\b(?:inputs?|outputs?)\b.{0,40}\b(?:text|images?|audio|video|code|speech)\b|\b(?:text|images?|audio|video)\b.{0,20}\b(?:inputs?|outputs?)\b/i

/** Four things at the least: what goes in and out, what it can do, what it cannot, and how to run it. */
function judgeUsage(subject: Subject): Judgement {
  const { evidence, knowledge, library } = subject.case
  const code = evidence.documents
    .slice(0, 2)
    .flatMap(document => document.blocks.filter(({ kind }) => kind === 'code').map(block => ({ document, block })))[0]
  const parts: readonly (readonly [string, Citation | null])[] = [
    ['what goes in and out', modalityOf(evidence, knowledge)?.cited ?? findSentence(evidence, GOES_IN)],
    ['what it can do', findSection(evidence, CAN_DO)],
    [
      'its limits',
      findSection(evidence, LIMITS) ?? findSentence(evidence, /\blimitations (?:include|are|of)\b|局限性/i),
    ],
    [
      'how to run it',
      findSection(evidence, HOW_TO) ??
        (code ? citeSentence(code.document, code.block.line, code.block.line, code.block.text) : null) ??
        library?.cited ??
        null,
    ],
  ]
  const found = parts.flatMap(([, cited]) => cited ?? [])
  const missing = parts.filter(([, cited]) => cited === null).map(([what]) => what)
  const [first, ...more] = found
  if (missing.length === 0 && first)
    return met('The documents tell what goes in and out, what it can do, its limits and how to run it.', [
      first,
      ...more,
    ])
  const says = `The documents were not seen to tell ${missing.join(', ')}`
  const unread = unreadDocuments(subject)[0] ?? otherRepository(evidence)
  if (unread) return unknown(`${says}; another place that may was not read.`, [unread, ...found])
  return canShowAbsence(evidence)
    ? unmet(`${says}.`, looked(evidence))
    : unknown(`${says}; not all of the release could be looked at.`, looked(evidence))
}
