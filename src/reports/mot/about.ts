import type { Report } from '../../report.ts'
import { addressOf } from '../bom/data-sources.ts'
import { plain } from '../foreign.ts'

/** What the form asks of a model beside its components; what is not known is left out. */
export function aboutOf({ release, about = {}, lineage }: Report): object {
  const page = addressOf(release.places[0])
  const [base] = lineage
  const type = TYPES.find(([task]) => about.task !== undefined && task.test(about.task))?.[1]
  const architecture = ARCHITECTURES.find(([name]) => name.test(about.architecture ?? ''))?.[1]
  return {
    ...(release.revision ? { version: release.revision } : {}),
    ...(about.published ? { date: about.published } : {}),
    ...(type ? { type } : {}),
    ...(architecture ? { architecture } : {}),
    ...(base ? { origin: plain(base.model) } : {}),
    ...(release.source === 'hub' && page ? { contact: `${page}/discussions`, huggingface: page } : {}),
    ...(release.source === 'git' && page ? { repository: page } : {}),
  }
}

/** The form's words for what a model does, by the hub's words for tasks; the first that fits. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:any-to-any|(?:image|video|audio)-text-to-|(?:visual|document|video)-)/, 'multimodal'],
  [/3d/, '3d'],
  [/to-video$/, 'video'],
  [/to-image$/, 'image'],
  [/^(?:image|object|depth|mask|keypoint|zero-shot-(?:image|object))/, 'vision'],
  [/speech|audio|voice/, 'audio'],
  [/^(?:text|fill-mask|token|summarization|translation|question|sentence|feature|zero-shot-class|table)/, 'language'],
]

/** The form's words for architectures, by how libraries name the classes that run them. */
const ARCHITECTURES: readonly (readonly [RegExp, string])[] = [
  [/ForCausalLM$/, 'decoder'],
  [/ForMaskedLM$/, 'encoder'],
  [/Pipeline$|UNet|DiT/, 'diffusion'],
]
