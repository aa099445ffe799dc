import { citeLines } from '../documents/cite.ts'
import { type Evidence, namesLinked } from '../evidence/evidence.ts'
import { isOfOthers } from '../evidence/paths.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type FoundModel, findModel } from '../names/models.ts'
import type { Text } from '../release/release.ts'
import { isTraining, trainsNothing } from '../release/wanted.ts'
import type { TextCitation } from '../report/report.ts'
import { baseCalled, modelsMentionedIn } from './mentions.ts'
import { isOfTraining } from './origins.ts'
import type { Base } from './relation.ts'

/** what a program that trains is given to start from */
const STARTS = new RegExp(
  String.raw`(?<![\w-])(?:--(?:model[-_]name[-_]or[-_]path|(?:base|pretrained)[-_]model[\w-]*|model[-_](?:name|` +
    String.raw`id)|model)[ =]+|(?:BASE_MODEL|MODEL|MODEL_NAME|MODEL_NAME_OR_PATH)=)["']?([^\s"'\\]{3,120})`,
  'gi',
)
/** the same among settings in JSON and YAML */
const SET = new RegExp(
  String.raw`^\s*["']?(?:(?:pretrained_)?model_name_or_path|base_model(?:_name_or_path)?|pretrained_model|` +
    String.raw`model_(?:name|id))["']?\s*:\s*["']?([^\s"',]{3,120})`,
  'gim',
)
/** options and files of a command, and the names of settings */
const COMMAND_PARTS = /--[\w-]{2,40}|[\w-]{2,40}\.(?:py|sh)\b|^\s*["']?\w{2,40}(?=["']?\s*:)/gm
/** how much of a file of settings says what they are for */
const BEGINNING = 8_000

/** What the scripts and settings of a release's trainings start from, where they agree. */
export function basesInTraining(evidence: Evidence, knowledge: Knowledge): Base[] {
  const { offer, links } = evidence.weights
  if (offer === 'none' || (offer === 'linked' && !links.some(({ own }) => own))) return []
  const texts = [...evidence.release.texts.values()].filter(({ path }) => !isOfOthers(path))
  return agreed(
    texts.flatMap(text => startsIn(text, evidence, knowledge)),
    evidence,
    knowledge,
  )
}

/** Bases that are of one family, or whose families the release's own models are named for: others are examples. */
function agreed(bases: readonly Base[], { weights }: Evidence, knowledge: Knowledge): Base[] {
  const familyOf = ({ known, model }: Base) => known?.family.family ?? model
  const own = namesLinked(weights).flatMap(name => findModel(knowledge, name)?.family ?? [])
  const several = new Set(bases.map(familyOf)).size > 1
  return bases.filter(base => {
    const { known, cited } = base
    if (known && own.includes(known.family)) return true
    return !several && !('path' in cited[0] && isNamedFor(known, cited[0].path, knowledge))
  })
}

/** Whether a script lies where it is called like the base: "train/gull/run.sh" shows how to train Gull. */
const isNamedFor = (known: FoundModel | null, path: string, knowledge: Knowledge): boolean =>
  known !== null &&
  isTraining(path, knowledge.legalFiles) &&
  path.split(/[/_]/).some(part => findModel(knowledge, part.replace(/\.\w+$/, ''))?.family === known.family)

function startsIn(text: Text, evidence: Evidence, knowledge: Knowledge): Base[] {
  const { path, content } = text
  const isYaml = /\.ya?ml$/i.test(path)
  const { legalFiles } = knowledge
  const isOf = isYaml
    ? !trainsNothing(path, legalFiles) && trains(content.slice(0, BEGINNING), knowledge)
    : isTraining(path, legalFiles)
  if (!isOf) return []
  const lines = content.split('\n')
  // what is commented out was not run
  const read = lines.map(line => (/^\s*#/.test(line) ? '' : line)).join('\n')
  return [...read.matchAll(/\.sh$/i.test(path) ? STARTS : SET)].flatMap(found => {
    const line = read.slice(0, found.index + found[0].length).split('\n').length
    return startsFrom(found[1] ?? '', citeLines(path, lines, line, line), evidence, knowledge)
  })
}

/** Whether a command or a file of settings trains, by the names of its options, programs and settings. */
const trains = (text: string, knowledge: Knowledge): boolean =>
  [...text.matchAll(COMMAND_PARTS)].some(([part]) => isOfTraining(part.replace(/[-_.]/g, ' '), knowledge))

/** The base that a value names: an id of a hub that is not the release's own, or a version that is known. */
function startsFrom(value: string, cited: TextCitation, evidence: Evidence, knowledge: Knowledge): Base[] {
  const id = value.replace(/\/$/, '')
  const [mention] = modelsMentionedIn(id, [], 0, evidence, knowledge)
  if (mention?.start !== 0 || mention.end !== id.length || mention.is === 'own' || mention.ours) return []
  const { known } = mention
  if (!id.includes('/') && (!known || known.version.versionless)) return []
  return [
    {
      model: baseCalled({ model: id, known }),
      relation: 'finetune',
      known,
      atHub: null,
      of: [],
      via: 'prose',
      cited: [cited],
    },
  ]
}
