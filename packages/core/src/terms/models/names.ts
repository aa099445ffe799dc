import { type Evidence, namesLinked } from '../../evidence/evidence.ts'
import { sameFamily } from '../../evidence/publisher/owners.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../names/models.ts'
import { lettersOf } from '../../text/letters.ts'

/** what tells one model of a family from another, and is the name of none: "XL", "7B", "Chat", "v2" */
const VARIANT = new RegExp(
  String.raw`^(?:[A-Z]{1,3}|\d?x?-?(?:nano|tiny|mini|small|medium|base|large|huge|giant)|\d?XL|chat|instruct|pro|` +
    String.raw`lite|v?\d+(?:\.\d+)*[bmk]?)$`,
  'i',
)
const BETWEEN = /\s*[,/&]\s*|\s+(?:and|or)\s+|\s+/i
/** written as names are, with figures or capitals within: "TAP-Net", "Heron2", "FLUX DEV" */
const WRITTEN_AS_NAME = /[\p{L}]\S*\d|\d\S*\p{Lu}|\p{Ll}\p{Lu}|\p{Lu}{3}|\p{Lu}\p{L}*-\p{Lu}/u
const LONGEST_NAME = 60
/** a heading that is a sentence: "Why Heron?" */
const ASKS = /[?？!！。]/

const partsOf = (words: string) => words.split(BETWEEN).filter(part => part !== '')

/** The letters of those of several models that words name, by the longest of their names. */
export function spokenOf(words: string, models: readonly { readonly name: string }[]): string[] {
  const letters = lettersOf(words)
  const named = models.map(({ name }) => lettersOf(name)).filter(name => name !== '' && letters.includes(name))
  return named.filter(name => !named.some(other => other !== name && other.includes(name)))
}

/** Whether words only tell models of a family apart. */
export const isVariant = (words: string): boolean => partsOf(words).every(part => VARIANT.test(part))

/** What a release is called, and then the models of its own that it links. */
export const ownNames = ({ release, weights }: Pick<Evidence, 'release' | 'weights'>): readonly string[] => [
  release.name,
  ...namesLinked(weights),
]

/**
 * The models that a heading, a cell, or the name of a file or folder speaks of, as the release calls them, by `names`
 * of its own: its own model of that name; else a name that is its own, or known, or written as names are. What only
 * tells models of a family apart stands behind the family's name, and any other words name no model.
 */
export function modelsNamed(words: string, names: readonly string[], knowledge: Knowledge): string[] {
  const known = modelsKnown(words, names, knowledge)
  const plain = plainly(words)
  return known.length === 0 && WRITTEN_AS_NAME.test(plain) && !isVariant(plain) ? [plain] : known
}

/** The same, of names that are the release's own or known: what else is written as names are may be a program's. */
export function modelsKnown(words: string, own: readonly string[], knowledge: Knowledge): string[] {
  const [release = ''] = own
  const plain = plainly(words)
  const letters = lettersOf(plain)
  if (plain === '') return []
  const same = own.find(name => name !== '' && lettersOf(name) === letters)
  if (same) return [same]
  if (isVariant(plain)) return release === '' ? [] : partsOf(plain).map(part => ownVariant(release, part, own))
  return own.some(name => sameFamily(plain, name)) || findModel(knowledge, plain) !== null ? [plain] : []
}

/** What a heading calls something; '' where it is a sentence. */
function plainly(words: string): string {
  const [plain = ''] = words
    .replace(/[`*"]/g, '')
    .trim()
    .split(/\s*(?:[:：|(（–—]| - )/)
  return plain.length > LONGEST_NAME || ASKS.test(plain) ? '' : plain
}

/** "Heron Chat", or as it is called where it lies: "Heron-Chat". */
export function ownVariant(family: string, variant: string, own: readonly string[]): string {
  const letters = lettersOf(`${family}${variant}`)
  return own.find(name => lettersOf(name) === letters) ?? `${family} ${variant}`
}

/** what a name begins with, and the version behind it, which is no size: "Heron 3.1" */
const VERSION = /^(\p{L}[\p{L} _-]*?)[-_ ]?v?(\d+(?:\.\d+)?)(?![\d.]*[bmk]\b)/iu

/**
 * Models in the order in which they are told: the one that is called as the release is, and then those of a series
 * together, the newest first; what of several nobody knows the terms of stands last. A release that is named after a
 * series is told by the newest of it.
 */
export function inOrder<T extends { readonly name: string }>(
  models: readonly T[],
  release: string,
  isKnown: (model: T) => boolean,
): T[] {
  const own = lettersOf(release)
  const isNamed = ({ name }: T) => lettersOf(name) === own
  const read = ({ name }: T) => VERSION.exec(name)
  const seriesOf = (one: T) => lettersOf(read(one)?.[1] ?? '')
  const others = models.filter(one => !isNamed(one))
  const series = [...new Set(others.map(one => seriesOf(one) || one.name))]
  const rest = series.flatMap(of =>
    others
      .filter(one => (seriesOf(one) || one.name) === of)
      .toSorted((one, other) => Number(read(other)?.[2] ?? 0) - Number(read(one)?.[2] ?? 0)),
  )
  const [family = ''] = series
  const isAfter = series.length === 1 && rest.every(one => read(one) !== null)
  const named = models.filter(isNamed)
  const ordered = isAfter && family.length > 2 && own.startsWith(family) ? [...rest, ...named] : [...named, ...rest]
  return [...ordered.filter(isKnown), ...ordered.filter(one => !isKnown(one))]
}
