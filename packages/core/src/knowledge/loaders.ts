import * as z from 'zod'
import { dated, line, lines } from './schemas/fields.ts'

/** The shape of `knowledge/loaders.yml`: how programs name the models and data they use. */

const of = z.enum(['model', 'dataset'])
const host = line.exactOptional().describe('where the name is looked up; a model hub unless told')
const from = z.array(line).readonly()
const at = z.number().int().min(0).exactOptional()

const example = z
  .strictObject({
    in: line.describe('the ending of a file with it'),
    code: z.string().min(1).max(400),
    finds: line.describe('the id that is found in it'),
  })
  .readonly()

const call = z.strictObject({
  name: line,
  of,
  from: from.describe('keywords that give the name'),
  at: at.describe('its position where it may stand without a keyword'),
  revision: line.exactOptional(),
  host,
  service: z.literal(true).exactOptional().describe('it calls a service, and downloads nothing'),
  imports: z.array(line).readonly().exactOptional().describe('of a common word: libraries it must come from'),
  receivers: z.array(line).readonly().exactOptional().describe('of a common word: words one of which stands before it'),
  example,
})

const method = z.strictObject({
  receiver: line,
  names: z.array(line).min(1).readonly(),
  from,
  at,
  host,
  pretrained: z.literal(true).exactOptional().describe('it loads weights only where it is told to'),
  example,
})

/** what builds a model that its library has weights for */
const built = z.strictObject({
  host: line,
  imports: lines,
  begins: lines,
  told: z.literal(true).exactOptional().describe('only where a keyword says so'),
  example,
})

/** names in the list of some library, told by their shape */
const registry = z.strictObject({
  host: line,
  begins: z.array(line).min(1).readonly(),
  ends: z.array(line).readonly().exactOptional(),
  names: z.array(line).readonly().exactOptional().describe('whole names, without their ends; else any'),
  example,
})

/** constants of a library whose names are those of models */
const constants = z.strictObject({
  of: line.describe('the type they are of, or how its name ends'),
  host: line,
  begins: z.string().describe('what stands before the name that is made of a constant'),
  as: z.enum(['words', 'written', 'whole']).describe('its words with hyphens, as it is written, or with its type'),
  example,
})

const command = z.strictObject({
  words: z.array(line).min(1).readonly().describe('a star at the end of one stands for any end'),
  images: z.array(line).readonly().exactOptional().describe('images of containers that run it'),
  of: z.enum(['model', 'dataset', 'none']),
  options: z.array(line).readonly().exactOptional().describe('beside those of any command, which it has too'),
  next: z.boolean().exactOptional().describe('the next word names it, too, where no option does'),
  skips: z.array(line).readonly().exactOptional().describe('words that may stand before it'),
  host,
  example: example.exactOptional(),
})

/** what a call loads that names no model */
const fallback = z.strictObject({
  ...dated,
  call: line,
  imports: z.array(line).min(1).readonly().describe('libraries one of which it must come from'),
  library: line,
  from: from.describe('keywords that give the task'),
  at,
  names: z.record(line, line).describe('by the task'),
  example,
})

const named = z.strictObject({ model: z.array(line).readonly(), dataset: z.array(line).readonly() })

/** The file of loaders. */
export const loaders = z.strictObject({
  ...dated,
  calls: z.array(call).min(1).readonly(),
  defaults: z.array(fallback).readonly(),
  methods: z.array(method).readonly(),
  built: z.array(built).readonly(),
  commands: z.array(command).readonly(),
  registries: z.array(registry).readonly(),
  enums: z.array(constants).readonly(),
  classes: z.array(z.strictObject({ host: line, ends: line, names: lines, example })).readonly(),
  services: z.array(z.strictObject({ words: lines, host: line })).readonly(),
  about: z.strictObject({
    model: lines,
    dataset: lines,
    other: lines,
    measure: lines,
    tells: lines,
    things: lines,
    makes: lines,
  }),
  compared: lines,
  shown: lines,
  wraps: lines,
  options: named,
  keys: named,
  addresses: z.array(z.strictObject({ host: line, kind: z.enum(['hub', 'tfhub', 'kaggle']) })).readonly(),
  requests: z
    .strictObject({ paths: lines, keys: lines, host: line })
    .describe('of JSON beside the address of a service'),
  schemes: z
    .array(z.strictObject({ begins: line, host }))
    .readonly()
    .describe('how an address of a model may begin; what stands behind it is its name'),
  owners: z.record(line, line),
  reserved: lines,
  hosted: lines,
  families: lines,
  bare: lines,
  placeholders: lines,
  providers: lines,
  folders: lines,
  parts: lines,
  builders: lines,
  endings: lines,
  weights: lines,
  common: lines,
  nameless: lines,
})
export type Loaders = z.infer<typeof loaders>
/** A call that loads. */
export type LoaderCall = z.infer<typeof call>
