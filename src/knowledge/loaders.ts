import * as z from 'zod'
import { dated, line, lines } from './fields.ts'

/** The shape of `knowledge/loaders.yml`: how programs name the models and data they use. */

const of = z.enum(['model', 'dataset'])
const host = line.exactOptional().describe('where the name is looked up; a model hub unless told')
const from = z.array(line).min(1).readonly()
const at = z.number().int().min(0).exactOptional()

const call = z.strictObject({
  name: line,
  of,
  from: from.describe('keywords that give the name'),
  at: at.describe('its position where it may stand without a keyword'),
  revision: line.exactOptional(),
  host,
  imports: z.array(line).readonly().exactOptional().describe('of a common word: libraries it must come from'),
  receivers: z.array(line).readonly().exactOptional().describe('of a common word: words one of which stands before it'),
})

const method = z.strictObject({ receiver: line, names: z.array(line).min(1).readonly(), from, at, host })

const command = z.strictObject({
  words: z.array(line).min(1).readonly(),
  of: z.enum(['model', 'dataset', 'none']),
  options: z.array(line).readonly().exactOptional(),
  host,
})

const named = z.strictObject({ model: z.array(line).readonly(), dataset: z.array(line).readonly() })

export const loaders = z.strictObject({
  ...dated,
  calls: z.array(call).min(1).readonly(),
  methods: z.array(method).readonly(),
  commands: z.array(command).readonly(),
  options: named,
  keys: named,
  addresses: z.array(z.strictObject({ host: line, kind: z.literal('hub') })).readonly(),
  reserved: lines,
  hosted: lines,
  providers: lines,
  folders: lines,
  builders: lines,
  endings: lines,
})
export type Loaders = z.infer<typeof loaders>
export type LoaderCall = z.infer<typeof call>
export type LoaderCommand = z.infer<typeof command>
