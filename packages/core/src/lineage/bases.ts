import { citeLines } from '../documents/cite.ts'
import { type Evidence, namesLinked } from '../evidence/evidence.ts'
import { statedIn } from '../evidence/metadata/index.ts'
import { isOfOthers } from '../evidence/paths.ts'
import { type Publisher, sameOwner } from '../evidence/publisher/owners.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type FoundModel, findModel, hasNameWithin, readAt } from '../names/models.ts'
import type { Text } from '../release/release.ts'
import { isTraining, trainsNothing } from '../release/wanted.ts'
import type { TextCitation } from '../report/report.ts'
import { lettersOf } from '../text/letters.ts'
import { plainLetters } from '../text/unicode.ts'
import { hintsIn, isHint, saysFromScratch } from './hints.ts'
import { baseCalled, modelsMentionedIn } from './mentions.ts'
import { isOfTraining } from './origins.ts'
import { basesInProse } from './prose.ts'
import { type Base, relationOf } from './relation.ts'

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
function basesInTraining(evidence: Evidence, knowledge: Knowledge): Base[] {
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

/** more named bases than this are a list of everything somebody tried */
const MAX_BASES = 60

/** The bases of a release: from metadata; else from its prose and its own name. */
export function findBases(evidence: Evidence, knowledge: Knowledge): Base[] {
  const ofCards = evidence.cards.flatMap(({ document, name }) =>
    statedIn(document, 'base_model').map(stated => ({ ...stated, of: [name] })),
  )
  const stated = [...evidence.metadata.bases.map(stated => ({ ...stated, of: [] })), ...ofCards]
    .filter(({ cited }) => !('path' in cited[0] && isOfOthers(cited[0].path)))
    .slice(0, MAX_BASES)
    .map((stated): Base => {
      const model = baseId(stated.value)
      return {
        model,
        relation: relationOf(evidence),
        known: findModel(knowledge, model),
        atHub: evidence.release.hub?.bases.find(base => base.model === model && base.seenOn !== null) ?? null,
        of: stated.of,
        via: 'metadata',
        cited: stated.cited,
      }
    })
  const told = basesInProse(evidence, knowledge)
  const silent = stated.length + told.length === 0 && !saysFromScratch(evidence, knowledge)
  const found = [...stated, ...told, ...(silent ? basesInTraining(evidence, knowledge) : [])]
  const all = [...found, ...hintsIn(evidence, knowledge, found)]
  const read = all.flatMap((base): Base[] => {
    const answer = isHint(base) ? evidence.answers.of('starts-from', lettersOf(base.model)) : undefined
    return answer === 'no' ? [] : [answer === 'yes' ? { ...base, relation: 'finetune', via: 'prose' } : base]
  })
  const own = read
    .filter(base => !FILE.test(base.model) && !isItself(base, evidence))
    .map(base => (isOurs(base, evidence.who) ? { ...base, own: true } : base))
  return dedupe(
    [...own, ...byFact(evidence, knowledge), ...own.flatMap(base => further(base.known, base, knowledge))],
    knowledge,
  )
}

/** a file has no name that a model could be known by */
const FILE = /\.(?:safetensors|gguf|bin|pth?|ckpt|onnx|json|ya?ml)$/i

/**
 * Whether a base is the release itself: of its name, or of one of the models that it offers, and of no other publisher;
 * or, known to nobody, of its title.
 */
function isItself(base: Base, evidence: Evidence) {
  const { model, known, of, via } = base
  const { publisher, name, title } = evidence.who
  const slash = model.lastIndexOf('/')
  const own = lettersOf(model.slice(slash + 1))
  const names = [
    name,
    ...(known === null ? [title, title.split(/\s[-–—|]\s|[:：]/)[0] ?? ''] : []),
    // what the page of one model leads to is another
    ...(evidence.isOnePage ? [] : namesLinked(evidence.weights)),
  ]
  const isSame = names.some(one => lettersOf(one) === own)
  // of the family that the release is called by, and of all of it
  const [stem = ''] = name.toLowerCase().split(/[-_. ]/)
  const isSibling =
    known === null && of.length === 0 && via === 'prose' && stem.length >= LONG_STEM && own.startsWith(lettersOf(stem))
  if (own === '' || !(isSame || isSibling)) return false
  return base.own === true || slash < 0 || publisher === null || sameOwner(model.slice(0, slash), publisher)
}

/** a shorter beginning of a name is shared by others */
const LONG_STEM = 5

/** Whether a base is of the publisher of the release, by the owner that its id has, or whose it is known to be. */
function isOurs({ model, known, own }: Base, { isOwner }: Publisher): boolean {
  const owners = model.includes('/') ? [model.slice(0, model.indexOf('/'))] : (known?.family.organizations ?? [])
  return own === true || owners.some(isOwner)
}

/** A hub's address or a path on somebody's disk, as an id where it has one. */
function baseId(value: string): string {
  const plain = plainLetters(value)
    .replace(/^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\//, '')
    .replace(/\/+$/, '')
  const parts = plain.split(/[\\/]/).filter(Boolean)
  return /^[./~]|^[A-Za-z]:|^\//.test(plain) && parts.length > 0 ? (parts.at(-1) ?? plain) : plain
}

/** further back than any real chain of facts; stops a circle */
const MAX_HOPS = 8

/** The bases of a base, as far back as dated facts know them. */
function further(known: FoundModel | null, after: Pick<Base, 'of' | 'via' | 'cited'>, knowledge: Knowledge): Base[] {
  const found: Base[] = []
  let at = known
  while (at?.version.base && found.length < MAX_HOPS) {
    const { base, name } = at.version
    const fact = { fact: `${name} starts from ${base.model}`, ...readAt(at) }
    at = findModel(knowledge, base.model)
    const { of, via } = after
    found.push({
      model: base.model,
      relation: base.relation,
      known: at,
      atHub: null,
      of,
      via,
      cited: [fact, ...after.cited],
    })
  }
  return found
}

/** The bases of the release itself and of the models that it links, where they are known models of its publisher. */
function byFact(evidence: Evidence, knowledge: Knowledge): Base[] {
  const { publisher, name } = evidence.release
  const here = publisher ? [{ id: `${publisher}/${name}`, of: name, cited: evidence.weights.cited }] : []
  const linked = evidence.weights.links.flatMap(({ own, owner, name, cited }) =>
    own && owner && name ? [{ id: `${owner}/${name}`, of: name, cited }] : [],
  )
  return [...here, ...linked].flatMap(({ id, of, cited }) => {
    const known = findModel(knowledge, id)
    return known?.own ? further(known, { of: [of], via: 'name', cited }, knowledge) : []
  })
}

/** Each base once, with all that is cited for it; a family named without its version is the one named beside it. */
function dedupe(bases: readonly Base[], knowledge: Knowledge): Base[] {
  const seen = new Map<string, Base>()
  for (const base of bases) {
    const isOf = base.known !== null && !hasNameWithin(knowledge, base.model, base.known)
    const key = `${isOf ? base.known?.version.name : lettersOf(base.model)}|${base.of.join()}`
    const before = seen.get(key)
    seen.set(key, before ? citing(before, base) : base)
  }
  const all = [...seen.values()]
  const versioned = all.filter(base => !isVersionless(base))
  return all.filter(base => !isVersionless(base) || !versioned.some(other => isBeside(other, base))).slice(0, MAX_BASES)
}

/** Whether two bases are of one family, and told of the same model, or one of them of none alone. */
const isBeside = (one: Base, other: Base) =>
  one.known?.family === other.known?.family &&
  (one.of.length === 0 || other.of.length === 0 || one.of.join() === other.of.join())

/** A base with what is cited for it elsewhere, unless that is only a fact. */
function citing(base: Base, { cited }: Base): Base {
  if ('fact' in cited[0] || 'fact' in base.cited[0]) return base
  return { ...base, cited: [base.cited[0], ...[...base.cited.slice(1), ...cited].slice(0, MOST_CITED)] }
}
/** more places that name a base add nothing */
const MOST_CITED = 7

/** a family has one entry for its name alone, which stands for any of its versions */
const isVersionless = ({ known }: Base) => known?.version.versionless === true
