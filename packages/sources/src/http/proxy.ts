/** the names that programs of the network know a proxy by; in capitals too */
const PROXIES = ['http_proxy', 'https_proxy']

/** A proxy that was made, and for which settings: they may change while a program runs. */
let made: { readonly by: string; readonly fetch: typeof fetch } | null = null

/**
 * The `fetch` to ask the network with: through the proxy that `HTTPS_PROXY` or `HTTP_PROXY` names, but for the hosts of
 * `NO_PROXY`; the one of the runtime where none is named.
 */
export async function fetchThrough(environment: NodeJS.ProcessEnv): Promise<typeof fetch> {
  const named = PROXIES.map(name => environment[name] ?? environment[name.toUpperCase()] ?? '')
  if (named.every(name => name.trim() === '')) return fetch
  const [httpProxy = '', httpsProxy = ''] = named
  const noProxy = environment.no_proxy ?? environment.NO_PROXY ?? ''
  const by = [httpProxy, httpsProxy, noProxy].join('\n')
  if (made?.by === by) return made.fetch
  const { EnvHttpProxyAgent, fetch: fetchOf } = await import('undici')
  const dispatcher = new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy })
  // undici's types and those of the runtime, which has another version of it, are two for the same thing
  const through = ((input: string, init: object) => fetchOf(input, { ...init, dispatcher })) as unknown as typeof fetch
  made = { by, fetch: through }
  return through
}
