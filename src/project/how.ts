import type { Loaders } from '../knowledge/loaders.ts'
import type { Reference } from './references/reference.ts'

/** What a project does with a model: calls it at a service, has it downloaded when it runs, or ships its weights. */
export const HOW = ['service', 'download', 'shipped'] as const
export type How = (typeof HOW)[number]

/** What a project does with something, by its places: the most that one of them does. */
export function howOf(
  { references }: { readonly references: readonly Reference[] },
  weights: readonly string[],
  loaders: Loaders,
): How {
  if (references.some(one => isShipped(one, weights))) return 'shipped'
  const called = new Set(loaders.calls.flatMap(({ name, service }) => (service ? [name] : [])))
  const isCalled = ({ host, via }: Reference) => host === 'hosted' || called.has(via.slice(via.lastIndexOf('.') + 1))
  return references.every(isCalled) ? 'service' : 'download'
}

/** A file of weights that lies in the project, or a step that puts them into an image. */
function isShipped({ id, host, via, cited: [first] }: Reference, weights: readonly string[]): boolean {
  if (host === 'path' && id !== null) {
    const end = id.replace(/^(?:\.{0,2}\/)+/, '')
    return weights.some(path => path === end || path.endsWith(`/${end}`) || path.startsWith(`${end}/`))
  }
  // a command of several words, where an image is built
  const image = 'path' in first && /(?:^|[/.])(?:Docker|Container)file\b|\.(?:docker|container)file$/i.test(first.path)
  return image && via.includes(' ') && !('quote' in first && /^(?:CMD|ENTRYPOINT)\b/i.test(first.quote))
}

/** files that hold the parameters of a model */
export const isWeights = (path: string): boolean =>
  /\.(?:gguf|ggml|safetensors|onnx|pt|pth|ckpt|tflite|h5|pb|mlmodel|pdparams|engine)$|(?:^|\/)(?:ggml-|pytorch_model)[\w.-]{1,80}\.bin$/i.test(
    path,
  )
