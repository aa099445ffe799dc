import { invalid } from '@unwash/core/error'
import { decoded, isLoopback } from '@unwash/core/text/address'
import { stepsOf, webAddress } from '../web-address.ts'

/** A model in a registry that speaks the OCI distribution protocol, as a target names it. */
export interface RegistryAddress {
  /** scheme and host, without a slash at the end */
  readonly endpoint: string
  readonly repository: string
  /** a tag, or a digest */
  readonly reference: string
  /** the page that shows it to a person; null where the registry has none that is known */
  readonly page: string | null
}

const OLLAMA = { host: 'registry.ollama.ai', pages: 'https://ollama.com', namespace: 'library' } as const
const REGISTRY_HOSTS = new Set(['ollama.com', 'www.ollama.com', 'ollama.ai'])

/** names, tags and digests as the distribution specification has them; hosts with a port */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/i
const REGISTRY_NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/i
const TAG = /^\w[\w.-]{0,127}$/
const DIGEST = /^sha256:[0-9a-f]{64}$/

/**
 * Reads `ollama:name:tag` and the pages of ollama.com, and `oci://host/name:tag`; null for any other target. Names are
 * read as
 * the programs that use them do: of Ollama's, host, namespace and tag may be left out.
 */
export function readAddress(target: string): RegistryAddress | null {
  if (target.startsWith('ollama:')) return ollama(target.slice('ollama:'.length), target)
  if (target.startsWith('oci://')) return oci(target.slice('oci://'.length), target)
  const url = webAddress(target)
  if (url === null || !REGISTRY_HOSTS.has(url.host)) return null
  const [namespace, name, ...more] = stepsOf(url).map(decoded)
  // pages of the service itself have one step
  return namespace && name && !/^(?:blob|tags)$/.test(name) && !(more[0] && more[0] !== 'tags')
    ? ollama(`${namespace}/${name}`, target)
    : null
}

function ollama(name: string, target: string): RegistryAddress {
  const [, scheme = null, rest = ''] = /^(https?):\/\/(.*)$/s.exec(name) ?? [null, null, name]
  const { path, reference } = splitReference(rest)
  const steps = path.split('/')
  const host = steps.length > 2 ? (steps.shift() ?? '') : OLLAMA.host
  const repository = (steps.length > 1 ? steps : [OLLAMA.namespace, ...steps]).join('/')
  const page = host === OLLAMA.host ? `${OLLAMA.pages}/${repository}` : null
  return checked({ host, repository, reference }, target, { page, scheme })
}

function oci(name: string, target: string): RegistryAddress {
  const { path, reference } = splitReference(name)
  const [host = '', ...steps] = path.split('/')
  return checked({ host, repository: steps.join('/'), reference }, target)
}

function splitReference(name: string): { readonly path: string; readonly reference: string } {
  const at = name.indexOf('@')
  const tagged = at < 0 ? name : name.slice(0, at)
  const colon = tagged.lastIndexOf(':')
  const hasTag = colon > tagged.lastIndexOf('/')
  const path = hasTag ? tagged.slice(0, colon) : tagged
  return { path, reference: at >= 0 ? name.slice(at + 1) : hasTag ? tagged.slice(colon + 1) : 'latest' }
}

function checked(
  { host, repository, reference }: { readonly host: string; readonly repository: string; readonly reference: string },
  target: string,
  { page, scheme }: { readonly page: string | null; readonly scheme: string | null } = { page: null, scheme: null },
): RegistryAddress {
  const names = repository.split('/')
  if (
    !HOST.test(host) ||
    !names.every(name => REGISTRY_NAME.test(name)) ||
    !(TAG.test(reference) || DIGEST.test(reference))
  )
    throw invalid(
      'no model in a registry is named by',
      target,
      'give ollama:name:tag or oci://host/name:tag, or @sha256:… in place of the tag',
    )
  // a registry on this machine speaks in the open, as clients of registries have it
  const plain = isLoopback(host) ? 'http' : 'https'
  return { endpoint: `${scheme ?? plain}://${host}`, repository, reference, page }
}
