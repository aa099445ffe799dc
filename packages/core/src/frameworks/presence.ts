import type { Evidence, Offer } from '../evidence/evidence.ts'
import { fileName } from '../evidence/paths.ts'
import { resolveId } from '../names/index.ts'
import { MOT_COMPONENTS } from '../report/mot-components.ts'
import type { ComponentId } from '../report/vocabulary.ts'
import type { Judgement, Subject } from './framework.ts'
import { met, needsHuman, unknown, unmet } from './framework.ts'
import { componentOf } from './parts.ts'

/** Looked for in vain: unmet where not finding it says that it is not there, else unknown. */
export const notSeen = (evidence: Evidence, gone: string, unseen: string): Judgement =>
  evidence.looked.isWhole ? unmet(gone, evidence.looked.cited) : unknown(unseen, evidence.looked.cited)

const WITHHELD: readonly Offer[] = ['on-request', 'api', 'promised', 'none']

/** Whether anyone is told where the weights are; a gate may still stand before them. */
export const isOffered = ({ case: { evidence } }: Subject): boolean => !WITHHELD.includes(evidence.weights.offer)

/** What stands in the place of an offer of weights; null where they are offered. */
export function notOffered({ case: { evidence } }: Subject): Judgement | null {
  const { offer, cited } = evidence.weights
  switch (offer) {
    case 'on-request':
      return needsHuman('The weights are given on request; who gets them needs review.', cited)
    case 'api':
      return unmet('The model is offered through an API only.', cited)
    case 'promised':
      return unmet('The weights are promised, and not there.', cited)
    case 'none':
      return evidence.release.complete
        ? unmet('No weights were found, and no link to them.', cited)
        : unknown('No weights were seen in a listing that is not complete.', cited)
    default:
      return null
  }
}

/** Where the weights are that are offered. */
export function offered({ case: { evidence } }: Subject): Judgement {
  const { offer, cited } = evidence.weights
  return met(offer === 'in-tree' ? 'The weights are in the release.' : 'The release says where the weights are.', cited)
}

/**
 * Whether a component is there. A link that was not followed shows nothing; another repository of the publisher may
 * hold what is absent here, and where the weights are may be what is told of them.
 */
export function judgePresence(subject: Subject, id: ComponentId): Judgement {
  const { evidence } = subject.case
  const what = id.replaceAll('-', ' ')
  const found = componentOf(subject, id)?.found
  if (!found) return unknown(`Whether ${what} is there could not be seen.`, evidence.looked.cited)
  if (found.presence === 'released') return met(`The release has ${what}.`, found.cited)
  if (found.presence === 'linked')
    return unknown(`A link is said to lead to ${what}; it was not followed.`, found.cited)
  const { offer, links } = evidence.weights
  const away = offer === 'in-tree' || MOT_COMPONENTS[id].type !== 'document' ? null : links.find(({ own }) => own)
  const other = evidence.repository ?? away?.cited[0]
  if (other)
    return unknown(`No ${what} is here; another repository of the publisher was not looked at.`, [
      other,
      ...found.cited,
    ])
  if (found.presence === 'unknown' || !evidence.looked.isWhole)
    return unknown(`Whether ${what} is there could not be seen.`, found.cited)
  return found.presence === 'described'
    ? unmet(`The documents speak of ${what}, and it is not there.`, [...found.cited, ...evidence.looked.cited])
    : unmet(`No ${what} was found.`, found.cited)
}

/** folders and names of files that keep a training's arguments */
const SETTINGS_FOLDER = /(?:^|\/)(?:conf|configs?|recipes?|experiments?|hparams|settings)\//i
const SETTINGS_NAME =
  /config|recipe|hparams|arg(?:ument)?s|hyper-?param|deepspeed|accelerate|^ds_|train|finetune|sft|dpo/i
const SETTINGS_CODE = /^(?!configuration_)[\w.-]{0,40}(?:config|hparams|arguments|args)[\w.-]{0,20}\.py$/i
const SETTINGS_ENDING = /\.(?:ya?ml|json|toml|gin|cfg|ini|sh|slurm|sbatch)$/i
/** configuration of the finished model, not of its training */
const MODEL_SETTINGS = new RegExp(
  '^(?:config|generation_config|tokenizer_config|preprocessor_config|adapter_config|processor_config|' +
    String.raw`quantize_config|special_tokens_map|model_index)\.json$`,
  'i',
)

/** Whether a file is named like one that keeps the arguments and settings of a training. */
function keepsSettings(path: string): boolean {
  const name = fileName(path)
  if (SETTINGS_CODE.test(name)) return true
  if (!SETTINGS_ENDING.test(name) || MODEL_SETTINGS.test(name) || path.startsWith('.')) return false
  return SETTINGS_NAME.test(name) || SETTINGS_FOLDER.test(path)
}

/** Whether the training code is there with its arguments and settings, and not for a later stage alone. */
export function judgeTrainingCode(subject: Subject): Judgement {
  const presence = judgePresence(subject, 'training-code')
  const found = componentOf(subject, 'training-code')?.found
  if (presence.answer !== 'met' || !found) return presence
  if (found.partly)
    return needsHuman(`Not all of the training code: ${found.partly}; whether there is more needs review.`, found.cited)
  const settings = subject.case.evidence.release.files.find(({ path }) => keepsSettings(path))
  return settings
    ? met('The release has training code, and files that look like its settings.', [
        ...presence.cited,
        { path: settings.path },
      ])
    : needsHuman(
        'The release has training code; whether the arguments and settings used are in it needs review.',
        presence.cited,
      )
}

/** Whether code that runs the model is there: in the release, or as a public library under an open source license. */
export function judgeRunning(subject: Subject, id: 'inference-code' | 'model-architecture'): Judgement {
  const found = componentOf(subject, id)?.found
  if (found?.presence === 'released') return met(`The release has ${id.replaceAll('-', ' ')}.`, found.cited)
  return libraryTerms(subject) ?? judgePresence(subject, id)
}

/** The public library that runs the model, judged by its license; null where none is named. */
export function libraryTerms({ case: { library, knowledge } }: Subject): Judgement | null {
  if (!library) return null
  const spdx = knowledge.spdx.get(library.license)?.osiApproved
  const approved = spdx ?? resolveId(library.license, null, knowledge)?.osiApproved
  if (approved)
    return met(`${library.name}, a public library under ${library.license}, runs the model.`, [library.cited])
  return approved === false
    ? needsHuman(`${library.name} runs the model, under ${library.license}, which OSI has not approved.`, [
        library.cited,
      ])
    : unknown(`${library.name} runs the model, under ${library.license}, which is not known.`, [library.cited])
}
