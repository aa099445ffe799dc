import { speaksOfTraining } from './about.ts'
import type { DataSource } from './statement.ts'

/** "the set is extracted from the corpus for pre-training" */
const EXTRACTED =
  /\b(?:extract|sampl|select|draw|tak|deriv)\w{0,4} (?:from|of) (?:the |our |its )?[\w -]{0,40}\b(?:pre-?)?training (?:data|data ?sets?|corpus|corpora)\b|\b(?:sub-?set|part|portion) of (?:the |our )[\w -]{0,40}\b(?:pre-?)?training (?:data|data ?sets?|corpus|corpora)\b|训练(?:数据|语料)[^，。；]{0,6}(?:抽取|抽样|选取|采样|抽出)/i
/** "we release two benchmarks, Gannet and Tern" */
const BENCHMARK =
  /\b(?:releas|introduc|present|provid|propos|publish)\w{0,4} [^.;]{0,60}\bbenchmarks?\b|(?:发布|开源|提出)[^，。；]{0,20}(?:评测集|基准)/i

/** Sentences on the publisher's own sets. */
export interface SaidOfOwn {
  readonly extracted: string[]
  readonly benchmarks: string[]
}

/** Keeps a sentence that may say what a given set is. */
export function hearOwn(sentence: string, said: SaidOfOwn): void {
  const text = sentence.slice(0, 1_000)
  if (EXTRACTED.test(text)) said.extracted.push(plain(text))
  if (BENCHMARK.test(text) && !speaksOfTraining(text)) said.benchmarks.push(plain(text))
}

/** The sets without those of the publisher that a sentence calls a benchmark; what is said to be taken from a larger set is a part. */
export function withSaid(sources: readonly DataSource[], { extracted, benchmarks }: SaidOfOwn): DataSource[] {
  return sources
    .filter(source => !isNamed(source, benchmarks))
    .map(source => (isNamed(source, extracted) ? { ...source, part: true } : source))
}

function isNamed({ hub, own }: DataSource, sentences: readonly string[]): boolean {
  const name = plain(hub?.slice(hub.indexOf('/') + 1) ?? '')
  return own && name.length > 3 && sentences.some(text => text.includes(name))
}

/** "Sea-Lark/Gold" and "SeaLark-Gold" are one name */
const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
