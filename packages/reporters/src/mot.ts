import { MOT_COMPONENTS } from '@unwash/core/report/mot-components'
import type { Citation, Report, Requirement } from '@unwash/core/report/report'
import { COMPONENTS, type ComponentId, isDerived } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { stringify } from 'yaml'
import { addressOf } from './bom/data-sources.ts'
import type { Reporter } from './reporter.ts'

/** What the form asks of a model beside its components; what is not known is left out. */
function formFieldsOf({ release, about = {}, lineage }: Report): object {
  const page = addressOf(release.places[0])
  const base = lineage.find(isDerived)
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

/** the edition that the tool writes into every form */
const FRAMEWORK = { name: 'Model Openness Framework', version: '1.0', date: '2024-12-15' } as const

/**
 * The form of the Model Openness Tool, as YAML (`mof_schema.json`): what the tool's own reading counts as listed, each
 * with its own license, so that nothing in it is inherited. Read again it gives the same class.
 */
export const mot: Reporter = {
  id: 'mot',
  extension: 'mot.yml',
  render(report) {
    const rows = report.evaluations.find(({ framework, reading }) => framework === 'mof-1.0' && reading === 'mot')
    const { name, publisher } = report.release
    const form = {
      framework: FRAMEWORK,
      release: {
        name: plain(name).trim() || 'unnamed',
        ...formFieldsOf(report),
        license: {},
        producer: plain(publisher ?? ''),
        components: COMPONENTS.flatMap(id => entryOf(id, rows?.requirements ?? [], report) ?? []),
      },
    }
    return stringify(form, { lineWidth: 0, aliasDuplicateObjects: false })
  },
}

/** A component as the form has it; null for one that it leaves out, which says that it is not given. */
function entryOf(id: ComponentId, rows: readonly Requirement[], report: Report): object | null {
  const row = rows.find(row => /^MOF-I{1,3}-(.+)$/.exec(row.id)?.[1] === id)
  if (!row?.level || row.level === 'missing') return null
  const component = report.components.find(component => component.id === id)
  const text = report.licenses.find(license => license.text && license.id === component?.licensing.concluded)?.text
  const at = component?.cited.map(placeForForm).find(place => place !== null)
  return {
    name: MOT_COMPONENTS[id].name,
    license: plain(row.license ?? 'unlicensed'),
    description: plain(row.because),
    ...(text ? { license_path: plain(text.path) } : {}),
    ...(at ? { component_path: plain(at) } : {}),
  }
}

/** An address or a file; what only metadata says names no place. */
function placeForForm(cited: Citation): string | null {
  if ('url' in cited) return cited.url
  return 'path' in cited && !('key' in cited) ? cited.path : null
}
