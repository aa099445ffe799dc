import { citeValue } from '../documents/cite.ts'
import { computeWords, modalityOf, sizeOf } from '../evidence/compute/index.ts'
import type { Citation } from '../report/report.ts'
import type { Evaluator, Judge, Judgement, Subject } from './framework.ts'
import { citedTogether, met, together, unknown, unmet } from './framework.ts'
import { kindsOf, readingName } from './openness.ts'
import { componentOf } from './parts.ts'
import { isOffered, judgePresence, judgeTrainingCode, notSeen } from './presence.ts'

/** Facts about the model itself. */
const model = {
  'TF-code-access': subject =>
    together(seen(judgePresence(subject, 'inference-code')), seen(judgeTrainingCode(subject))),
  'TF-basic-properties': judgeBasics,
  'TF-deeper-properties': subject => {
    const { evidence } = subject.case
    const code = componentOf(subject, 'model-architecture')?.found
    if (code?.presence === 'released') return met('The code of the architecture is here.', code.cited)
    const config = [...evidence.release.texts.values()].find(
      ({ path, content }) => CONFIG.test(path) && SIDES.test(content),
    )
    return config
      ? met('A configuration tells layers and widths.', [{ path: config.path }])
      : notTold(subject, 'No configuration or code that tells the architecture was found')
  },
  'TF-dependencies': ({ case: current }) => {
    const cited = citedTogether(current.lineage.map(step => step.cited))
    return cited
      ? met(
          `It is said what it was made from: ${current.lineage
            .map(step => step.model)
            .slice(0, 4)
            .join(', ')}.`,
          cited,
        )
      : unknown(
          'No model that it was made from is named; it may have been made from none.',
          current.evidence.looked.cited,
        )
  },
  'TF-open-weights': subject => {
    const { evidence } = subject.case
    const { offer, cited } = evidence.weights
    const { gate } = evidence.metadata
    if (gate) return unmet('A gate stands before the weights.', [...gate.cited, ...cited])
    if (isOffered(subject)) return met('The weights can be downloaded.', cited)
    if (offer === 'none' && !evidence.release.complete)
      return unknown('No weights were seen in a listing that is not complete.', cited)
    return unmet('The weights are not openly given.', cited)
  },
  'TF-quantization': subject => {
    const found = precisionOf(subject)
    return found
      ? met('The precision of the weights is told.', [found])
      : notTold(subject, 'No word on the precision of the weights was found')
  },
  'TF-intermediate-tokens': subject => {
    const { offer, cited } = subject.case.evidence.weights
    if (isOffered(subject)) return met('Whoever runs the weights sees every token.', cited)
    if (offer === 'api') return unmet('It runs behind a service.', cited)
    return unknown('How the model is run could not be seen.', cited)
  },
} as const satisfies Record<string, Judge>

/** As a fact, code of which only a part may be here is not all of the code. */
const seen = (judgement: Judgement): Judgement =>
  judgement.answer === 'needs-human' ? unknown(judgement.because, judgement.cited) : judgement

const CONFIG = /(?:^|\/)(?:config|params)\.json$/i
const SIDES = /"(?:num_hidden_layers|n_layers?|num_layers|hidden_size|n_embd|d_model|dim)"\s{0,4}:\s{0,4}\d/

function judgeBasics(subject: Subject): Judgement {
  const { evidence, knowledge } = subject.case
  const size = sizeOf(subject.model.name, evidence, computeWords(evidence, knowledge))
  const modality = modalityOf(evidence, knowledge)
  const config = evidence.release.files.find(({ path }) => CONFIG.test(path))
  const code = componentOf(subject, 'model-architecture')?.found
  const architecture: readonly Citation[] = config
    ? [{ path: config.path }]
    : code?.presence === 'released'
      ? code.cited
      : []
  const missing = [
    ...(modality ? [] : ['modality']),
    ...(size && size.low > 0 ? [] : ['size']),
    ...(architecture.length > 0 ? [] : ['architecture']),
  ]
  const cited = citedTogether([modality ? [modality.cited] : [], size?.cited ?? [], architecture])
  return missing.length === 0 && cited
    ? met('Modality, size and architecture are told.', cited)
    : notTold(subject, `Not told here: ${missing.join(', ')}`)
}

const PRECISION = /"(?:torch_dtype|dtype|quantization_config|quant_method)"\s{0,4}:/
const PRECISION_KEY = /file_type|quantization|dtype|precision/i

/** A data type in the configuration, or in the header or the name of a weights file. */
function precisionOf({ case: { evidence } }: Subject): Citation | null {
  const { release } = evidence
  for (const text of release.texts.values()) {
    if (!CONFIG.test(text.path)) continue
    const line = text.content.split('\n').findIndex(line => PRECISION.test(line))
    if (line >= 0) return citeValue(text.path, 'torch_dtype', text.content.split('\n')[line] ?? '', line + 1)
  }
  for (const { path, metadata } of release.headers) {
    const key = Object.keys(metadata).find(key => PRECISION_KEY.test(key))
    if (key) return citeValue(path, key, metadata[key] ?? '')
  }
  const named = release.files.find(
    ({ path }) =>
      /[-_.](?:q\d(?:_\w{1,4})?|f16|bf16|fp16|fp8|int8|int4|f32|awq|gptq|nvfp4|mxfp4)(?=[-_.]|$)/i.test(path) &&
      /\.(?:gguf|safetensors|bin|onnx)$/i.test(path),
  )
  return named ? { path: named.path } : null
}

const notTold = ({ case: { evidence } }: Subject, says: string): Judgement =>
  notSeen(evidence, `${says}.`, `${says}; not all of the release could be looked at.`)

/** Facts about the terms that the weights come under. */
const terms = {
  'TF-terms-of-use': ({ model }) => {
    const cited = citedTogether(model.floor.map(({ license }) => license.cited))
    if (cited) return met(`The weights come under ${[...new Set(model.floor.map(readingName))].join(' and ')}.`, cited)
    return model.reach === 'none'
      ? unmet('No terms were found for the weights.', model.cited)
      : unknown('The terms of the weights were not looked at.', model.cited)
  },
  'TF-users': subject => judgeClauses(subject, 'TF-users', 'users'),
  'TF-uses': subject => judgeClauses(subject, 'TF-uses', 'uses'),
} as const satisfies Record<string, Judge>

/** Whether the terms speak of it; the kinds of clauses are those that the framework's file names. */
function judgeClauses(
  { case: { evidence, knowledge }, model, framework }: Subject,
  id: string,
  what: string,
): Judgement {
  const kinds = framework.requirements.find(requirement => requirement.id === id)?.clauses ?? []
  const found = model.floor.flatMap(({ license }) => license.clauses).filter(({ kind }) => kinds.includes(kind))
  const { gate } = evidence.metadata
  const asked = id === 'TF-users' && gate ? [gate.cited] : []
  const cited = citedTogether([...found.map(clause => clause.cited), ...asked])
  if (cited)
    return met(
      found.length > 0 ? `The terms speak of ${what}: ${kindsOf(found, knowledge)}.` : 'A gate tells who is let in.',
      cited,
    )
  if (model.floor.length === 0 || model.floor.some(({ openness }) => openness === 'unknown'))
    return unknown(`The terms were not read: whether they speak of ${what} is not known.`, model.cited)
  return unmet(
    `Nothing about ${what} was found in the terms.`,
    citedTogether(model.floor.map(({ license }) => license.cited)) ?? model.cited,
  )
}

/** Facts that a release's files can answer. They conclude nothing: they are no score. */
export const transparency: Evaluator = {
  id: 'transparency',
  judges: { ...model, ...terms },
  conclude: () => 'facts',
}
