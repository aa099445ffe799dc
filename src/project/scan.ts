import type { Knowledge } from '../knowledge/knowledge.ts'

/** Whether a text holds a word with which models or data are loaded: a cheap look before a text is parsed. */
export function wordScan(knowledge: Knowledge): (content: string) => boolean {
  const ready = scans.get(knowledge)
  if (ready) return ready
  const { loaders } = knowledge
  const sure = loaders.calls.filter(call => !call.imports && !call.receivers).map(({ name }) => name)
  const common = loaders.calls.filter(call => call.imports ?? call.receivers).map(({ name }) => name)
  const methods = loaders.methods.flatMap(({ receiver, names }) => names.map(name => `${receiver}.${name}`))
  const called = new RegExp(`\\b(?:${alternatives([...sure, ...common, ...methods])})\\s{0,3}[(<]`)
  const publishers = knowledge.models.flatMap(({ organizations }) => organizations)
  const said = new RegExp(
    [
      `["'\`](?:(?:${alternatives(loaders.providers)})/)?(?:${alternatives(loaders.hosted)})`,
      `["'\`](?:${alternatives(publishers)})/`,
      `(?:${alternatives(loaders.addresses.map(({ host }) => host))})/`,
      'hf://',
    ].join('|'),
    'i',
  )
  const keyed =
    /(?:model|dataset|tokenizer|checkpoint|pretrained|repo)[^\n]{0,100}["'`][\w.-]{1,90}[/:][\w.-]{1,90}["'`]/i
  const scan = (content: string) => called.test(content) || said.test(content) || keyed.test(content)
  scans.set(knowledge, scan)
  return scan
}

const scans = new WeakMap<Knowledge, (content: string) => boolean>()

const alternatives = (words: readonly string[]) =>
  [...new Set(words)].map(word => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|')
